/**
 * Citations as CSL-JSON, the exchange format of Zotero, Pandoc and other tools for references: the fact as an entry of
 * its pack, then each of its sources as what it is.
 */
import type { EdtfText, SourceKind } from '../../model/pack';
import { dayToFields, parseEdtf } from '../../text/edtf';
import type { SourceModel } from '../view-models';
import type { Words } from '../words';
import type { CitedFact } from './citation';
import { plainText } from './plain-text';
import { webAddress } from './web-address';

interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  readonly circa?: true;
}

/** The part of CSL 1.0.2's input that is used. */
export interface CslItem {
  readonly id: string;
  readonly type: 'entry' | 'article-newspaper' | 'webpage' | 'dataset';
  readonly title: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly version?: string;
  readonly URL?: string;
  readonly archive_location?: string;
  readonly issued?: CslDate;
  readonly 'event-date'?: CslDate;
  readonly note?: string;
}

const TYPES: Readonly<Record<SourceKind, CslItem['type']>> = {
  official: 'webpage',
  agency: 'article-newspaper',
  news: 'article-newspaper',
  reference: 'webpage',
  dataset: 'dataset',
};

export function citeCsl(fact: CitedFact, words: Words): CslItem[] {
  const { reference, title, lang, statement, date, asOf, pack, sources } = fact;
  const day = words.date(asOf.day);
  const happened = cslDate(date);
  const entry: CslItem = {
    id: reference,
    type: 'entry',
    title: plainText(title),
    language: lang,
    'container-title': `Sidelight: ${plainText(pack.title)}`,
    version: plainText(pack.version),
    ...(happened ? { 'event-date': happened } : {}),
    note: `${plainText(statement)} (${words.t('asOf', { date: day })}; ${words.t('recordEnds', { date: words.date(pack.coverageTo) })})`,
  };
  return [entry, ...sources.map((source, i) => sourceItem(source, `${reference}#${i + 1}`))];
}

/** A source by itself; an article too. */
export function sourceItem(source: SourceModel, id: string): CslItem {
  const { publisher, title, kind, lang, url, archived, published } = source;
  const type = TYPES[kind];
  const address = webAddress(url);
  const copy = webAddress(archived);
  const issued = cslDate(published);
  return {
    id,
    type,
    title: plainText(title),
    ...(lang ? { language: lang } : {}),
    ...(type === 'article-newspaper'
      ? { 'container-title': plainText(publisher) }
      : { publisher: plainText(publisher) }),
    ...(address ? { URL: address } : {}),
    ...(copy ? { archive_location: copy } : {}),
    ...(issued ? { issued } : {}),
  };
}

/** CSL's dates are days, months or years, or two of them; how sure they are is one word. */
function cslDate(edtf: EdtfText | null): CslDate | null {
  const ends = (edtf ?? '').split('/').flatMap((end) => parseEdtf(end) ?? []);
  if (ends.length === 0) return null;
  const parts = ends.map(({ first, precision }) => {
    const { year, month, day } = dayToFields(first);
    return [year, month, day].slice(0, { year: 1, month: 2, day: 3 }[precision]);
  });
  return { 'date-parts': parts, ...(ends.some(({ approximate }) => approximate) ? { circa: true } : {}) };
}
