/**
 * A background that was just woken runs everything for the first time: each function is compiled, each pattern and each
 * table made, and the first article waits for it (measured, Chromium 156: 30 ms of which 8 are work). While the index is
 * still being read nobody uses the processor: a made-up article is read meanwhile, from a made-up pack in memory.
 */
import type { PackHeader, PackRecord } from '../model/pack';
import type { PageTextRequest } from './exchange';
import { openMemoryKnowledge } from './memory-knowledge';
import { createPageReader } from './read-page';
import type { Slices } from './slices';

/** Nothing of it is shown to anybody; names, dates and places are invented. */
export const REHEARSAL_HEADER: PackHeader = {
  record: 'header',
  format: 'sidelight-pack/1',
  id: 'rehearsal' as never,
  version: '1',
  title: { en: 'Rehearsal' },
  license: 'CC0-1.0',
  publisher: 'Sidelight',
  languages: ['en', 'ja', 'ko'],
  coverageTo: '2020-12-31',
};

const full = (text: string, lang: string) => ({ text, lang, kind: 'full' }) as const;
const family = (text: string, lang: string) => ({ text, lang, kind: 'family' }) as const;
const sources = ['source/ledger'] as never;

const minister = (id: string, en: string, ja: string, ko: string, from: string, to: string) => ({
  record: 'entity',
  id: `person/${id}`,
  type: 'person',
  label: { en, ja, ko },
  names: [
    full(en, 'en'),
    family(en.slice(en.indexOf(' ') + 1), 'en'),
    full(ja, 'ja'),
    family(ja.slice(0, 2), 'ja'),
    full(ko, 'ko'),
  ],
  sources,
  description: { en: 'Sailor and politician' },
  roles: [
    { title: { en: 'Minister of Harbours' }, from, to, post: 'post/harbours', of: 'place/norland', sources },
    { title: { en: 'Member of the Council' }, from: '2001', asOf: '2019-04-01', of: 'organisation/council', sources },
  ],
  relations: [{ kind: 'citizen', to: 'place/norland', sources }],
});

export const REHEARSAL_RECORDS = [
  { record: 'source', id: 'source/ledger', title: 'Ledger', publisher: 'Port Office', kind: 'reference' },
  minister('ada', 'Ada Norfield', '北原あだ', '북아다', '2016-01-02', '2018-05-06'),
  minister('bo', 'Bo Norfield', '北原坊', '북보오', '2018-05-06', '2020-01-01'),
  {
    record: 'entity',
    id: 'post/harbours',
    type: 'post',
    label: { en: 'Minister of Harbours', ja: '港湾相', ko: '항만장관' },
    names: [full('Minister of Harbours', 'en'), { text: 'harbour minister', lang: 'en', kind: 'short' }],
    relations: [{ kind: 'part-of', to: 'place/norland', sources }],
    sources,
  },
  {
    record: 'entity',
    id: 'place/norland',
    type: 'place',
    placeKind: 'country',
    label: { en: 'Norland', ja: '北国', ko: '노를란드' },
    names: [full('Norland', 'en'), { text: 'Norlander', lang: 'en', kind: 'demonym' }, full('ノルランド', 'ja')],
    sources,
  },
  {
    record: 'entity',
    id: 'organisation/council',
    type: 'organisation',
    label: { en: 'Harbour Council' },
    names: [full('Harbour Council', 'en'), { text: 'HBC', lang: 'en', kind: 'abbreviation' }, full('항만위원회', 'ko')],
    sources,
  },
  {
    record: 'event',
    id: 'event/first',
    date: '2016-09-01',
    kind: 'visit',
    status: 'held',
    title: { en: 'First visit' },
    participants: [
      { entity: 'person/ada', as: 'post/harbours' },
      { entity: 'person/bo', side: 'place/norland' },
    ],
    places: ['place/norland'],
    sources,
  },
  {
    record: 'series',
    id: 'series/visits',
    title: { en: 'Visits' },
    counts: { en: 'visits' },
    events: ['event/first'],
    coverage: [{ from: '2000', to: '2020', completeness: 'complete' }],
  },
  { record: 'timeline', id: 'timeline/visits', title: { en: 'Visits' }, events: ['event/first'] },
] as unknown as readonly PackRecord[];

/** What the index of the rehearsal is compiled and opened under. */
export const REHEARSAL_FINGERPRINT = 'feed'.repeat(16);

/** By language, so that a reader's own comes first. Each touches what news in it touches. */
export const REHEARSAL_ARTICLES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Norfield To Visit HBC',
    'Norland’s harbour minister, Ada Norfield, met Bo Norfield of the Harbour Council (HBC) in May, said Mr. Brown.',
    '“It is late,” Minister Norfield said; the Norlander’s visit to ada@norland.example was in 2016. HBC will answer.',
  ],
  ja: ['ノルランドの北原あだ港湾相は3日、北原坊氏と会談した。', '北原氏は港湾委員会の前で述べた。'],
  ko: ['노를란드의 북아다 항만장관은 3일 북보오 위원과 만났다.', '항만위원회는 이날 회의를 열었다.'],
};

const PAGE: PageTextRequest = {
  page: '0'.repeat(32),
  revision: 0,
  part: 0,
  of: 1,
  article: { url: 'https://norland.example/', host: 'norland.example', title: '', siteName: '', lang: 'en' },
  asOf: { day: '2016-12-31', origin: 'meta' },
  blocks: [],
  removed: [],
};

/** What is being read meanwhile comes in several steps, none of which should wait long for us. */
const STEP_MS = 1;

export interface RehearsalOptions {
  /** The index of the rehearsal's pack. */
  readonly compiled: ArrayBuffer;
  /** The reader's languages in order: their articles are read first. */
  readonly languages: readonly string[];
  /** True once somebody may be waiting: the rest is left out. */
  readonly isOver: () => boolean;
  readonly slices: Slices;
}

/** Reads the made-up articles, one after the other, until it is over. Rejects as reading does. */
export async function rehearse(options: RehearsalOptions): Promise<void> {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  // A pause that never ends leaves the rest of a reading undone, wherever it is.
  const pause = (): Promise<void> => {
    if (!options.isOver()) return options.slices.pause();
    end();
    return new Promise(() => undefined);
  };
  await Promise.race([readArticles(options, { now: options.slices.now, pause, budgetMs: STEP_MS }), over]);
}

async function readArticles({ compiled, languages }: RehearsalOptions, slices: Slices): Promise<void> {
  const pack = { header: REHEARSAL_HEADER, records: REHEARSAL_RECORDS };
  const knowledge = openMemoryKnowledge([pack], compiled, REHEARSAL_FINGERPRINT);
  const reader = createPageReader({
    knowledge: async () => knowledge,
    states: { get: async () => null, set: async () => undefined, remove: async () => undefined },
    settings: async () => ({ marks: 'first', lang: 'en' }),
    today: () => '2020-01-01',
    sendCards: () => undefined,
    slices,
    clock: { now: slices.now, sleep: async () => undefined },
  });
  const inOrder = new Set([...languages.map((tag) => tag.slice(0, 2)), 'en', 'ja', 'ko']);
  for (const language of inOrder) {
    const texts = REHEARSAL_ARTICLES[language];
    if (!texts) continue;
    const blocks = texts.map((text, id) => ({ id, text, kind: id === 0 ? 'headline' : 'text', section: 0 }) as const);
    await reader.readText({ ...PAGE, blocks }, { tabId: -1, private: false });
  }
}
