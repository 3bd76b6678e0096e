/** The models that the gallery shows: the sample articles, read by the project's own services from the bundled packs. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type LookUpSamples,
  type PairSamples,
  SAMPLE_ARTICLES,
  SAMPLE_PAGES,
  SAMPLE_QUERIES,
  type SampleArticle,
  type SamplePage,
  type SampleQuery,
} from '../../components/examples';
import { buildCard, buildChoice } from '../../lib/briefing/build-card';
import type { EntityPageModel } from '../../lib/briefing/entity-models';
import { eventOf } from '../../lib/briefing/facts';
import type { PairModel } from '../../lib/briefing/pair-models';
import type { SearchModel } from '../../lib/briefing/search-models';
import type { BriefingModel, CardModel, ChoiceModel } from '../../lib/briefing/view-models';
import { readPack, readText } from '../../lib/cli/files';
import { readSavedPage } from '../../lib/cli/saved-page';
import { createTerminalKnowledge } from '../../lib/cli/terminal-knowledge';
import type { Reference } from '../../lib/model/ids';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { gatherArticle } from '../../lib/services/article-facts';
import { describePair, describeTab } from '../../lib/services/describe-tab';
import { describeEntity } from '../../lib/services/entity-page';
import type { Knowledge } from '../../lib/services/knowledge';
import { namedIn, type PageState } from '../../lib/services/page-state';
import { createPageReader } from '../../lib/services/read-page';
import { searchKnowledge } from '../../lib/services/search';
import { readingOf } from '../../lib/ui/reading-of';
import type { MessageCatalogue } from '../../lib/ui/words';
import { flagshipPackFiles } from './flagship';
import { readLookUpSamples } from './gallery-look-ups';
import { atOnce, still } from './slices';

const ROOT = join(import.meta.dirname, '../..');
const PACK = 'japan-rok-defense';
const TAB = { tabId: 1, private: false };
/** The day on which an article without a date is read. */
const TODAY = '2026-10-20';
/** Turns of the event loop. */
const MAX_TURNS = 10_000;

const ADDRESSES: Readonly<Record<SampleArticle, string>> = {
  talks2025: 'www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks',
  talks2015: 'www.koreaherald.com/article/10001',
  radar2018: 'www.japantimes.co.jp/news/2018/12/28/world/radar-row',
  undated: 'apnews.com/article/defense-visits-history',
};

/** Plain data, to be handed to a page; `components/examples` has the same with functions. */
export interface GallerySamples {
  readonly lang: InterfaceLanguage;
  readonly catalogue: MessageCatalogue;
  readonly briefings: Readonly<Record<SampleArticle, BriefingModel>>;
  /** By article and id: `talks2025 person/gen-nakatani`. */
  readonly cards: Readonly<Record<string, CardModel>>;
  readonly choice: ChoiceModel;
  readonly movedTo2015: BriefingModel;
  readonly pairs: PairSamples;
  readonly lookUps: LookUpSamples;
  readonly searches: Readonly<Record<SampleQuery, SearchModel>>;
  readonly pages: Readonly<Record<SamplePage, EntityPageModel>>;
}

let known: Promise<Knowledge> | null = null;

export async function readSamples(lang: InterfaceLanguage): Promise<GallerySamples> {
  known ??= Promise.all(flagshipPackFiles().map(readPack)).then(createTerminalKnowledge);
  const knowledge = await known;
  const briefings: Partial<Record<SampleArticle, BriefingModel>> = {};
  const cards: Record<string, CardModel> = {};
  const states: Partial<Record<SampleArticle, PageState>> = {};
  let choice: ChoiceModel | null = null;
  for (const article of SAMPLE_ARTICLES) {
    const read = await readArticle(article, knowledge, lang);
    briefings[article] = read.briefing;
    states[article] = read.state;
    for (const card of read.cards) cards[`${article} ${card.reference.slice(PACK.length + 1)}`] = card;
    choice ??= read.choice;
  }
  const talks = briefings.talks2025;
  if (!talks) throw new Error('the first article was not read');
  const reading = readingOf({ state: 'ready', host: talks.host, briefing: talks }, lang);
  const searches: Partial<Record<SampleQuery, SearchModel>> = {};
  for (const text of SAMPLE_QUERIES) searches[text] = await searchKnowledge(knowledge, { text, ...reading }, TODAY);
  const pages: Partial<Record<SamplePage, EntityPageModel>> = {};
  for (const id of SAMPLE_PAGES) {
    const page = await describeEntity(knowledge, { reference: `${PACK}:${id}` as Reference, ...reading }, TODAY);
    if (!page) throw new Error(`no page of ${id}`);
    pages[id] = page;
  }
  const { talks2025, talks2015 } = states;
  const moved = await describe(talks2025 as PageState, knowledge, lang, '2015-10-20');
  const pair = async (state: PageState | undefined, a: string, b: string): Promise<PairModel> => {
    const names = [`${PACK}:person/${a}` as Reference, `${PACK}:person/${b}` as Reference] as const;
    const model = await describePair({ state: state ?? null, lang }, knowledge, names);
    if (!model) throw new Error(`nothing is known of ${names.join(' or ')}`);
    return model;
  };
  return {
    lang,
    movedTo2015: moved.briefing,
    pairs: {
      met: await pair(talks2025, 'gen-nakatani', 'ahn-gyu-back'),
      byPosts: await pair(talks2015, 'gen-nakatani', 'park-geun-hye'),
      byCountries: await pair(talks2025, 'gen-nakatani', 'shin-won-sik'),
      oneCountry: await pair(talks2025, 'gen-nakatani', 'shigeru-ishiba'),
      earlier: await pair(talks2015, 'gen-nakatani', 'han-min-koo'),
    },
    searches: searches as Record<SampleQuery, SearchModel>,
    pages: pages as Record<SamplePage, EntityPageModel>,
    catalogue: JSON.parse(readText(join(ROOT, `public/_locales/${lang}/messages.json`))),
    briefings: briefings as Record<SampleArticle, BriefingModel>,
    cards,
    choice: choice as ChoiceModel,
    lookUps: readLookUpSamples(lang),
  };
}

async function readArticle(name: SampleArticle, knowledge: Knowledge, lang: InterfaceLanguage) {
  const url = `https://${ADDRESSES[name]}`;
  const html = readText(join(ROOT, `tests/sites/${ADDRESSES[name]}.html`));
  const { info, asOf, blocks } = readSavedPage(html, url);
  let state: PageState | null = null;
  const reader = createPageReader({
    sendCards: () => undefined,
    slices: atOnce,
    clock: still,
    knowledge: async () => knowledge,
    states: {
      get: async () => state,
      set: async (_tab, next) => {
        state = next;
      },
      remove: async () => undefined,
    },
    settings: async () => ({ marks: 'first', lang }),
    today: () => TODAY,
  });
  await reader.readText(
    {
      page: name,
      reading: 0,
      revision: 0,
      part: 0,
      of: 1,
      article: info,
      asOf,
      blocks,
      removed: [],
    },
    TAB,
  );
  // What it says of time is read after the answer.
  for (let turn = 0; turn < MAX_TURNS && !(state as PageState | null)?.claims; turn++) await setImmediate();
  if (!(state as PageState | null)?.claims) throw new Error(`${name} was not read`);
  const read = state as unknown as PageState;
  const status = await describe(read, knowledge, lang);

  const named = namedIn(read.mentions);
  const { facts, context } = await gatherArticle(knowledge, read.mentions, read.asOf, lang);
  const ofNames = await Promise.all([...named].map((reference) => reader.card(name, reference, TAB)));
  // Events that a name of the article took part in are known too: the card of a dispute with two accounts.
  const events = new Set([...named].flatMap((reference) => facts.eventsOf(reference)));
  const ofEvents = [...events]
    .filter((reference) => eventOf(facts, reference)?.accounts)
    .map((reference) => buildCard(facts, reference, context, null));
  return {
    state: read,
    briefing: status.briefing,
    cards: [...ofNames, ...ofEvents].filter((card) => card !== null),
    choice: buildChoice(
      facts,
      ['person/shin-won-sik', 'person/lee-jae-myung'].map((id) => `${PACK}:${id}` as Reference),
      'Shin',
      context,
    ),
  };
}

async function describe(state: PageState, knowledge: Knowledge, lang: InterfaceLanguage, day?: string) {
  const tab = {
    url: state.article.url,
    state,
    isOwn: false,
    siteOn: true,
    hasAccess: true,
    lang,
    knowledgeFailed: false,
  };
  const status = await describeTab({ ...tab, installing: null }, knowledge, { day: day ?? null });
  if (status.state !== 'ready') throw new Error(`${state.article.url} is ${status.state}`);
  return status;
}
