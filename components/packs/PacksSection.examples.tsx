import type { PackId } from '../../lib/model/ids';
import type {
  AddingModel,
  ChangesModel,
  IntegrityModel,
  JobModel,
  PackModel,
  PacksModel,
} from '../../lib/settings/pack-models';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { PacksSection } from './PacksSection';
import type { PackActions } from './pack-actions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const actions: PackActions = {
  onFiles: nothing,
  onAddUrl: nothing,
  onFollow: nothing,
  onAllow: nothing,
  onCheck: nothing,
  onStop: nothing,
  onRemove: nothing,
  onPrivate: nothing,
  onCancel: nothing,
  onAccept: nothing,
  onDismiss: nothing,
  onVerify: nothing,
  onStopVerifying: nothing,
  onMend: nothing,
};

const changes: ChangesModel = {
  changed: 12,
  added: 3,
  withdrawn: 1,
  removed: 0,
  ids: {
    changed: ['person/gen-nakatani', 'person/ahn-gyu-back', 'place/seoul'],
    added: ['event/talks-2026-02', 'event/talks-2026-06', 'person/a-successor'],
    withdrawn: ['event/visit-2026-05'],
    removed: [],
  },
};

const bundled: PackModel = {
  id: 'japan-rok-defense' as PackId,
  title: { text: 'Japan–South Korea defense relations', lang: 'en' },
  publisher: 'Sidelight',
  license: 'CC-BY-4.0',
  version: '2026.10.6',
  origin: { kind: 'bundled' },
  homepage: null,
  records: 512,
  bytes: 412_000,
  coverageTo: '2026-10-06',
  installedAgo: 40 * DAY,
  isPrivate: false,
  isPrivateByAuthor: false,
  subscription: null,
  offer: null,
  lastUpdate: null,
};

const file: PackModel = {
  ...bundled,
  id: 'harbors' as PackId,
  title: { text: 'Harbors of the north', lang: 'en' },
  publisher: 'A club of harbor masters with a rather long name, and its friends abroad',
  license: 'CC0-1.0',
  version: '5',
  origin: { kind: 'file', name: 'harbors-2026-autumn-final-version-2.jsonl.gz' },
  homepage: 'https://harbors.example.org/',
  records: 90_412,
  bytes: 6_204_118,
  installedAgo: 3 * HOUR,
  isPrivate: true,
  offer: { url: 'https://packs.example.org/harbors.jsonl.gz', host: 'packs.example.org' },
};

const url = 'https://packs.example.org/people/2026/members-of-parliament-and-their-offices.jsonl.gz';
const subscribed: PackModel = {
  ...file,
  id: 'members' as PackId,
  title: { text: '대한민국 국회의원과 그 직책', lang: 'ko', fallback: true },
  origin: { kind: 'url', url, host: 'packs.example.org' },
  homepage: null,
  isPrivate: true,
  isPrivateByAuthor: true,
  offer: null,
  subscription: {
    url,
    host: 'packs.example.org',
    checkedAgo: 3 * DAY,
    nextIn: 20 * HOUR,
    mayCheckIn: 0,
    problem: null,
    status: null,
    running: null,
  },
  lastUpdate: { changes, ago: 3 * DAY },
};

const withSubscription = (change: Partial<NonNullable<PackModel['subscription']>>): PackModel => ({
  ...subscribed,
  lastUpdate: null,
  ...(subscribed.subscription ? { subscription: { ...subscribed.subscription, ...change } } : {}),
});

const job = (id: string, text: string, state: JobModel['state']): JobModel => ({
  id,
  kind: 'import',
  name: { text, lang: 'en' },
  origin: { kind: 'file', name: text },
  state,
});

const jobs: readonly JobModel[] = [
  job('1', 'world.jsonl.gz', { kind: 'running', phase: 'checking', done: 62, total: 90 }),
  job('2', 'harbors.jsonl', { kind: 'waiting' }),
  job('3', 'Members of parliament', {
    kind: 'held',
    removed: 412,
    before: 1_000,
    changedLinks: 1_204,
    changes: { ...changes, removed: 412, ids: { ...changes.ids, removed: ['person/one', 'person/two'] } },
  }),
  job('4', 'broken.jsonl', {
    kind: 'refused',
    reason: 'problems',
    problems: [
      { line: 12, message: 'roles.0.sources is empty: every role needs a source' },
      { line: 14, message: 'refers to "person/nobody", which is not in this pack' },
    ],
    count: 90,
  }),
  job('5', 'large.jsonl', { kind: 'failed', reason: 'no_space' }),
  job('6', 'harbors.jsonl', { kind: 'done', same: false, changes }),
];

/** Every state of the Packs section. */
export function packExamples({ words }: Samples): Example[] {
  const example = (
    name: string,
    model: PacksModel | null,
    {
      adding = null,
      integrity = { state: 'idle' },
      press,
    }: {
      readonly adding?: AddingModel | null;
      readonly integrity?: IntegrityModel;
      readonly press?: readonly string[];
    } = {},
  ): Example => ({
    name: `packs-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        words={words}
        current="packs"
        sections={[
          {
            id: 'packs',
            title: words.t('optionsPacks'),
            content: (
              <PacksSection model={model} adding={adding} integrity={integrity} words={words} actions={actions} />
            ),
          },
        ]}
      />
    ),
    ...(press ? { press } : {}),
  });
  const model = (packs: readonly PackModel[], rest: Partial<PacksModel> = {}): PacksModel => ({
    packs,
    jobs: [],
    orphans: [],
    usedBytes: 54_321_000,
    ...rest,
  });
  return [
    example('first', model([bundled])),
    example('several', model([bundled, file, subscribed])),
    example('jobs', model([bundled], { jobs })),
    example(
      'troubled',
      model(
        [
          withSubscription({ problem: 'redirect', mayCheckIn: 5 * HOUR }),
          { ...withSubscription({ problem: 'no_access' }), id: 'b' as PackId },
          { ...withSubscription({ running: { bytes: 3_000_000, total: 12_000_000 } }), id: 'c' as PackId },
        ],
        {
          orphans: [
            {
              pack: null,
              subscription: {
                url: 'https://elsewhere.example.net/pack.jsonl',
                host: 'elsewhere.example.net',
                checkedAgo: null,
                nextIn: 0,
                mayCheckIn: 0,
                problem: 'status',
                status: 404,
                running: null,
              },
            },
          ],
        },
      ),
      { adding: { host: 'packs.example.org', state: 'media_type', status: null } },
    ),
    example('remove', model([{ ...file, offer: null }]), { press: [words.t('removePack')] }),
    example('checking', model([bundled]), { integrity: { state: 'running', done: 62_000, total: 90_000 } }),
    example('sound', model([bundled]), {
      integrity: { state: 'done', records: 90_000, damaged: [], count: 0, indexIsSound: true },
    }),
    example('damaged', model([bundled, file]), {
      integrity: {
        state: 'done',
        records: 90_000,
        damaged: [
          { pack: bundled.title, origin: bundled.origin, record: 'person/gen-nakatani' },
          { pack: file.title, origin: file.origin, record: '#4,213' },
        ],
        count: 2,
        indexIsSound: false,
      },
    }),
    example('elsewhere', null),
  ];
}
