import type { Words } from '../../lib/briefing/words';

/** The locale of times of the day: the day comes first in English, as in all dates here. */
export const clockLocale = ({ lang }: Words): string => (lang === 'en' ? 'en-GB' : lang);
