/** What look-ups of people and things that do not exist would show, for the gallery. */
import * as v from 'valibot';
import type { LookUpSamples } from '../../components/examples';
import { buildLookUp } from '../../lib/briefing/build-look-up';
import type { LookUpModel } from '../../lib/briefing/look-up-models';
import type { AsOf } from '../../lib/model/article';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { ITEM_ANSWER, LABELS, SUMMARY } from '../../lib/packs/wikimedia/answers';
import type { LookedUp } from '../../lib/packs/wikimedia/looked-up';
import { postsOf } from '../../lib/packs/wikimedia/positions';
import { itemUrl, labelsUrl, summaryUrl, type WikimediaEndpoints } from '../../lib/packs/wikimedia/requests';
import { labelOf, summaryOf, toRecords } from '../../lib/packs/wikimedia/to-records';
import { ALDANE, answerFor, BOARD } from './wikimedia-items';

const TODAY = '2026-11-25';
const ENDPOINTS: WikimediaEndpoints = {
  wikidata: 'https://www.wikidata.org',
  wikipedia: (lang) => `https://${lang}.wikipedia.org`,
};

const ask = (url: string): unknown => answerFor(new URL(url).host, url)?.json;

/** What a look-up finds of an item. */
export function lookUp(item: string, lang: InterfaceLanguage): LookedUp {
  const [entity] = Object.values(v.parse(ITEM_ANSWER, ask(itemUrl(ENDPOINTS, item))).entities);
  if (!entity) throw new Error(`no ${item}`);
  const held = postsOf(entity.claims.P39 ?? []);
  const posts = held.length > 0 ? v.parse(LABELS, ask(labelsUrl(ENDPOINTS, held))).entities : {};
  const titles = new Map(Object.values(posts).map(({ id, labels }) => [id, labelOf(labels)] as const));
  const page = entity.sitelinks[`${lang}wiki`] ? lang : 'en';
  const title = entity.sitelinks[`${page}wiki`]?.title;
  const summary = title
    ? summaryOf(v.parse(SUMMARY, ask(summaryUrl(ENDPOINTS, page, title))), item, page, TODAY)
    : null;
  const found = toRecords(
    entity,
    new Map([...titles].filter(([, label]) => Object.keys(label).length > 0)),
    typeof summary === 'string' ? null : summary,
    {
      lang,
      retrieved: TODAY,
    },
  );
  if (!found) throw new Error(`nothing to say of ${item}`);
  return found;
}

export function readLookUpSamples(lang: InterfaceLanguage): LookUpSamples {
  const model = (item: string, asOf: AsOf | null): LookUpModel =>
    buildLookUp(lookUp(item, lang), { asOf, today: TODAY, isWithoutSummary: false });
  return {
    person: {
      recent: model(ALDANE, { day: '2026-11-24', origin: 'json-ld' }),
      older: model(ALDANE, { day: '2016-05-01', origin: 'json-ld' }),
    },
    organisation: model(BOARD, null),
  };
}
