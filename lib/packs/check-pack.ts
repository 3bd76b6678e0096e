/** The checker for packs that are whole in memory: small ones, and those that ship with the extension. */
import type { PackRecord } from '../model/pack';
import { createPackChecker, type SoundPack } from './pack-checker';
import type { PackProblem } from './report';

/** A sound pack with its records, in the order of the file. */
export interface CheckedPack extends Omit<SoundPack, 'records'> {
  readonly records: readonly PackRecord[];
}

/** A pack is sound as a whole, or has problems and is none. */
export type PackCheck = { readonly pack: CheckedPack } | { readonly problems: readonly PackProblem[] };

/** Digest of a text's UTF-8 bytes, lower-case hexadecimal. */
type Sha256 = (text: string) => Promise<string>;

/** Reads and checks a whole pack. Never throws on what the text holds. */
export async function checkPack(text: string, sha256: Sha256): Promise<PackCheck> {
  const checker = createPackChecker();
  const records: PackRecord[] = [];
  let lastStart = 0;
  for (let at = 0; at < text.length && !checker.isOver(); ) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    lastStart = at;
    const record = checker.take(text.slice(at, stop));
    if (record) records.push(record);
    at = stop + 1;
  }
  const verdict = checker.finish(checker.isSound() ? await sha256(text.slice(0, lastStart)) : null);
  return 'sound' in verdict ? { pack: { ...verdict.sound, records } } : verdict;
}
