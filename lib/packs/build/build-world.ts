/** The world pack: every source read, joined by Wikidata items, guarded and written. */
import type { PackHeader } from '../../model/pack';
import { readAreas } from './areas';
import { readCities, readDisputed } from './cities';
import { readCompanies } from './companies';
import { readCongress } from './congress';
import { readCouncillors } from './councillors';
import { readCountries } from './countries';
import { describePeople } from './describe-people';
import { readEvents } from './events';
import { createGathering, type Gathering } from './gathering';
import { guardNames } from './guard-names';
import { readHoldings } from './holdings';
import type { WorldInputs } from './inputs';
import { readLeaders } from './leaders';
import { readOrganisations } from './organisations';
import { readParlgov } from './parlgov';
import { readPoliticians } from './politicians';
import { readSubdivisions } from './subdivisions';
import { createTally } from './tally';
import { type Ids, idsOf, toLines, toRecords } from './write-records';

const HEADER = {
  record: 'header',
  format: 'sidelight-pack/1',
  id: 'world',
  version: '2026.8.1',
  title: {
    en: 'The world: countries, offices, parties, places',
    ja: '世界：国・役職・政党・地名',
    ko: '세계: 국가, 직책, 정당, 지명',
  },
  license: 'CC0-1.0 AND PDDL-1.0 AND Unicode-3.0 AND BSD-3-Clause AND MIT AND ISC: see each source',
  publisher: 'Sidelight',
  languages: ['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant', 'de', 'fr', 'es', 'pt', 'ru'],
  coverageTo: '2026-08',
} as unknown as PackHeader;

export interface BuiltPack {
  readonly text: string;
  readonly report: readonly string[];
}

export interface WorldBuild extends BuiltPack {
  readonly gathering: Gathering;
  readonly ids: Ids;
}

export async function buildWorld(inputs: WorldInputs, sha256: (text: string) => Promise<string>): Promise<WorldBuild> {
  const tally = createTally();
  const gathering = createGathering(tally);
  readCountries(gathering, inputs);
  readAreas(gathering, inputs);
  readCities(gathering, inputs);
  readSubdivisions(gathering, inputs);
  readDisputed(gathering, inputs);
  readParlgov(gathering, inputs);
  readOrganisations(gathering, inputs);
  readHoldings(gathering, inputs);
  readPoliticians(gathering, inputs);
  readCongress(gathering, inputs);
  readCouncillors(gathering, inputs);
  readLeaders(gathering, inputs);
  readCompanies(gathering, inputs);
  readEvents(gathering, inputs);
  describePeople(gathering);
  guardNames(gathering.entities, gathering.events, { ...inputs, tally });
  const ids = idsOf(gathering.entities);
  const text = await toLines(HEADER, toRecords(gathering, ids), sha256);
  return { text, report: tally.lines(), gathering, ids };
}
