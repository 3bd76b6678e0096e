/**
 * A fact of the record as a citation: what is stated, its sources, as of when, by which pack. For a reader's own notes
 * and for whoever mends the pack: an error is reported as a text that the reader sends, or does not.
 */
import type { AsOf } from '../../model/article';
import type { Reference } from '../../model/ids';
import type { EdtfText } from '../../model/pack';
import type { BriefingModel, SourceModel } from '../view-models';
import type { Words } from '../words';
import { markdownInline, markdownLine, markdownLink } from './markdown-text';
import { plainText } from './plain-text';
import { webAddress } from './web-address';

export interface CitedPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly coverageTo: EdtfText;
}

export interface CitedFact {
  readonly reference: Reference;
  /** Name or title alone, and its language. */
  readonly title: string;
  readonly lang: string;
  /** The whole of it in one line: "20 Oct 2015: Nakatani in Seoul". */
  readonly statement: string;
  /** Of an event. */
  readonly date: EdtfText | null;
  readonly sources: readonly SourceModel[];
  readonly asOf: AsOf;
  readonly pack: CitedPack;
}

/** The pack of a record among those of a briefing. */
export function citedPack(packs: BriefingModel['packs'], reference: Reference): CitedPack | null {
  const pack = packs.find(({ id }) => reference.startsWith(`${id}:`));
  return pack ? { ...pack, title: pack.title.text } : null;
}

/** One paragraph of plain text. */
export function citePlain(fact: CitedFact, words: Words): string {
  const list = fact.sources.map((source) => plainSource(source, words)).join('; ');
  return [
    sentence(plainText(fact.statement)),
    ...(list ? [sentence(words.t('citeSources', { list }))] : []),
    recordLine(fact, words),
  ].join(' ');
}

/** One paragraph of Markdown, its sources linked. */
export function citeMarkdown(fact: CitedFact, words: Words): string {
  const list = fact.sources.map((source) => markdownSource(source, words)).join('; ');
  const parts = [
    markdownInline(sentence(plainText(fact.statement))),
    ...(list ? [sentence(words.t('citeSources', { list }))] : []),
    markdownInline(recordLine(fact, words)),
  ];
  return markdownLine(parts.join(' '));
}

/** A text to send to whoever keeps the pack: the fact and where it is from, and nothing of what the reader was reading. */
export function errorReport(fact: CitedFact, words: Words): string {
  const { reference, statement, sources } = fact;
  return [
    words.t('reportTitle'),
    '',
    words.t('reportFact', { fact: plainText(statement) }),
    reference,
    ...sources.map((source) => `- ${plainSource(source, words)}`),
    recordLine(fact, words),
    '',
    words.t('reportWrong'),
    '',
  ].join('\n');
}

/** As of when, by which pack. */
function recordLine({ asOf, pack }: CitedFact, words: Words): string {
  return plainText(
    words.t('citeRecord', {
      date: words.date(asOf.day),
      pack: pack.title,
      version: pack.version,
      end: words.date(pack.coverageTo),
    }),
  );
}

const sentence = (text: string): string => (/[.。!?！？]$/u.test(text) ? text : `${text}.`);

function plainSource({ publisher, title, published, url, archived }: SourceModel, words: Words): string {
  return [
    plainText(publisher),
    title === publisher ? '' : words.t('quoted', { text: plainText(title) }),
    published === null ? '' : words.date(published),
    webAddress(url) ?? webAddress(archived) ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function markdownSource({ publisher, title, published, url, archived }: SourceModel, words: Words): string {
  const address = webAddress(url) ?? webAddress(archived);
  return [
    title === publisher
      ? markdownLink(publisher, address)
      : `${markdownInline(publisher).trim()}, ${words.t('quoted', { text: markdownLink(title, address) })}`,
    published === null ? '' : markdownInline(words.date(published)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
