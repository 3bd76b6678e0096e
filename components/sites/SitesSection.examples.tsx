import { NEWS_SITES } from '../../lib/settings/news-sites';
import type { SitesModel } from '../../lib/settings/site-models';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { countOn } from './ListedSites';
import { SitesSection } from './SitesSection';

/** The model of a reader who has changed nothing. */
export const USUAL_SITES: SitesModel = {
  where: 'listed',
  mayReadEverywhere: false,
  withheld: 0,
  listed: NEWS_SITES.map((entry) => ({ ...entry, isOn: true, isWithheld: false })),
  own: [],
};

/** The sites: as they are at first, with the reader's own, and where the browser withholds some. */
export function sitesExamples({ words }: Samples): Example[] {
  const example = (name: string, model: SitesModel, { isDeclined = false, press = [] as string[] } = {}): Example => ({
    name: `sites-${name}`,
    page: 'options',
    press,
    view: (
      <OptionsPage
        sections={[
          {
            id: 'sites',
            title: words.t('optionsSites'),
            content: (
              <SitesSection
                model={model}
                isDeclined={isDeclined}
                words={words}
                onWhere={nothing}
                onAllowListed={nothing}
                onSwitch={nothing}
                onAdd={nothing}
                onRemove={nothing}
              />
            ),
          },
        ]}
        current="sites"
        words={words}
      />
    ),
  });
  const { listed } = USUAL_SITES;
  const some = listed.map((entry) => ({
    ...entry,
    isOn: entry.site !== 'asahi.com',
    isWithheld: entry.site === 'japantoday.com',
  }));
  const own = [
    { site: 'news.example', isOn: true, isAllowed: true },
    { site: 'www.the-long-name-of-a-regional-newspaper-and-its-sunday-edition.example', isOn: true, isAllowed: false },
    { site: 'off.example', isOn: false, isAllowed: true },
  ];
  const japanese = some.filter(({ country }) => country === 'JP');
  const japan = new Intl.DisplayNames(words.lang, { type: 'region' }).of('JP') ?? '';
  return [
    example('usual', USUAL_SITES),
    example(
      'own',
      { ...USUAL_SITES, where: 'asked', own, listed: some, withheld: 1 },
      {
        press: [
          words.t('listedSites', { on: countOn(some), of: some.length }),
          words.t('countrySites', { country: japan, on: countOn(japanese), of: japanese.length }),
        ],
      },
    ),
    example('withheld', { ...USUAL_SITES, withheld: listed.length }, { isDeclined: true }),
    example('still-everywhere', { ...USUAL_SITES, mayReadEverywhere: true }),
    example('everywhere', { ...USUAL_SITES, where: 'everywhere' }),
    example('wrong', USUAL_SITES, { press: [words.t('addSiteButton')] }),
  ];
}
