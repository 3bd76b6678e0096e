import type { Words } from '../../lib/briefing/words';
import { Icon } from './Icon';

/** Stands after a name of a private pack or of the reader's own: pages are never shown that it was found. */
export function PrivateMark({ words }: { readonly words: Words }) {
  const label = words.t('privateName');
  return (
    <span class="private-mark" title={label}>
      <Icon name="lock" class="inline-icon" />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
