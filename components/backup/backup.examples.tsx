import type { BackupModel, RestoreModel } from '../../lib/settings/backup-models';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { BackupPart } from './BackupPart';

const RESTORE: RestoreModel = {
  made: '2026-10-20T08:15:00.000Z',
  settings: 4,
  records: [
    { table: 'notes', count: 12 },
    { table: 'pins', count: 1 },
    { table: 'rules', count: 3 },
    { table: 'subscriptions', count: 2 },
  ],
  packs: [
    {
      title: { text: '한일 국방 교류와 국제기구 및 다자 안보 협의체에 관한 개인 연구 자료 모음', lang: 'ko' },
      version: '2026.10',
    },
  ],
  unknown: 0,
};

/** Every state of saving a backup and of taking one back. */
export function backupExamples({ words }: Samples): Example[] {
  const actions = { onSave: nothing, onFile: nothing, onRestore: nothing, onDecline: nothing };
  const example = (name: string, model: BackupModel): Example => ({
    name: `options-backup-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        sections={[
          {
            id: 'data',
            title: words.t('optionsData'),
            content: <BackupPart model={model} actions={actions} words={words} />,
          },
        ]}
        current="data"
        words={words}
      />
    ),
    press: [],
  });
  return [
    example('idle', { state: 'idle' }),
    example('saved', { state: 'saved', name: 'sidelight-backup-2026-10-20.jsonl' }),
    example('offered', { state: 'offered', restore: RESTORE }),
    example('offered-newer', { state: 'offered', restore: { ...RESTORE, packs: [], unknown: 7 } }),
    example('nothing-new', { state: 'offered', restore: { ...RESTORE, settings: 0, records: [], packs: [] } }),
    example('refused', { state: 'refused', problem: 'damaged', line: 214 }),
    example('not-a-backup', { state: 'refused', problem: 'not-a-backup', line: 1 }),
    example('restored', { state: 'restored', packs: 1 }),
    example('failed', { state: 'failed', what: 'save' }),
  ];
}
