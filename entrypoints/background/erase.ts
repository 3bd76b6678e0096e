/** "Erase everything": what is erased, in which order, and who must not write meanwhile. */
import { dropDatabase } from '../../lib/db/drop-database';
import { eraseTables } from '../../lib/db/erase-tables';
import { ReaderDb } from '../../lib/db/reader-db';
import { SyncDb } from '../../lib/db/sync-db';
import { beginErasing, endErasing, eraseStorage, isErasing } from '../../lib/platform/erase';
import { eraseReaderCopy } from '../../lib/platform/reader-copy';
import { eraseEverything, resumeErasure } from '../../lib/services/own/erase';
import type { BackgroundKnowledge } from './knowledge';
import type { BackgroundOwn } from './own';
import type { ReaderCopy } from './reader-copy';
import type { BackgroundSync } from './sync';

interface EraseParts {
  readonly knowledge: Pick<BackgroundKnowledge, 'knowledge' | 'db' | 'renew'>;
  readonly own: Pick<BackgroundOwn, 'reread'>;
  readonly sync: Pick<BackgroundSync, 'apart'>;
  readonly copy: Pick<ReaderCopy, 'apart'>;
  readonly report: (error: unknown) => void;
}

/** Goes on with an erasure that was cut off. What is returned erases everything. */
export function createErasure({ knowledge, own, sync, copy, report }: EraseParts): () => Promise<void> {
  const reader = new ReaderDb();
  const ports = {
    hasBegun: isErasing,
    begin: beginErasing,
    end: endErasing,
    alone: (steps: () => Promise<void>) => sync.apart(() => copy.apart(steps)),
    steps: [
      // What would bring the rest back goes first.
      () => eraseTables(new SyncDb()),
      eraseReaderCopy,
      () => eraseTables(reader),
      () => dropDatabase(knowledge.db),
      eraseStorage,
      // A note that was being typed, an article that was being read.
      () => eraseTables(reader),
    ],
    erased: () => {
      own.reread();
      knowledge.knowledge.reset();
      void knowledge.knowledge.get().then(knowledge.renew, report);
    },
  };
  void resumeErasure(ports).catch(report);
  return () => eraseEverything(ports);
}
