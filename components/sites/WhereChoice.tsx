import { useId } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { PLACES, type Place } from '../../lib/settings/schema';
import type { SitesModel } from '../../lib/settings/site-models';

interface Props {
  readonly model: Pick<SitesModel, 'where' | 'mayReadEverywhere' | 'withheld' | 'listed'>;
  readonly isDeclined: boolean;
  readonly words: Words;
  /** Both are called in the click itself: the browser may ask. */
  readonly onWhere: (where: Place) => void;
  readonly onAllowListed: () => void;
}

/** Where Sidelight works by itself; and, where the browser withholds it, the button that asks again. */
export function WhereChoice({ model, isDeclined, words, onWhere, onAllowListed }: Props) {
  const name = useId();
  const { where, withheld, listed } = model;
  const isMissing = where === 'everywhere' && !model.mayReadEverywhere;
  return (
    <fieldset class="where">
      <legend>{words.t('option_where')}</legend>
      {PLACES.map((place) => (
        <label key={place} class="where-place">
          <input type="radio" name={name} checked={place === where} onChange={() => onWhere(place)} />
          <span>
            {words.t(`option_where_${place}`)}
            <span class="small quiet">{words.t(`hint_where_${place}`)}</span>
          </span>
        </label>
      ))}
      {withheld > 0 && where !== 'everywhere' && (
        <div class="notice where-withheld">
          <p>{withheld === listed.length ? words.t('listWithheld') : words.t('someWithheld', { n: withheld })}</p>
          <button type="button" onClick={onAllowListed}>
            {words.t('allowListed')}
          </button>
        </div>
      )}
      {where !== 'everywhere' && model.mayReadEverywhere && <p class="small quiet">{words.t('everywhereStill')}</p>}
      {isMissing && (
        <div class="notice where-withheld">
          <p>{words.t('everywhereWithheld')}</p>
          <button type="button" onClick={() => onWhere('everywhere')}>
            {words.t('allowSite')}
          </button>
        </div>
      )}
      {isDeclined && (
        <p class="notice small" role="status">
          {words.t('siteDeclined')}
        </p>
      )}
    </fieldset>
  );
}
