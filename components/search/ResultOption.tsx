import type { SearchHit } from '../../lib/briefing/search-models';
import type { Words } from '../../lib/briefing/words';
import { OfficeText } from '../base/OfficeText';
import { FoundForm } from './FoundForm';

interface Props {
  readonly hit: SearchHit;
  readonly id: string;
  readonly isActive: boolean;
  readonly words: Words;
  readonly onOpen: () => void;
}

/** One result: how it is called, the form in which it was found, and who it was on the day or when it happened. */
export function ResultOption({ hit, id, isActive, words, onOpen }: Props) {
  const { name, form, role, capacity, date } = hit;
  return (
    // The field keeps the focus and hears the keys, as a combobox does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      class="result"
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      {date && <time class="small quiet dates">{words.date(date)}</time>}
      <span class="result-name">
        <FoundForm value={name} />
        {form && (
          <span class="small quiet">
            {' '}
            <FoundForm value={form} />
          </span>
        )}
      </span>
      {role && (
        <span class="small quiet">
          <OfficeText title={role} capacity={capacity} words={words} />
        </span>
      )}
      {hit.isPrivate && <span class="small quiet">{words.t('neverMarked')}</span>}
    </div>
  );
}
