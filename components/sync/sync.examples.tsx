import type { FolderModel, SyncModel } from '../../lib/settings/sync-models';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { SyncSection } from './SyncSection';
import type { SyncActions } from './sync-actions';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const actions: SyncActions = {
  onConnect: nothing,
  onSync: nothing,
  onAllow: nothing,
  onRefill: nothing,
  onDeletions: nothing,
  onDisconnect: nothing,
  onUndo: nothing,
  onDecide: nothing,
  onBrowserSync: nothing,
};

const folder: FolderModel = {
  host: 'cloud.example.org',
  url: 'https://cloud.example.org/remote.php/dav/files/mira/sidelight/',
  user: 'mira',
  syncedAgo: 3 * MINUTE,
  problem: null,
  status: null,
  holder: null,
  nextIn: 12 * MINUTE,
  held: null,
  devices: [
    { label: 'Firefox, Linux', problem: null },
    { label: 'Edge, Windows', problem: null },
  ],
};

const off: SyncModel = {
  folder: null,
  states: [],
  conflicts: [],
  progress: null,
  browser: { isOn: true, problem: null },
};

const note = { id: 'notes/n1', kind: 'notes', name: 'n1', isDeleted: false };
const marks = { id: 'settings/set:marks', kind: 'settings', name: 'set:marks', isDeleted: false };
const site = { id: 'settings/site:news.example', kind: 'settings', name: 'site:news.example', isDeleted: false };

const full: SyncModel = {
  ...off,
  folder,
  conflicts: [
    {
      id: note.id,
      versions: [
        { ...note, text: 'Ask the ministry for the minutes of the 2018 talks.', device: 'Firefox, Linux', clock: 2 },
        { ...note, text: '2018년 회담 회의록을 국방부에 요청할 것.', device: null, clock: 1 },
      ],
    },
    {
      id: marks.id,
      versions: [
        { ...marks, text: 'all', device: null, clock: 2 },
        { ...marks, isDeleted: true, text: '', device: 'Edge, Windows', clock: 1 },
      ],
    },
  ],
  states: [
    {
      at: 2,
      ago: 3 * MINUTE,
      count: 2,
      changes: [
        { ...marks, text: 'first' },
        { ...site, text: 'off' },
      ],
    },
    { at: 1, ago: 2 * DAY, count: 41, changes: [{ ...note, isDeleted: true, text: '' }] },
  ],
};

/** Synchronisation in every state. */
export function syncExamples({ words }: Samples): Example[] {
  const sync = (
    name: string,
    model: SyncModel,
    connectProblem: 'address' | null = null,
    press: string[] = [],
  ): Example => ({
    name: `options-sync-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        sections={[
          {
            id: 'sync',
            title: words.t('optionsSync'),
            content: <SyncSection model={model} connectProblem={connectProblem} words={words} actions={actions} />,
          },
        ]}
        current="sync"
        words={words}
      />
    ),
    press,
  });
  const failed = (problem: string, rest: Partial<FolderModel> = {}): Example =>
    sync(problem, { ...off, folder: { ...folder, problem, nextIn: null, ...rest } });
  return [
    sync('off', off),
    sync('address', off, 'address'),
    sync('never', {
      ...off,
      folder: { ...folder, syncedAgo: null, devices: [] },
      progress: { phase: 'read', done: 1, total: 3 },
    }),
    sync('full', full),
    sync('change', { ...off, folder }, null, [words.t('syncChange')]),
    sync('browser-refuses', { ...off, browser: { isOn: true, problem: 'unavailable' } }),
    sync('held-empty', { ...off, folder: { ...folder, held: { kind: 'empty' }, nextIn: null } }),
    sync('held-deletions', {
      ...off,
      folder: { ...folder, held: { kind: 'deletions', count: 41, live: 60, label: 'Edge, Windows' }, nextIn: null },
    }),
    failed('password', { status: 401 }),
    failed('no_permission'),
    failed('unreachable', { nextIn: 15 * MINUTE, devices: [{ label: 'Firefox, Linux', problem: 'unreadable' }] }),
    failed('locked', { status: 423, holder: 'Mira Schönwald-Hashimoto (Writer)', nextIn: 15 * MINUTE }),
    failed('damaged', { devices: [{ label: 'Firefox, Linux', problem: 'put_back' }] }),
  ];
}
