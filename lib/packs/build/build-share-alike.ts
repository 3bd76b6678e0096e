/** The second pack: what may be shared only under the licence it came with. It refers to the world pack throughout. */
import type { PackHeader } from '../../model/pack';
import type { BuiltPack, WorldBuild } from './build-world';
import { guardNames } from './guard-names';
import type { ShareAlikeInputs, WorldInputs } from './inputs';
import { readDemonyms } from './share-alike-countries';
import { readLeadersOfToday } from './share-alike-leaders';
import { readShareAlikePlaces } from './share-alike-places';
import { createTally } from './tally';
import { idsOf, toLines, toRecords } from './write-records';

const HEADER = {
  record: 'header',
  format: 'sidelight-pack/1',
  id: 'world-sharealike',
  version: '2026.8.1',
  title: {
    en: 'The world, share-alike: places, demonyms, leaders of today',
    ja: '世界（継承ライセンス）：地名・国民の呼称・現在の指導者',
    ko: '세계(동일조건변경허락): 지명, 국민 호칭, 현 지도자',
  },
  license:
    'ODbL-1.0 (places: dr5hn; demonyms: world-countries); CC-BY-SA-4.0 (leaders: open-data-archive): see each source',
  publisher: 'Sidelight',
  languages: ['en', 'ja', 'ko', 'zh-Hans', 'de', 'fr', 'es', 'pt', 'ru'],
  coverageTo: '2026-08',
  uses: ['world'],
} as unknown as PackHeader;

export async function buildShareAlike(
  inputs: ShareAlikeInputs,
  { englishWords, foreignWords }: Pick<WorldInputs, 'englishWords' | 'foreignWords'>,
  { gathering: world, ids: worldIds }: WorldBuild,
  sha256: (text: string) => Promise<string>,
): Promise<BuiltPack> {
  const tally = createTally();
  const entities = [
    ...readDemonyms(inputs.demonyms, world, tally),
    ...readShareAlikePlaces(inputs.places, { world, tally, englishWords }),
    ...readLeadersOfToday(inputs.leaders, world, tally),
  ];
  guardNames(entities, [], { tally, englishWords, foreignWords, others: world.entities });
  const named = entities.filter(({ names, roles }) => names.length > 0 || roles.length > 0);
  const others = new Map([...worldIds].map(([draft, id]) => [draft, `world:${id}`] as const));
  const text = await toLines(
    HEADER,
    toRecords({ entities: named, events: [], series: [] }, idsOf(named), others),
    sha256,
  );
  return { text, report: tally.lines() };
}
