/** How the panel reads beside a tab: as of its article, with its names; as of today where there is none. */
import type { PageStatus } from '../briefing/view-models';
import type { InterfaceLanguage } from '../model/localized';
import type { Reading } from '../services/reading';
import { MAX_BESIDE } from '../text/limits';

/** False where what is read is as of today: then nothing is later than an article. */
export const hasArticleDay = ({ asOf }: Reading): boolean => asOf !== null && asOf.origin !== 'none';

export function readingOf(status: PageStatus | null, lang: InterfaceLanguage): Reading {
  if (status?.state === 'ready') {
    const { asOf, cast } = status.briefing;
    return { asOf, beside: cast.slice(0, MAX_BESIDE).map(({ reference }) => reference), lang };
  }
  return { asOf: status?.state === 'empty' ? status.asOf : null, beside: [], lang };
}
