/** A briefing as a document: what is on the reader's screen, in its order, each statement with its sources. */
import type { AsOf } from '../../model/article';
import { pointersIn } from '../pointers-in';
import type { BriefingModel, CastRow } from '../view-models';
import type { Words } from '../words';
import { type ExportDocument, joined, type Line, phrase, type Row, type Section, say, shown } from './document';
import { createNotes, type Notes } from './notes';
import { FIRST_CAST_ROWS, type OnScreen } from './on-screen';
import { outlineClaims, verdictLine } from './outline-claims';
import { outlineTimeline } from './outline-timeline';
import { citedAddress } from './web-address';

/** Who says on which day the article appeared; a document is read by others than the reader who set a date. */
const ORIGINS = {
  'json-ld': 'dateOriginPage',
  meta: 'dateOriginPage',
  time: 'dateOriginPage',
  text: 'dateOriginPage',
  url: 'dateOriginAddress',
  reader: 'exportDateSet',
} as const;

/** The article itself, whatever day its briefing is read as of. */
export interface CitedArticle {
  /** `null` where it is not known. */
  readonly url: string | null;
  /** Its own date. */
  readonly asOf: AsOf;
}

export function outlineBriefing(
  model: BriefingModel,
  { url, asOf }: CitedArticle,
  screen: OnScreen,
  words: Words,
): ExportDocument {
  const notes = createNotes(words);
  const published = publishedOn(asOf, words);
  const article = notes.article({
    publisher: say(model.siteName || model.host),
    title: say(model.title),
    url: citedAddress(url),
    detail: published,
    archived: null,
  });
  const record = model.packs.map((pack) => notes.pack(pack));
  const lines = headLines(model, { published, article, record, words });
  const context = { words, notes, screen, packs: model.packs };
  const claims = { words, notes, article, record };
  const [lead, ...others] = model.timelines;
  const leadClaim = model.claims.find(({ verdict }) => verdict === 'fits' || verdict === 'earlier');
  const sections = [
    ...(lead ? outlineTimeline(lead, context, leadClaim ? [verdictLine(leadClaim, claims)] : []) : []),
    ...outlineCast(model, screen.wholeCast, words, notes),
    ...outlineClaims(model.claims, screen.pointers, claims),
    ...(screen.moreTimelines ? others.flatMap((timeline) => outlineTimeline(timeline, context)) : []),
  ];
  return {
    lang: words.lang,
    title: say(model.title),
    lines,
    sections,
    leftOut: leftOut(model, screen, words),
    notes: notes.all(),
  };
}

/** "8 Sep 2025 (from the page)"; `null` where no date was found. */
function publishedOn({ day, origin }: AsOf, words: Words): string | null {
  if (origin === 'none') return null;
  return words.t('exportDated', { date: words.date(day), origin: words.t(ORIGINS[origin]) });
}

interface HeadContext {
  readonly published: string | null;
  readonly article: number;
  readonly record: readonly number[];
  readonly words: Words;
}

/** Where it appeared and when, as of when it is read, and how far the record reaches. */
function headLines(model: BriefingModel, { published, article, record, words }: HeadContext): Line[] {
  const { asOf, horizon } = model;
  const horizonText =
    horizon.daysBehind > 0
      ? words.t('recordBehind', { date: words.date(horizon.coverageTo), n: horizon.daysBehind })
      : words.t('recordEnds', { date: words.date(horizon.coverageTo) });
  return [
    {
      spans: joined([[say(model.siteName || model.host)], published ? [say(published)] : []], ' · '),
      notes: [article],
    },
    ...(published ? [] : [{ spans: [say(words.t('noDate'))], notes: [] }]),
    {
      spans: phrase(words, 'exportAsOf', { date: [{ text: words.date(asOf.day), style: 'as-of' }] }),
      notes: [],
    },
    { spans: [say(horizonText)], notes: record },
    ...horizon.ended.map(({ title, coverageTo }) => ({
      spans: phrase(words, 'recordOfPackEnds', { pack: [shown(title)], date: [say(words.date(coverageTo))] }),
      notes: record,
    })),
  ];
}

const GROUPS = [
  { group: 'people', heading: 'castPeople' },
  { group: 'organisations', heading: 'castOrganisations' },
  { group: 'places', heading: 'castPlaces' },
] as const;

function outlineCast({ cast, asOf }: BriefingModel, isWhole: boolean, words: Words, notes: Notes): Section[] {
  if (cast.length === 0) return [];
  const heading = phrase(words, 'cast', { date: [{ text: words.date(asOf.day), style: 'as-of' }] });
  const rows = (entries: readonly CastRow[]): Row[] => entries.map((row) => castRow(row, words, notes));
  if (!isWhole) return [{ level: 2, heading, lines: [], rows: rows(cast.slice(0, FIRST_CAST_ROWS)) }];
  const groups = GROUPS.map(
    (entry): Section => ({
      level: 3,
      heading: [say(words.t(entry.heading))],
      lines: [],
      rows: rows(cast.filter(({ group }) => group === entry.group)),
    }),
  );
  return [{ level: 2, heading, lines: [], rows: [] }, ...groups.filter(({ rows: members }) => members.length > 0)];
}

/** "Gen Nakatani 中谷元 · Minister of Defense of Japan". */
function castRow({ name, native, role, capacity, sources }: CastRow, words: Words, notes: Notes): Row {
  const office = role ? [shown(role)] : [];
  return {
    spans: joined(
      [
        [shown(name, 'strong'), ...(native ? [say(' '), shown(native)] : [])],
        capacity && role ? phrase(words, `capacity_${capacity}`, { title: office }) : office,
      ],
      ' · ',
    ),
    notes: notes.sources(sources),
  };
}

/** What the panel holds and the reader has not opened; `null` where that is nothing. */
function leftOut(model: BriefingModel, screen: OnScreen, words: Words): string | null {
  const timelines = screen.moreTimelines ? model.timelines : model.timelines.slice(0, 1);
  const later = timelines
    .filter(({ reference }) => !screen.sinceOpen.has(reference))
    .reduce((sum, timeline) => sum + screen.filtered(timeline).events.filter(({ part }) => part === 'since').length, 0);
  const closed = [
    ['exportNames', screen.wholeCast ? 0 : Math.max(0, model.cast.length - FIRST_CAST_ROWS)],
    ['exportPointers', screen.pointers ? 0 : pointersIn(model.claims).length],
    ['exportTimelines', model.timelines.length - timelines.length],
    ['exportLater', later],
  ] as const;
  const named = closed.filter(([, n]) => n > 0).map(([key, n]) => words.t(key, { n }));
  return named.length === 0 ? null : words.t('exportLeftOut', { what: new Intl.ListFormat(words.lang).format(named) });
}
