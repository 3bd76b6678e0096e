/** The one sentence on an entity that a reader of the day may see. */
import { pickText, type ShownText } from '../model/localized';
import type { Entity } from '../model/pack';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import type { ArticleContext } from './article-context';

/**
 * A description names when something was founded, born or signed: it is withheld until that day has come, and where a
 * coarse date leaves open whether it has.
 */
export function describe(entity: Entity, { asOfDay, lang }: ArticleContext): ShownText | null {
  const began = parseEdtf(entity.born ?? entity.founded ?? '');
  const isToCome = began !== null && partRelativeTo(began, asOfDay) === 'since';
  return isToCome ? null : pickText(entity.description, lang);
}
