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
}

export function createReaderCopy(report: (error: unknown) => void): ReaderCopy {
  const records = createReaderRecords(new ReaderDb());
  return {
    // A page of ours that is open makes the database anew at once, empty: that it is there says nothing.
    isSafe: async () => {
      const wasThere = await hasReaderDb();
      return (await restoreCopy(readerCopy, records, webByteTools)) !== null || wasThere;
    },
    soon: () => void setTimeout(() => void keepCopy(readerCopy, records, webByteTools).catch(report), COPY_AFTER_MS),
  };
}
