/** Another device's journal: read if it may be a new one, and refused with a reason where it is not to be taken. */
import { type Device, readJournal } from '../../sync/journal';
import type { Entries } from '../../sync/replica';
import type { FolderFiles } from './folder-files';
import type { Peer } from './folder-state';
import type { SyncTools } from './ports';
import { journalName, type SealedFiles } from './sealed-files';

/** So long a server's word is taken for it that a file is the same. */
const TRUST_MS = 86_400_000;

export interface PeerReading {
  readonly peer: Peer;
  /** `null`: nothing new, or nothing that can be taken. */
  readonly entries: Entries | null;
}

interface ReadingPorts {
  readonly folder: FolderFiles;
  readonly files: SealedFiles;
  readonly tools: SyncTools;
}

export async function readPeer(
  { folder, files, tools }: ReadingPorts,
  { id, label }: Device,
  known: Peer | undefined,
): Promise<PeerReading> {
  const now = tools.now();
  const before: Peer = known
    ? { ...known, label, askedAt: now }
    : { label, sequence: 0, hash: null, etag: null, readAt: 0, since: now, askedAt: now, problem: null };
  const isTrusted = before.readAt <= now && now - before.readAt < TRUST_MS;
  const name = journalName(id);
  const found = await folder.read(await files.fileOf(name), isTrusted ? before.etag : null);
  // A journal that is gone deletes nothing: what it said is known.
  if (found.kind !== 'file') return { peer: before, entries: null };
  const hash = await tools.packer.hash(found.bytes);
  const peer: Peer = { ...before, hash, etag: found.etag, readAt: now };
  if (hash === before.hash) return { peer, entries: null };

  const refused = (problem: NonNullable<Peer['problem']>): PeerReading => ({
    // Not remembered as read: it is looked at again.
    peer: { ...before, problem },
    entries: null,
  });
  const opened = await files.open(name, found.bytes);
  if ('problem' in opened) return refused(opened.problem);
  const journal = readJournal(opened.text);
  if ('problem' in journal) return refused(journal.problem);
  const { device, sequence, entries } = journal.value;
  if (device !== id) return refused('damaged');
  // An old file says nothing that is not known, but whoever shows it is to be told of.
  if (sequence < before.sequence) return refused('put-back');
  return { peer: { ...peer, sequence, since: now, problem: null }, entries };
}
