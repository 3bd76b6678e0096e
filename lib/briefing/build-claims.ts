/** What the article's phrases about time are shown with: the events by their titles, what is counted, what is missing. */
import type { Claim, DaySpan } from '../claims/claim';
import { pickText } from '../model/localized';
import type { EdtfText } from '../model/pack';
import { dayToIso, parseEdtf } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { entityOf, eventOf, type Facts, sourcesOf } from './facts';
import { readerName } from './names';
import type { ClaimModel } from './view-models';

/** `articleLang`: of the phrases. */
export const buildClaims = (
  facts: Facts,
  claims: readonly Claim[],
  { lang, asOfDay }: ArticleContext,
  articleLang: string,
): ClaimModel[] =>
  claims.map(
    ({ when, events, counts, missing, series: _, ...claim }): ClaimModel => ({
      ...claim,
      lang: articleLang,
      when: when && spanToEdtf(when),
      events: events.flatMap((reference) => {
        const event = eventOf(facts, reference);
        const title = event && pickText(event.title, lang);
        if (!event || !title) return [];
        const sources = sourcesOf(facts, reference, event.sources, asOfDay);
        return [{ reference, date: event.date, title, status: event.status, sources }];
      }),
      counts: pickText(counts ?? undefined, lang),
      missing:
        missing?.what === 'comparison'
          ? {
              what: 'comparison',
              with: missing.with.flatMap((country) => {
                const label = entityOf(facts, country)?.label;
                return label ? [readerName(label, lang)] : [];
              }),
            }
          : missing,
    }),
  );

/** A span as a reader says it: a year or a month that is whole is named as such. */
function spanToEdtf({ first, last }: DaySpan): EdtfText {
  const [from, to] = [dayToIso(first), dayToIso(last)];
  const names = [from.slice(0, 4), from.slice(0, 7), from];
  const whole = names.find((name) => {
    const date = parseEdtf(name);
    return date?.first === first && date.last === last;
  });
  return whole ?? `${from}/${to}`;
}
