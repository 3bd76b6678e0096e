/**
 * What the server sees of a file: which version of this envelope it has, how its key is derived, and bytes. AES-GCM with
 * a key from the passphrase; the head and the file's own name are authenticated with it, so that no file passes for
 * another. Names are keyed hashes.
 *
 *     "SLSY" | version (1) | iterations (4) | salt (16) | nonce (12) | sealed bytes
 */
import type { CryptoTools, KeyHandle, Octets } from './crypto-port';
import { pad, paddedSize, unpad } from './padding';

/** OWASP's "Password Storage Cheat Sheet" for PBKDF2 with HMAC-SHA-256. */
export const ITERATIONS = 600_000;
/** A server that asks for more only wants to keep the reader waiting. */
const MAX_ITERATIONS = 10_000_000;

const MAGIC = 'SLSY';
const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + 1 + 4 + SALT_BYTES + NONCE_BYTES;

/** How the keys of a folder come from the passphrase: in front of every file. */
export interface Derivation {
  readonly iterations: number;
  readonly salt: Octets;
}

/** The keys of a folder. */
export interface FolderKeys {
  readonly derivation: Derivation;
  readonly content: KeyHandle;
  readonly names: KeyHandle;
}

/**
 * Why a file was refused. `foreign`: no file of ours. `newer`: of a later version. `weak`: asks for a weaker key than we
 * use (whoever does so wants to break it). `cut`: a part is missing. `other-salt`: its key is derived otherwise. `sealed`:
 * the passphrase is wrong, or it was changed, or is another file than its name says.
 */
export type EnvelopeProblem = 'foreign' | 'newer' | 'weak' | 'cut' | 'other-salt' | 'sealed';

/** The passphrase as the browser keeps it: nobody reads it again, and keys can be derived from it. */
export const importPassphrase = ({ subtle, encode }: CryptoTools, passphrase: string): Promise<KeyHandle> =>
  subtle.importKey('raw', encode(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveBits', 'deriveKey']);

export const newDerivation = ({ random }: CryptoTools): Derivation => ({
  iterations: ITERATIONS,
  salt: random(SALT_BYTES),
});

/** Takes about half a second of a processor: that is what it is for. */
export async function deriveKeys(
  { subtle, encode }: CryptoTools,
  passphrase: KeyHandle,
  derivation: Derivation,
): Promise<FolderKeys> {
  const { iterations, salt } = derivation;
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', iterations, salt }, passphrase, 256);
  const root = await subtle.importKey('raw', new Uint8Array(bits), 'HKDF', false, ['deriveKey']);
  const expand = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encode(info) });
  const [content, names] = await Promise.all([
    subtle.deriveKey(expand('sidelight content 1'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    subtle.deriveKey(expand('sidelight names 1'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ]);
  return { derivation, content, names };
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The name on the server of what is called so here. */
export async function hiddenName(
  { subtle, encode }: CryptoTools,
  { names }: FolderKeys,
  name: string,
): Promise<string> {
  const mac = await subtle.sign('HMAC', names, encode(name));
  return hex(new Uint8Array(mac).subarray(0, 16));
}

function headOf({ iterations, salt }: Derivation, nonce: Octets, { encode }: CryptoTools): Octets {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(encode(MAGIC));
  head[MAGIC.length] = VERSION;
  new DataView(head.buffer).setUint32(MAGIC.length + 1, iterations);
  head.set(salt, MAGIC.length + 5);
  head.set(nonce, MAGIC.length + 5 + SALT_BYTES);
  return head;
}

const joined = (...parts: readonly Uint8Array[]): Octets => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** Seals a file under its name. */
export async function seal(tools: CryptoTools, keys: FolderKeys, name: string, content: Octets): Promise<Octets> {
  const nonce = tools.random(NONCE_BYTES);
  const head = headOf(keys.derivation, nonce, tools);
  const additionalData = joined(head, tools.encode(name));
  const sealed = await tools.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, keys.content, pad(content));
  return joined(head, new Uint8Array(sealed));
}

/** How the key of a file is derived, before there is one. */
export function readHead(file: Octets, { encode }: CryptoTools): Derivation | { readonly problem: EnvelopeProblem } {
  const magic = encode(MAGIC);
  if (!magic.every((byte, i) => i >= file.length || file[i] === byte)) return { problem: 'foreign' };
  if (file.length <= MAGIC.length) return { problem: 'cut' };
  if ((file[MAGIC.length] ?? 0) > VERSION) return { problem: 'newer' };
  if (file[MAGIC.length] !== VERSION) return { problem: 'foreign' };
  if (file.length < HEAD_BYTES) return { problem: 'cut' };
  const iterations = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length + 1);
  if (iterations < ITERATIONS || iterations > MAX_ITERATIONS) return { problem: 'weak' };
  return { iterations, salt: file.slice(MAGIC.length + 5, MAGIC.length + 5 + SALT_BYTES) };
}

export const isSameDerivation = (a: Derivation, b: Derivation): boolean =>
  a.iterations === b.iterations && hex(a.salt) === hex(b.salt);

/** Opens a file that was sealed under this name. */
export async function open(
  tools: CryptoTools,
  keys: FolderKeys,
  name: string,
  file: Octets,
): Promise<Octets | { readonly problem: EnvelopeProblem }> {
  const derivation = readHead(file, tools);
  if ('problem' in derivation) return derivation;
  const length = file.length - HEAD_BYTES - TAG_BYTES;
  if (length < 0 || paddedSize(length) !== length) return { problem: 'cut' };
  if (!isSameDerivation(derivation, keys.derivation)) return { problem: 'other-salt' };
  const head = file.slice(0, HEAD_BYTES);
  const iv = head.slice(HEAD_BYTES - NONCE_BYTES);
  const additionalData = joined(head, tools.encode(name));
  try {
    const padded = await tools.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      keys.content,
      file.slice(HEAD_BYTES),
    );
    return unpad(new Uint8Array(padded)) ?? { problem: 'sealed' };
  } catch {
    return { problem: 'sealed' };
  }
}
