/** This device's own journal on the server: written as a whole when there is something to say, and looked after. */
import { entriesText, type Journal, journalText, readJournal } from '../../sync/journal';
import { type Entries, entriesOf, type Replica, TOMBSTONE_MS } from '../../sync/replica';
import { FolderError } from './folder-error';
import type { FolderFiles } from './folder-files';
import type { FolderState, Written } from './folder-state';
import type { SyncTools } from './ports';
import { journalName, type SealedFiles } from './sealed-files';

/** Written again when it is so old, so that the others see that somebody is still there. */
const RENEWED_MS = TOMBSTONE_MS / 2;

export interface JournalPorts {
  readonly folder: FolderFiles;
  readonly files: SealedFiles;
  readonly tools: SyncTools;
  readonly device: string;
  /** Writes the state down. */
  readonly save: (state: FolderState) => Promise<void>;
}

export interface JournalOutcome {
  readonly state: FolderState;
  /** Somebody else writes in this device's name: what they know. */
  readonly stranger: Entries | null;
}

/**
 * Writes what this device knows, if the server has anything else. Put beside the old one and moved over it, so that
 * others read the old or the new; then read back.
 */
export async function keepJournal(ports: JournalPorts, replica: Replica, before: FolderState): Promise<JournalOutcome> {
  const { folder, files, tools, device, save } = ports;
  const name = journalName(device);
  const file = await files.fileOf(name);
  const text = entriesText(entriesOf(replica));
  const entries = await hashOf(text, tools);
  let state = before;

  const ours = [state.written, state.writing].filter((own) => own !== null && own.entries === entries);
  if (ours.some((own) => own && tools.now() - own.at < RENEWED_MS)) {
    const there = await folder.read(file, null);
    const hash = there.kind === 'file' ? await tools.packer.hash(there.bytes) : null;
    const found = ours.find((own) => own?.file === hash);
    if (found) return { state: { ...state, written: found, writing: null }, stranger: null };
    const isOwn = hash !== null && (hash === state.written?.file || hash === state.writing?.file);
    const other = there.kind === 'file' && !isOwn ? await journalIn(files, name, there.bytes) : null;
    if (other && other.sequence >= state.sequence) return { state, stranger: other.entries };
  }

  const sequence = state.sequence + 1;
  const sealed = await files.seal(name, journalText({ device, sequence }, text));
  const writing: Written = { entries, file: await tools.packer.hash(sealed), at: tools.now() };
  state = { ...state, sequence, writing };
  await save(state);
  state = await putInPlace(folder, file, sealed, state);
  const back = await folder.read(file, null);
  if (back.kind !== 'file' || (await tools.packer.hash(back.bytes)) !== writing.file)
    throw new FolderError('not_stored');
  return { state: { ...state, written: writing, writing: null }, stranger: null };
}

async function putInPlace(
  folder: FolderFiles,
  file: string,
  sealed: Parameters<FolderFiles['write']>[1],
  state: FolderState,
): Promise<FolderState> {
  if (!state.isWithoutMove) {
    const beside = `${file}.new`;
    await folder.write(beside, sealed, 'any');
    if (await folder.move(beside, file)) return state;
    await folder.remove(beside).catch(() => undefined);
  }
  await folder.write(file, sealed, 'any');
  return { ...state, isWithoutMove: true };
}

const hashOf = (text: string, { crypto, packer }: SyncTools): Promise<string> => packer.hash(crypto.encode(text));

/** The journal in a file of that name; `null` where it is none that can be read. */
async function journalIn(
  files: SealedFiles,
  name: string,
  bytes: Parameters<SealedFiles['open']>[1],
): Promise<Journal | null> {
  const opened = await files.open(name, bytes);
  if ('problem' in opened) return null;
  const read = readJournal(opened.text);
  return 'problem' in read ? null : read.value;
}
