/** What the article's phrases about time are shown with: the events by their titles, what is counted, what is missing. */
import type { Claim } from '../claims/claim';
import { pickText } from '../model/localized';
import { dayToIso } from '../text/edtf';
import type { ArticleContext } from './article-context';
import { entityOf, eventOf, type Facts, sourcesOf } from './facts';
import { readerName } from './names';
import type { ClaimModel } from './view-models';

export const buildClaims = (facts: Facts, claims: readonly Claim[], { lang, asOfDay }: ArticleContext): ClaimModel[] =>
  claims.map(
    ({ when, events, counts, missing, series: _, ...claim }): ClaimModel => ({
      ...claim,
      when: when && { from: dayToIso(when.first), to: dayToIso(when.last) },
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
