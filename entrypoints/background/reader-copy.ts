/** The copy of what the reader made: kept up to date while the background is awake anyway, and taken back after a loss. */
import { hasReaderDb, ReaderDb } from '../../lib/db/reader-db';
import { createReaderRecords } from '../../lib/db/reader-records';
import { webByteTools } from '../../lib/platform/byte-tools';
import { readerCopy } from '../../lib/platform/reader-copy';
import { keepCopy, restoreCopy } from '../../lib/services/backup/keep-copy';

/** What woke the background has been answered by then. */
const COPY_AFTER_MS = 8_000;

export interface ReaderCopy {
  /** True when what the reader made is there, or is there again, though the browser has removed the packs. */
  readonly isSafe: () => Promise<boolean>;
  /** Copies what has changed, in a while. */
  readonly soon: () => void;
  /** Runs something while nothing is copied or taken back. */
  readonly apart: (task: () => Promise<void>) => Promise<void>;
}

const apart = <T>(task: () => Promise<T>): Promise<T> => navigator.locks.request('sidelight copy', task) as Promise<T>;

export function createReaderCopy(report: (error: unknown) => void): ReaderCopy {
  const records = createReaderRecords(new ReaderDb());
  let isPlanned = false;
  const keep = async (): Promise<void> => {
    isPlanned = false;
    await apart(() => keepCopy(readerCopy, records, webByteTools));
  };
  return {
    // A page of ours that is open makes the database anew at once, empty: that it is there says nothing.
    isSafe: async () => {
      const wasThere = await hasReaderDb();
      return (await apart(() => restoreCopy(readerCopy, records, webByteTools))) !== null || wasThere;
    },
    soon() {
      if (!isPlanned) setTimeout(() => void keep().catch(report), COPY_AFTER_MS);
      isPlanned = true;
    },
    apart,
  };
}
