/** The items and pages of the Wikimedia that tests ask, in the form in which its servers answer. All are made up. */

export type WikimediaPart = 'search' | 'item' | 'labels' | 'summary';

interface Term {
  readonly language: string;
  readonly value: string;
}
type Texts = Readonly<Record<string, string>>;

interface Item {
  readonly id: string;
  readonly labels: Texts;
  readonly descriptions?: Texts;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly claims?: Readonly<Record<string, readonly object[]>>;
  readonly pages?: Texts;
}

/** Mira Aldane: politician, three offices, pages in English and Korean. */
export const ALDANE = 'Q900000001';
/** Two who are called Jon Brae: a rower and a judge. */
export const BRAE_ROWER = 'Q900000002';
export const BRAE_JUDGE = 'Q900000003';
/** Northmark Harbour Board: an organisation, without a page. */
export const BOARD = 'Q900000004';
/** "Aldane", the family name: no thing. */
export const FAMILY_NAME = 'Q900000005';
const MINISTER = 'Q900000101';
const PREMIER = 'Q900000102';
const DEPUTY = 'Q900000103';
const NAMELESS = 'Q900000104';

const itemSnak = (property: string, id: string) => ({
  snaktype: 'value',
  property,
  datavalue: { value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id }, type: 'wikibase-entityid' },
  datatype: 'wikibase-item',
});

/** `2015-03-01`, `2015-03` or `2015`, as Wikibase writes them. */
export const timeSnak = (property: string, date: string, calendar = 'Q1985727') => {
  const [year = '', month = '00', day = '00'] = date.split('-');
  return {
    snaktype: 'value',
    property,
    datavalue: {
      value: {
        time: `+${year}-${month}-${day}T00:00:00Z`,
        timezone: 0,
        before: 0,
        after: 0,
        precision: day !== '00' ? 11 : month !== '00' ? 10 : 9,
        calendarmodel: `http://www.wikidata.org/entity/${calendar}`,
      },
      type: 'time',
    },
    datatype: 'time',
  };
};

interface Statement {
  readonly rank?: 'preferred' | 'normal' | 'deprecated';
  readonly from?: string;
  readonly to?: string | 'novalue' | 'somevalue';
  readonly replacedBy?: string;
}

/** A position held, with its qualifiers. */
export function position(post: string, { rank = 'normal', from, to, replacedBy }: Statement): object {
  const end = to === 'novalue' || to === 'somevalue' ? { snaktype: to, property: 'P582', datatype: 'time' } : null;
  return {
    mainsnak: itemSnak('P39', post),
    type: 'statement',
    qualifiers: {
      ...(from ? { P580: [timeSnak('P580', from)] } : {}),
      ...(to ? { P582: [end ?? timeSnak('P582', to)] } : {}),
      ...(replacedBy ? { P1366: [itemSnak('P1366', replacedBy)] } : {}),
    },
    id: `${post}$0`,
    rank,
    references: [],
  };
}

const fact = (snak: { readonly property: string }) => ({
  mainsnak: snak,
  type: 'statement',
  id: 'x$0',
  rank: 'normal',
});
const isA = (id: string) => [fact(itemSnak('P31', id))];

const ITEMS: readonly Item[] = [
  {
    id: ALDANE,
    labels: { en: 'Mira Aldane', ja: 'ミラ・アルデイン', ko: '미라 알데인' },
    descriptions: {
      en: 'Prime Minister of Northmark since 2024',
      ja: 'ノースマークの首相',
      ko: '노스마크의 총리',
    },
    aliases: { en: ['M. Aldane', 'Mira R. Aldane'], ja: ['アルデイン'] },
    claims: {
      P31: isA('Q5'),
      P569: [fact(timeSnak('P569', '1971-04-02'))],
      P39: [
        position(PREMIER, { rank: 'preferred', from: '2024-10-01' }),
        position(MINISTER, { from: '2015-03-01', to: '2018-06-30' }),
        position(DEPUTY, { from: '2009' }),
        position(NAMELESS, { from: '2001', to: '2002' }),
      ],
      P18: [fact({ property: 'P18' })].map((statement) => ({
        ...statement,
        mainsnak: { snaktype: 'value', datavalue: { type: 'string', value: 'A.jpg' } },
      })),
    },
    pages: { en: 'Mira Aldane', ko: '미라 알데인' },
  },
  {
    id: BRAE_ROWER,
    labels: { mul: 'Jon Brae' },
    descriptions: { en: 'rower' },
    claims: { P31: isA('Q5'), P569: [fact(timeSnak('P569', '1901'))], P570: [fact(timeSnak('P570', '1950-01-09'))] },
  },
  {
    id: BRAE_JUDGE,
    labels: { en: 'Jon Brae' },
    descriptions: { en: 'judge' },
    claims: { P31: isA('Q5') },
    pages: { en: 'Jon Brae (judge)' },
  },
  {
    id: BOARD,
    labels: { en: 'Northmark Harbour Board', ko: '노스마크 항만 위원회' },
    claims: { P159: [fact(itemSnak('P159', 'Q900000201'))], P571: [fact(timeSnak('P571', '1922-05'))] },
  },
  { id: FAMILY_NAME, labels: { en: 'Aldane' }, descriptions: { en: 'family name' }, claims: { P31: isA('Q101352') } },
  {
    id: MINISTER,
    labels: { en: 'Minister of Harbours of Northmark', ja: 'ノースマーク港湾大臣', ko: '노스마크 항만부 장관' },
  },
  { id: PREMIER, labels: { en: 'Prime Minister of Northmark', ja: 'ノースマーク首相', ko: '노스마크 총리' } },
  { id: DEPUTY, labels: { en: 'Member of the Northmark Assembly' } },
  { id: NAMELESS, labels: {} },
];

const EXTRACTS: Readonly<Record<string, string>> = {
  'en Mira Aldane':
    'Mira Rowena Aldane (born 2 April 1971) is a Northmark politician who has served as Prime Minister since 1 October 2024. She was Minister of Harbours from 2015 to 2018.',
  'ko 미라 알데인': '미라 알데인(1971년 4월 2일 ~ )은 노스마크의 정치인이다. 2024년 10월 1일부터 총리를 맡고 있다.',
  'en Jon Brae (judge)': 'Jon Brae is a judge.',
};

const termsOf = (texts: Texts = {}): Readonly<Record<string, Term>> =>
  Object.fromEntries(Object.entries(texts).map(([language, value]) => [language, { language, value }]));

/** PHP writes a map without entries as a list. */
const orList = (map: object): object => (Object.keys(map).length === 0 ? [] : map);

function toEntity({ id, labels, descriptions, aliases = {}, claims = {}, pages = {} }: Item): object {
  return {
    type: 'item',
    id,
    labels: orList(termsOf(labels)),
    descriptions: orList(termsOf(descriptions)),
    aliases: orList(
      Object.fromEntries(
        Object.entries(aliases).map(([language, all]) => [language, all.map((value) => ({ language, value }))]),
      ),
    ),
    claims: orList(claims),
    sitelinks: orList(
      Object.fromEntries(
        Object.entries(pages).map(([lang, title]) => [`${lang}wiki`, { site: `${lang}wiki`, title, badges: [] }]),
      ),
    ),
  };
}

function search(name: string, lang: string, uselang: string): object {
  const wanted = name.toLowerCase();
  const hits = ITEMS.flatMap((item) => {
    // The server looks through the languages that the asked one falls back to as well.
    const chain = [lang, 'en', 'mul'];
    const label = chain.map((tag) => item.labels[tag]).find((text) => text !== undefined);
    const forms = chain.flatMap((tag) => [
      { type: 'label', text: item.labels[tag] },
      ...(item.aliases?.[tag] ?? []).map((text) => ({ type: 'alias', text })),
    ]);
    const found = forms.find(({ text }) => text?.toLowerCase().startsWith(wanted));
    if (!found?.text) return [];
    const shown = item.labels[uselang] ?? label ?? item.id;
    const description = item.descriptions?.[uselang] ?? item.descriptions?.en;
    return [
      {
        id: item.id,
        title: item.id,
        pageid: 1,
        concepturi: `http://www.wikidata.org/entity/${item.id}`,
        repository: 'wikidata',
        url: `//www.wikidata.org/wiki/${item.id}`,
        display: {
          label: { value: shown, language: item.labels[uselang] ? uselang : 'en' },
          ...(description
            ? { description: { value: description, language: item.descriptions?.[uselang] ? uselang : 'en' } }
            : {}),
        },
        label: shown,
        ...(description ? { description } : {}),
        match: { type: found.type, language: lang, text: found.text },
      },
    ];
  });
  return { searchinfo: { search: name }, search: hits, success: 1 };
}

function entities(ids: readonly string[]): object {
  const all = ids.map((id) => {
    const item = ITEMS.find((candidate) => candidate.id === id);
    return [id, item ? toEntity(item) : { id, missing: true }] as const;
  });
  return { entities: Object.fromEntries(all), success: 1 };
}

function summary(lang: string, title: string): object | null {
  const name = title.replaceAll('_', ' ');
  const extract = EXTRACTS[`${lang} ${name}`];
  const item = ITEMS.find(({ pages }) => pages?.[lang] === name);
  if (!extract || !item) return null;
  const page = `https://${lang}.wikipedia.org/wiki/${encodeURIComponent(title)}`;
  return {
    type: 'standard',
    title: name,
    displaytitle: `<span class="mw-page-title-main">${name}</span>`,
    namespace: { id: 0, text: '' },
    wikibase_item: item.id,
    titles: { canonical: title, normalized: name, display: name },
    pageid: 1,
    thumbnail: { source: 'https://upload.wikimedia.org/a.jpg', width: 320, height: 240 },
    lang,
    dir: 'ltr',
    revision: '1',
    tid: '1',
    timestamp: '2026-11-01T00:00:00Z',
    description: item.descriptions?.[lang] ?? '',
    description_source: 'central',
    content_urls: { desktop: { page, revisions: page }, mobile: { page } },
    extract,
    extract_html: `<p><b>${name}</b> …</p>`,
  };
}

/** What the servers answer at an address; `json: null` for a page that is not there, `null` for what is no address of theirs. */
export function answerFor(
  host: string,
  url: string,
): { readonly part: WikimediaPart; readonly json: object | null } | null {
  const { pathname, searchParams } = new URL(url, 'https://x.example');
  const page = /^(?:\/(\w+))?\/api\/rest_v1\/page\/summary\/([^/]+)$/.exec(pathname);
  if (page) {
    const lang = page[1] ?? host.split('.')[0] ?? '';
    return { part: 'summary', json: summary(lang, decodeURIComponent(page[2] ?? '')) };
  }
  if (pathname !== '/w/api.php') return null;
  const parameter = (name: string) => searchParams.get(name) ?? '';
  if (parameter('action') === 'wbsearchentities')
    return { part: 'search', json: search(parameter('search'), parameter('language'), parameter('uselang')) };
  if (parameter('action') !== 'wbgetentities') return null;
  const part = parameter('props') === 'labels' ? 'labels' : 'item';
  return { part, json: entities(parameter('ids').split('|')) };
}
