/** The name of a saved briefing. */
import type { BriefingModel } from '../view-models';
import { plainText } from './plain-text';

/** What file systems take for their own, and dots and blanks at the edges. */
const REFUSED = /[\\/:*?"<>|~%$#]+|^[\s.]+|[\s.]+$/gu;
/** Code points: with the day and the ending within 255 bytes in any script. */
const MAX_TITLE = 60;

/** "2025-09-08 Japan and South Korea agree to regular defense visits.md". */
export function briefingFileName({ title, host, asOf }: Pick<BriefingModel, 'title' | 'host' | 'asOf'>): string {
  const clean = (text: string) => plainText(text).replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  const name = clean([...(clean(title) || clean(host))].slice(0, MAX_TITLE).join(''));
  return `${asOf.day} ${name || 'Sidelight'}.md`;
}
