import { describe, expect, it, vi } from 'vitest';
import type { AsOf } from '../../../lib/model/article';
import type { InterfaceLanguage } from '../../../lib/model/localized';
import { type BriefRequest, briefOn, nameIn } from '../../../lib/services/brief-on';
import type { Knowledge } from '../../../lib/services/knowledge';
import { LookUpError } from '../../../lib/services/look-ups/look-up-error';
import type { LookUps } from '../../../lib/services/look-ups/look-ups';
import { anEntity, aRole, buildKnowledge } from '../../support/build-facts';
import { lookUp } from '../../support/gallery-look-ups';
import { ALDANE, BRAE_JUDGE, BRAE_ROWER } from '../../support/wikimedia-items';

const TODAY = '2026-11-25';
const never = new AbortController().signal;

const hit = (item: string, name: string, matched = name) => ({
  item,
  label: { text: name, lang: 'en' },
  description: { text: 'somebody', lang: 'en' },
  matched,
});

/** Look-ups that know these hits, and note what they are asked. */
function createKnown(hits: readonly ReturnType<typeof hit>[], problem?: LookUpError) {
  const asked: string[] = [];
  const lookUps: LookUps = {
    async search({ name }) {
      asked.push(name);
      if (problem) throw problem;
      return hits;
    },
    async read(item, { lang }) {
      asked.push(item);
      return item === ALDANE ? { found: lookUp(item, lang), withoutSummary: null } : null;
    },
    stop: async () => undefined,
  };
  return { asked, lookUps };
}

async function brief(
  text: string,
  known: ReturnType<typeof createKnown>,
  more: Partial<BriefRequest> = {},
  knowledge: Knowledge | null = null,
) {
  const request: BriefRequest = {
    text,
    item: null,
    asOf: null,
    articleLang: null,
    lang: 'en' as InterfaceLanguage,
    isPrivate: false,
    ...more,
  };
  return briefOn(request, { knowledge: async () => knowledge, lookUps: known.lookUps, today: () => TODAY }, never);
}

describe('nameIn', () => {
  it.each<[string, string | null]>([
    ['Mira Aldane', 'Mira Aldane'],
    [' “Mira\n Aldane,” ', 'Mira Aldane'],
    ['Mira Aldane’s', 'Mira Aldane'],
    ["Mira Aldane's.", 'Mira Aldane'],
    ['中谷元、', '中谷元'],
    ['A. B. Smith Jr.', 'A. B. Smith Jr'],
    ['—', null],
    ['   ', null],
    ['word '.repeat(60), null],
  ])('in %j is %j', (selection, name) => {
    expect(nameIn(selection)).toBe(name);
  });
});

describe('briefOn', () => {
  it('shows what the packs know, as of the article’s day, and asks nobody', async () => {
    const knowledge = await buildKnowledge([
      anEntity('person/mira-aldane', { roles: [aRole('Minister', { from: '2020-01-01', to: '2022-01-01' })] }),
    ]);
    const known = createKnown([hit(ALDANE, 'Mira Aldane')]);
    const asOf: AsOf = { day: '2021-05-01', origin: 'json-ld' };
    expect(await brief('mira aldane', known, { asOf }, knowledge)).toMatchObject({
      state: 'known',
      cards: [
        { name: { text: 'Mira Aldane' }, asOf, roles: { lines: [{ title: { text: 'Minister' }, when: 'since' }] } },
      ],
    });
    expect(await brief('Mira', known, {}, knowledge)).toMatchObject({ state: 'choice' });
    expect(known.asked).toEqual(['Mira']);
  });

  it('reads the one thing that is called so, and asks the reader where there are two or only similar ones', async () => {
    const one = createKnown([hit(ALDANE, 'Mira Aldane'), hit(BRAE_ROWER, 'Mira Aldane Bridge')]);
    expect(await brief('Mira Aldane', one)).toMatchObject({ state: 'found', model: { name: { text: 'Mira Aldane' } } });
    expect(one.asked).toEqual(['Mira Aldane', ALDANE]);
    const alias = createKnown([hit(ALDANE, 'Mira Aldane', 'M. Aldane')]);
    expect(await brief('M Aldane', alias)).toMatchObject({ state: 'found' });
    const two = createKnown([hit(BRAE_ROWER, 'Jon Brae'), hit(BRAE_JUDGE, 'Jon Brae'), hit(ALDANE, 'Jon Braemar')]);
    expect(await brief('Jon Brae', two, { lang: 'ko' })).toMatchObject({
      state: 'choice',
      options: [
        { item: BRAE_ROWER, name: { text: 'Jon Brae', lang: 'en', fallback: true } },
        { item: BRAE_JUDGE, description: { text: 'somebody' } },
      ],
    });
    expect(await brief('Mira', createKnown([hit(ALDANE, 'Mira Aldane')]))).toMatchObject({
      state: 'choice',
      options: [{ item: ALDANE }],
    });
  });

  it('reads what was chosen, whatever the packs know', async () => {
    const known = createKnown([]);
    expect(await brief('Mira Aldane', known, { item: ALDANE })).toMatchObject({ state: 'found' });
    expect(known.asked).toEqual([ALDANE]);
  });

  it('says that nothing is called so, and that a selection is no name', async () => {
    const known = createKnown([]);
    expect(await brief('Nobody', known)).toEqual({ state: 'failed', problem: 'nothing', until: null });
    expect(await brief('Mira Aldane', known, { item: 'Q7' })).toMatchObject({ problem: 'nothing' });
    expect(await brief('!!', known)).toMatchObject({ problem: 'no-name' });
  });

  it('says why nothing was looked up', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const failing = (problem: 'off' | 'rate-limited') => createKnown([], new LookUpError(problem, 'x', 5));
    expect(await brief('Nobody', failing('off'))).toEqual({ state: 'off' });
    expect(await brief('Nobody', failing('rate-limited'))).toEqual({
      state: 'failed',
      problem: 'rate-limited',
      until: 5,
    });
  });
});
