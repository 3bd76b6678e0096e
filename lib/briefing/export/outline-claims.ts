/** What the article says of time, in its two lists, which are never mixed. */
import { missingText } from '../missing-text';
import { pointersIn } from '../pointers-in';
import type { ClaimModel } from '../view-models';
import type { Words } from '../words';
import { type Line, phrase, type Row, type Section, type Span, say, shown } from './document';
import type { Notes } from './notes';

const VERDICTS = { fits: 'fits', earlier: 'earlierOne', 'out-of-reach': 'noReach' } as const;

interface Context {
  readonly words: Words;
  readonly notes: Notes;
  /** Number of the article, whose words these are. */
  readonly article: number;
  /** Numbers of the packs, which are the record. */
  readonly record: readonly number[];
}

const countsOf = (claims: readonly ClaimModel[]): ClaimModel[] => claims.filter(({ verdict }) => verdict !== null);

export function outlineClaims(claims: readonly ClaimModel[], withPointers: boolean, context: Context): Section[] {
  const { words } = context;
  const list = (key: string, rows: readonly Row[]): Section[] =>
    rows.length === 0 ? [] : [{ level: 2, heading: [say(words.t(key, { n: rows.length }))], lines: [], rows }];
  return [
    ...list(
      'claimsCounted',
      countsOf(claims).map((claim) => countRow(claim, context)),
    ),
    ...list('claimsPointing', withPointers ? pointersIn(claims).map((claim) => pointerRow(claim, context)) : []),
  ];
}

const quoted = ({ text, lang }: ClaimModel, words: Words): Span[] =>
  phrase(words, 'quoted', { text: [{ text, lang }] });

/** “first visit in a decade”: Fits our record. */
export function verdictLine(claim: ClaimModel, { words, article, record }: Context): Line {
  const { verdict } = claim;
  return {
    spans: [
      ...quoted(claim, words),
      say(' · '),
      ...(verdict ? [{ text: words.t(VERDICTS[verdict]), style: 'strong' as const }] : []),
    ],
    notes: [article, ...record],
  };
}

function countRow(claim: ClaimModel, context: Context): Row {
  const { words, notes, record } = context;
  const { arithmetic, missing, counts, events } = claim;
  const between = arithmetic && [
    `${words.date(arithmetic.from)} → ${words.date(arithmetic.to)}`,
    words.duration(arithmetic.years, arithmetic.months),
  ];
  const proof = notes.sources(events.flatMap(({ sources }) => sources));
  return {
    ...verdictLine(claim, context),
    under: [
      ...(between ? [{ spans: [say(between.join(' · '))], notes: proof.length > 0 ? proof : record }] : []),
      ...eventLines(claim, context),
      ...(missing ? [{ spans: [say(missingText(missing, words))], notes: record }] : []),
      ...(counts ? [{ spans: phrase(words, 'weCount', { what: [shown(counts)] }), notes: record }] : []),
    ],
  };
}

function pointerRow(claim: ClaimModel, context: Context): Row {
  const { words, article, record } = context;
  const { when, laterEvents } = claim;
  return {
    spans: [...quoted(claim, words), ...(when ? [say(` → ${words.date(when)}`)] : [])],
    notes: [article],
    under: [
      ...eventLines(claim, context),
      ...(laterEvents === null ? [] : [{ spans: [say(words.t('claimLater', { n: laterEvents }))], notes: record }]),
    ],
  };
}

function eventLines({ events, verdict, arithmetic }: ClaimModel, { words, notes }: Context): Line[] {
  const key = verdict === 'earlier' ? 'claimEarlier' : arithmetic ? 'claimPrevious' : 'claimEvent';
  return events.map(({ date, title, sources }) => ({
    spans: phrase(words, key, { date: [say(words.date(date))], title: [shown(title)] }),
    notes: notes.sources(sources),
  }));
}
