/** Saving a backup and taking one back, as the reader does it in the options. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { ReaderDb } from '../db/reader-db';
import { createReaderRecords } from '../db/reader-records';
import { tell } from '../messaging/client';
import { type InterfaceLanguage, pickText } from '../model/localized';
import { webByteTools } from '../platform/byte-tools';
import { today } from '../platform/calendar';
import { saveFile } from '../platform/save-file';
import { readStored, writeStored } from '../platform/settings-area';
import { type Backup, readBackup } from '../services/backup/read-backup';
import {
  previewRestore,
  type RestorePorts,
  type RestorePreview,
  restoreBackup,
} from '../services/backup/restore-backup';
import { writeBackup } from '../services/backup/write-backup';
import type { BackupModel, RestoreModel } from '../settings/backup-models';
import { isKept } from '../settings/schema';
import type { PackStores } from './stored-packs';

export function useBackup({ knowledge, jobs }: PackStores, lang: InterfaceLanguage) {
  const [model, setModel] = useState<BackupModel>({ state: 'idle' });
  const offered = useRef<Backup | null>(null);
  const ports = useMemo(
    (): RestorePorts => ({
      records: createReaderRecords(new ReaderDb()),
      settings: { read: readStored, write: writeStored },
      jobs,
      knowledge,
    }),
    [jobs, knowledge],
  );
  const fail = (what: 'save' | 'restore') => (error: unknown) => {
    console.error('Sidelight: a backup', error);
    setModel({ state: 'failed', what });
  };

  async function save(): Promise<void> {
    setModel({ state: 'saving' });
    const stored = await readStored();
    const settings = Object.fromEntries(Object.entries(stored).filter(([key]) => isKept(key)));
    const parts: BlobPart[] = [];
    const made = new Date().toISOString();
    for await (const piece of writeBackup({ made, records: ports.records, settings, knowledge }, webByteTools))
      parts.push(piece as BlobPart);
    const name = `sidelight-backup-${today()}.jsonl`;
    saveFile(new Blob(parts, { type: 'application/jsonl' }), name);
    setModel({ state: 'saved', name });
  }

  async function open(file: File): Promise<void> {
    setModel({ state: 'reading' });
    const pieces = file.stream() as unknown as AsyncIterable<Uint8Array>;
    const backup = await readBackup(pieces, ports.records.tables, webByteTools);
    if ('problem' in backup) return setModel({ state: 'refused', ...backup });
    offered.current = backup;
    setModel({ state: 'offered', restore: toModel(await previewRestore(backup, ports), lang) });
  }

  async function restore(): Promise<void> {
    if (!offered.current) return;
    setModel({ state: 'restoring' });
    const packs = await restoreBackup(offered.current, ports);
    offered.current = null;
    tell('packs.work', {});
    setModel({ state: 'restored', packs });
  }

  return {
    model,
    actions: {
      onSave: () => void save().catch(fail('save')),
      onFile: (file: File) => void open(file).catch(fail('restore')),
      onRestore: () => void restore().catch(fail('restore')),
      onDecline: () => {
        offered.current = null;
        setModel({ state: 'idle' });
      },
    },
  };
}

const toModel = (
  { made, settings, records, packs, unknown }: RestorePreview,
  lang: InterfaceLanguage,
): RestoreModel => ({
  made,
  settings,
  records: Array.from(records, ([table, count]) => ({ table, count })),
  packs: packs.map(({ header }) => ({
    title: pickText(header.title, lang) ?? { text: header.id, lang: 'en' },
    version: header.version,
  })),
  unknown,
});
