import type { Words } from '../../lib/briefing/words';
import type { ListedSite } from '../../lib/settings/site-models';
import { SiteSwitch } from './SiteSwitch';

interface ListProps {
  readonly listed: readonly ListedSite[];
  readonly words: Words;
  readonly onSwitch: (site: string, on: boolean) => void;
}

/** How many of some sites Sidelight works on. */
export const countOn = (listed: readonly ListedSite[]): number =>
  listed.filter(({ isOn, isWithheld }) => isOn && !isWithheld).length;

/** The sites on our list: a group each country, closed until it is wanted, in the order of the reader's alphabet. */
export function ListedSites({ listed, words, onSwitch }: ListProps) {
  const regions = new Intl.DisplayNames(words.lang, { type: 'region' });
  const countries = [...Map.groupBy(listed, ({ country }) => country)]
    .map(([country, sites]) => ({ country, name: regions.of(country) ?? country, sites }))
    .sort((a, b) => a.name.localeCompare(b.name, words.lang));
  return (
    <details class="setting">
      <summary>{words.t('listedSites', { on: countOn(listed), of: listed.length })}</summary>
      <ul class="country-list">
        {countries.map(({ country, name, sites }) => (
          <li key={country}>
            <details>
              <summary>{words.t('countrySites', { country: name, on: countOn(sites), of: sites.length })}</summary>
              <CountrySites listed={sites} words={words} onSwitch={onSwitch} />
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The sites of one country, with their languages where it has several. */
function CountrySites({ listed, words, onSwitch }: ListProps) {
  const languages = new Intl.DisplayNames(words.lang, { type: 'language' });
  const hasSeveral = listed.some(({ language }) => language !== listed[0]?.language);
  return (
    <ul class="site-list">
      {listed.map(({ site, language, isOn, isWithheld }) => (
        <li key={site}>
          <SiteSwitch site={site} isOn={isOn} onSwitch={onSwitch} />
          {hasSeveral && <span class="small quiet">{languages.of(language)}</span>}
          {isWithheld && <span class="small quiet">{words.t('siteWithheld')}</span>}
        </li>
      ))}
    </ul>
  );
}
