import { useId, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { type Place, SETTINGS } from '../../lib/settings/schema';
import type { SitesModel } from '../../lib/settings/site-models';
import { listedSite } from '../../lib/settings/sites';
import { ListedSites } from './ListedSites';
import { readSiteName } from './read-site-name';
import { SiteSwitch } from './SiteSwitch';
import { WhereChoice } from './WhereChoice';

export interface SitesProps {
  readonly model: SitesModel;
  readonly isDeclined: boolean;
  readonly words: Words;
  readonly onWhere: (where: Place) => void;
  readonly onAllowListed: () => void;
  readonly onSwitch: (site: string, on: boolean) => void;
  /** Called in the click itself: the browser asks. */
  readonly onAdd: (site: string) => void;
  readonly onRemove: (site: string) => void;
}

/** Where Sidelight works: by itself, on each site of our list, on sites of the reader's own. */
export function SitesSection(props: SitesProps) {
  const { model, words, onWhere, onSwitch } = props;
  return (
    <div class="sites">
      <div class="setting">
        <WhereChoice {...props} />
        {model.where !== SETTINGS.where.fallback && (
          <p class="small quiet">
            {words.t('changedFromDefault')}
            {' · '}
            <button
              type="button"
              class="link small"
              aria-label={words.t('resetSetting', { name: words.t('option_where') })}
              onClick={() => onWhere(SETTINGS.where.fallback)}
            >
              {words.t('reset')}
            </button>
          </p>
        )}
      </div>
      <OwnSites {...props} />
      <ListedSites listed={model.listed} words={words} onSwitch={onSwitch} />
    </div>
  );
}

function OwnSites({ model, words, onSwitch, onAdd, onRemove }: SitesProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const site = readSiteName(typed);
    setWrong(site === null);
    if (site === null) return;
    setTyped('');
    const listed = listedSite(site);
    if (listed) onSwitch(listed, true);
    else onAdd(site);
  };
  return (
    <div class="setting">
      <h3>{words.t('ownSites')}</h3>
      {model.own.length === 0 && <p class="small quiet">{words.t('noOwnSites')}</p>}
      <ul class="site-list">
        {model.own.map(({ site, isOn, isAllowed }) => (
          <li key={site}>
            <SiteSwitch site={site} isOn={isOn} onSwitch={onSwitch} />
            {isOn && !isAllowed && (
              <button type="button" aria-label={words.t('allowSiteFor', { host: site })} onClick={() => onAdd(site)}>
                {words.t('allowSite')}
              </button>
            )}
            <button
              type="button"
              class="link"
              aria-label={words.t('removeSiteFor', { host: site })}
              onClick={() => onRemove(site)}
            >
              {words.t('removeSite')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="site-add"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label for={id}>{words.t('addSite')}</label>
        <input
          id={id}
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={words.t('siteExample')}
          value={typed}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit">{words.t('addSiteButton')}</button>
        {isWrong && (
          <p class="doubt" role="alert">
            {words.t('noSiteName')}
          </p>
        )}
      </form>
    </div>
  );
}
