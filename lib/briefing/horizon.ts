/** Where the record of the packs behind an article ends, and how far behind the article that is. */
import { pickText, type ShownText } from '../model/localized';
import type { EdtfText, PackHeader } from '../model/pack';
import { type Day, parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import type { BriefingModel } from './view-models';

/** Days from the last day that a pack's end may mean to the article's; 0 where the pack reaches it. */
export const daysBehind = (coverageTo: EdtfText, asOfDay: Day): number =>
  Math.max(0, asOfDay - (parseEdtf(coverageTo)?.last ?? asOfDay));

export const packTitle = ({ title, id }: PackHeader, lang: string): ShownText =>
  pickText(title, lang) ?? { text: id, lang: 'en' };

/** The record ends with the pack that reaches furthest; others that do not reach the article say so themselves. */
export function horizonOf(
  packs: readonly PackHeader[],
  { asOf, asOfDay, lang }: ArticleContext,
): BriefingModel['horizon'] {
  const [furthest] = packs.toSorted((a, b) => daysBehind(a.coverageTo, LATEST) - daysBehind(b.coverageTo, LATEST));
  const coverageTo = furthest?.coverageTo ?? asOf.day;
  const behind = daysBehind(coverageTo, asOfDay);
  const ended = behind > 0 ? [] : packs.filter((header) => daysBehind(header.coverageTo, asOfDay) > 0);
  return {
    coverageTo,
    daysBehind: behind,
    ended: ended.map((header) => ({ title: packTitle(header, lang), coverageTo: header.coverageTo })),
  };
}

/** Later than any pack's end. */
const LATEST: Day = 10_000_000;
