/** The first thing of every run: the list of devices, and the keys that what is in front of it asks for. */
import {
  deriveKeys,
  type EnvelopeProblem,
  type FolderKeys,
  isSameDerivation,
  newDerivation,
  readHead,
} from '../../sync/envelope';
import { type Device, devicesText, readDevices } from '../../sync/journal';
import { FolderError, type FolderProblem } from './folder-error';
import type { Condition, FolderFiles } from './folder-files';
import type { Account, SyncTools } from './ports';
import { createSealedFiles, LIST, LIST_FILE, type SealedFiles } from './sealed-files';

export interface OpenFolder {
  readonly keys: FolderKeys;
  readonly files: SealedFiles;
  /** Empty where there is none, or it has been torn: then it is written anew. */
  readonly devices: readonly Device[];
  /** When the list may be written. */
  readonly condition: Condition;
  /** Nothing is there at all. */
  readonly isNew: boolean;
}

/**
 * Reads the list. A file that is none of ours stops everything: it is somebody's. One that these very keys have opened
 * before, and cannot now, has been torn, and is written anew; otherwise one of the others has to, or the reader says so
 * (`isRefill`).
 */
export async function openFolder(
  folder: FolderFiles,
  account: Account,
  tools: SyncTools,
  isRefill: boolean,
): Promise<OpenFolder> {
  const found = await folder.read(LIST_FILE, null);
  const bytes = found.kind === 'file' ? found.bytes : null;
  const condition: Condition = found.kind === 'file' ? { etag: found.etag } : 'absent';
  const empty = async (known: FolderKeys | null): Promise<OpenFolder> => {
    const keys = known ?? (await deriveKeys(tools.crypto, account.passphrase, newDerivation(tools.crypto)));
    return { keys, files: createSealedFiles(tools, keys), devices: [], condition, isNew: bytes === null };
  };
  // A file without a byte is what a dying server leaves, and nobody's.
  if (!bytes || bytes.length === 0) return empty(account.keys);

  const derivation = readHead(bytes, tools.crypto);
  if ('problem' in derivation) {
    if (derivation.problem === 'cut' && (account.keys || isRefill)) return empty(account.keys);
    throw new FolderError(REFUSED[derivation.problem]);
  }
  const isAsKnown = account.keys !== null && isSameDerivation(account.keys.derivation, derivation);
  const keys = isAsKnown
    ? (account.keys as FolderKeys)
    : await deriveKeys(tools.crypto, account.passphrase, derivation);
  const files = createSealedFiles(tools, keys);
  const opened = await files.open(LIST, bytes);
  if ('problem' in opened) {
    const isTorn = opened.problem === 'cut' && (account.keys || isRefill);
    if (isAsKnown || isTorn) return empty(account.keys);
    throw new FolderError(REFUSED[opened.problem]);
  }
  const list = readDevices(opened.text);
  if ('problem' in list) throw new FolderError(list.problem);
  return { keys, files, devices: list.value, condition, isNew: false };
}

const REFUSED: Readonly<Record<EnvelopeProblem, FolderProblem>> = {
  foreign: 'foreign',
  newer: 'newer',
  weak: 'weak',
  cut: 'damaged',
  'other-salt': 'damaged',
  sealed: 'passphrase',
};

/** Waits longer each time: whoever else is writing needs a moment. */
const PAUSES_MS = [0, 200, 600, 1_500, 4_000];

interface Listing {
  readonly folder: FolderFiles;
  readonly opened: OpenFolder;
  readonly own: Device;
  /** Devices that nobody has heard of for long. */
  readonly gone: ReadonlySet<string>;
  /** Devices known here that the list may have lost. */
  readonly known: readonly Device[];
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Puts this device on the list, if it is not there. Where the server knows no conditions, two may overwrite each other:
 * what is read back shows it, and who is missing comes back with the next run.
 */
export async function joinList({ folder, opened, own, gone, known, pause }: Listing): Promise<void> {
  let { devices, condition } = opened;
  // Whoever else is missing comes back by himself; only a list that was lost is made up from memory.
  const remembered = devices.length === 0 ? known : [];
  for (const ms of PAUSES_MS) {
    const wanted = listWith(devices, own, remembered, gone);
    if (devicesText(devices) === devicesText(wanted)) return;
    if (ms > 0) await pause(ms);
    const sealed = await opened.files.seal(LIST, devicesText(wanted));
    await folder.write(LIST_FILE, sealed, condition);
    const back = await folder.read(LIST_FILE, null);
    if (back.kind !== 'file') throw new FolderError('not_stored');
    const text = await opened.files.open(LIST, back.bytes);
    // Another device has begun with other keys at the same moment: the next run takes up its.
    if ('problem' in text) throw new FolderError('contended');
    const list = readDevices(text.text);
    if ('problem' in list) throw new FolderError('contended');
    devices = list.value;
    condition = { etag: back.etag };
  }
  throw new FolderError('contended');
}

function listWith(
  listed: readonly Device[],
  own: Device,
  known: readonly Device[],
  gone: ReadonlySet<string>,
): readonly Device[] {
  const devices = new Map(listed.map((device) => [device.id, device]));
  for (const device of known) if (!devices.has(device.id)) devices.set(device.id, device);
  for (const id of gone) devices.delete(id);
  devices.set(own.id, own);
  return [...devices.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
