import { describe, expect, it } from 'vitest';
import type { BlockKind, Evidence, Mention, Rival, TextBlock } from '../../../lib/model/article';
import type { Reference } from '../../../lib/model/ids';
import type { NameKind } from '../../../lib/model/pack';
import { explain, resolve, resolveInSteps } from '../../../lib/recognition/resolve';
import { toDay } from '../../../lib/text/edtf';
import { aName, anEntity, anEvent, aPack, aRole, openIndex, SOURCE } from '../../support/build-pack';

const person = (id: string, full: string, family: string, rest: object = {}) =>
  anEntity(`person/${id}`, { names: [aName(full), aName(family, 'family')], ...rest });
const place = (id: string, placeKind: string, ...names: [string, NameKind][]) =>
  anEntity(`place/${id}`, { placeKind, names: names.map(([text, kind]) => aName(text, kind)) });
const holds = (title: string, from: string, to = '..') => [
  aRole({ title: { en: title, ja: '防衛大臣' }, from, to, ...(to === '..' ? { asOf: '2026-01-01' } : {}) }),
];

const INDEX = openIndex(
  aPack([
    place('japan', 'country', ['Japan', 'full'], ['日本', 'full'], ['일본', 'full'], ['Japanese', 'demonym']),
    place('us', 'country', ['United States', 'full'], ['U.S.', 'abbreviation']),
    person('reed', 'Joe Reed', 'Reed', { names: [aName('Joe Reed'), aName('Joseph Reed Jr.')] }),
    person('shin', 'Shin Won', 'Shin'),
    anEntity('place/sendai', {
      names: [aName('Sendai')],
      relations: [{ kind: 'part-of', to: 'place/japan', sources: [SOURCE] }],
    }),
    anEntity('place/gyeonggi', {
      names: [aName('경기', 'short', { needs: 'context' })],
      relations: [{ kind: 'part-of', to: 'place/japan', sources: [SOURCE] }],
    }),
    place('gwangju-city', 'city', ['Gwangju', 'full']),
    place('gwangju-county', 'district', ['Gwangju', 'full']),
    person('nakatani', 'Gen Nakatani', 'Nakatani', {
      names: [aName('Gen Nakatani'), aName('Nakatani', 'family'), aName('中谷元'), aName('中谷', 'family')],
      roles: holds('Minister of Defense', '2024-10-01', '2025-10-21'),
    }),
    person('lee', 'Lee Jae-myung', 'Lee', {
      names: [aName('Lee Jae-myung'), aName('Lee', 'family'), aName('이재명'), aName('이', 'family'), aName('李在明')],
      roles: holds('President of the Republic', '2025-06-04'),
    }),
    person('kim-jong-un', 'Kim Jong-un', 'Kim', { roles: holds('Supreme Leader', '2011-12-17') }),
    person('kim-min-seok', 'Kim Min-seok', 'Kim', { roles: holds('Leader of a party', '2025-07-03') }),
    person('hiro-ito', 'Hiro Ito', 'Ito', { roles: holds('Minister', '2025-01-01') }),
    person('ken-ito', 'Ken Ito', 'Ito'),
    anEntity('organisation/rose-party', {
      names: [aName('Rose Party'), aName('RP', 'abbreviation', { needs: 'context' })],
    }),
    person('oh', 'Oh Se-hoon', 'Oh', {
      relations: [{ kind: 'party', to: 'organisation/rose-party', sources: [SOURCE] }],
    }),
    person('kishida', 'Fumio Kishida', 'Kishida', { roles: holds('Prime Minister', '2021-10-04', '2024-10-01') }),
    person('obama', 'バラク・オバマ', 'オバマ', { roles: holds('President', '2009-01-20', '2017-01-20') }),
    person('mao', 'Mao', 'Mao', { names: [aName('Mao')] }),
    anEntity('organisation/self-defense-forces', {
      names: [aName('Self-Defense Forces'), aName('SDF', 'abbreviation', { needs: 'context' })],
      relations: [{ kind: 'part-of', to: 'place/japan', sources: [SOURCE] }],
    }),
    anEntity('organisation/who', { names: [aName('WHO', 'abbreviation', { caseSensitive: true })] }),
    anEntity('organisation/defense-ministry', {
      names: [aName('Defense Ministry'), aName('Defense Agency', 'former', { to: '2007-01-08' })],
    }),
    anEntity('organisation/kim-institute', { names: [aName('Kim Institute', 'short', { needs: 'context' })] }),
    anEntity('organisation/institute-a', { names: [aName('Japan Institute')] }),
    anEntity('organisation/institute-b', { names: [aName('Japan Institute')] }),
    anEntity('agreement/japan-pact', { names: [aName('Japan pact', 'former', { to: '1990' })] }),
    anEntity('topic/words', {
      names: [aName('life'), aName('Tuesday'), aName('May'), aName('shuttle diplomacy'), aName('G7')],
    }),
    anEntity('work/life', { names: [aName('nature', 'full', { caseSensitive: true })] }),
    anEntity('agreement/gsomia', { names: [aName('the pact', 'short', { needs: 'context' }), aName('GSOMIA')] }),
    anEvent('event/shangri-la', {
      names: [aName('Shangri-La Dialogue')],
      participants: [{ entity: 'person/nakatani' }, { entity: 'agreement/gsomia' }],
    }),
  ]),
);
const DAY = toDay(2025, 9, 8);

const block = (text: string, id = 0, kind: BlockKind = 'text'): TextBlock => ({ id, text, kind, section: 0 });
const short = (reference: Reference | undefined) => reference?.slice(reference.indexOf('/') + 1) ?? '';
const describeMention = ({ surface, entity, candidates }: Mention) =>
  `${surface} = ${candidates ? candidates.map(short).join(' or ') : short(entity)}`;

/** `Lee = lee` for a mention, `Lee = a or b` for candidates. */
const found = (texts: readonly string[], asOfDay: number | null = DAY) =>
  resolve(
    INDEX,
    texts.map((text, i) => block(text, i)),
    { asOfDay },
  ).map(describeMention);
const refusedIn = (texts: readonly string[], asOfDay: number | null = DAY) =>
  explain(
    INDEX,
    texts.map((text, i) => block(text, i)),
    { asOfDay },
  ).refused.map(
    ({ surface, rivals }) =>
      `${surface}: ${rivals.map(({ entity, refusal }: Rival) => `${short(entity)} ${refusal}`).join(', ')}`,
  );

type Case = readonly [rule: string, texts: readonly string[], mentions: readonly string[]];

const NAMES: readonly Case[] = [
  ['takes a full name as it stands', ['Gen Nakatani spoke.'], ['Gen Nakatani = nakatani']],
  [
    'takes full names in any script',
    ['中谷元氏と이재명은 李在明'],
    ['中谷元 = nakatani', '이재명 = lee', '李在明 = lee'],
  ],
  ['leaves a family name alone without its full name', ['It was Nakatani.'], []],
  [
    'takes a family name after the full name',
    ['Gen Nakatani. It was Nakatani.'],
    ['Gen Nakatani = nakatani', 'Nakatani = nakatani'],
  ],
  [
    'takes a family name before the full name',
    ['It was Nakatani.', 'Gen Nakatani'],
    ['Nakatani = nakatani', 'Gen Nakatani = nakatani'],
  ],
  [
    'takes a family name of another script with the full name',
    ['Gen Nakatani', '中谷は'],
    ['Gen Nakatani = nakatani', '中谷 = nakatani'],
  ],
  [
    'takes a family name behind the title of an office held that day',
    ['Defense Minister Nakatani'],
    ['Nakatani = nakatani'],
  ],
  [
    'takes it without the title elsewhere then',
    ['Defense Minister Nakatani came. Nakatani left.'],
    ['Nakatani = nakatani', 'Nakatani = nakatani'],
  ],
  ['takes a family name before such a title in Japanese', ['中谷防衛相は'], ['中谷 = nakatani']],
  ['leaves a family name behind a title when no office is held that day', ['Prime Minister Kishida'], []],
  ['takes the title from the words, not from the middle of one', ['the viceminister Nakatani'], []],
  [
    'leaves possessives out of the mention',
    ["Gen Nakatani’s visit, Gen Nakatani's"],
    ['Gen Nakatani = nakatani', 'Gen Nakatani = nakatani'],
  ],
  ['leaves plurals alone', ['Gen Nakatani and the Nakatanis'], ['Gen Nakatani = nakatani']],
  ['ignores a name inside a longer word', ['Gen Nakatani in Nakatanizawa'], ['Gen Nakatani = nakatani']],
  [
    'takes a name with other dashes, apostrophes and spaces',
    ['Lee\u00a0Jae‑myung', 'LEE JAE–MYUNG'],
    ['Lee\u00a0Jae‑myung = lee', 'LEE JAE–MYUNG = lee'],
  ],
  ['finds nothing in an empty block', ['', ' '], []],
];

const NAMESAKES: readonly Case[] = [
  ['refuses a family name behind another given name', ['Lee Jae-myung met Mary Lee.'], ['Lee Jae-myung = lee']],
  ['refuses it at the beginning of a text too', ['Mary Lee met Lee Jae-myung.'], ['Lee Jae-myung = lee']],
  [
    'refuses it at the beginning of a sentence too',
    ['Lee Jae-myung spoke. Mary Lee did not.'],
    ['Lee Jae-myung = lee'],
  ],
  ['refuses it in quotation marks too', ['Lee Jae-myung. “Mary Lee” (Mary Lee)'], ['Lee Jae-myung = lee']],
  ['refuses a family name before another one', ['Kim Jong-un and Kim Smith'], ['Kim Jong-un = kim-jong-un']],
  [
    'refuses a family name hyphenated with another',
    ['Lee Jae-myung, Lee-Hamilton, Hamilton-Lee'],
    ['Lee Jae-myung = lee'],
  ],
  ['takes it before a hyphen and a small letter', ['Lee Jae-myung, the Lee-led'], ['Lee Jae-myung = lee', 'Lee = lee']],
  [
    'takes two known names with a hyphen',
    ['Lee Jae-myung, Gen Nakatani: Nakatani-Lee'],
    ['Lee Jae-myung = lee', 'Gen Nakatani = nakatani', 'Nakatani = nakatani', 'Lee = lee'],
  ],
  [
    'refuses a family name behind another given name in katakana',
    ['バラク・オバマ氏とミシェル・オバマ氏'],
    ['バラク・オバマ = obama'],
  ],
  ['takes a family name in katakana', ['バラク・オバマ氏。オバマ氏は'], ['バラク・オバマ = obama', 'オバマ = obama']],
  [
    'takes a family name behind a possessive',
    ['Lee Jae-myung. South Korea’s Lee'],
    ['Lee Jae-myung = lee', 'Lee = lee'],
  ],
  [
    'takes a family name behind a word that opens a sentence',
    ['Lee Jae-myung. Yesterday Lee spoke. “But Lee”'],
    ['Lee Jae-myung = lee', 'Lee = lee', 'Lee = lee'],
  ],
  ['takes a family name before a weekday', ['Lee Jae-myung. It is Lee Monday.'], ['Lee Jae-myung = lee', 'Lee = lee']],
  [
    'takes a family name at the end of a sentence',
    ['Lee Jae-myung. It is Lee. Mary agreed.'],
    ['Lee Jae-myung = lee', 'Lee = lee'],
  ],
  ['takes a family name in a list of people', ['Lee Jae-myung. Park, Lee and'], ['Lee Jae-myung = lee', 'Lee = lee']],
  ['refuses a full name of one word inside a longer one', ['Mao Ning said'], []],
  ['refuses the son of a known person', ['Gen Nakatani and Gen Nakatani Jr.'], ['Gen Nakatani = nakatani']],
  ['takes a son whom the pack knows as one', ['Joe Reed and Joe Reed Jr.'], ['Joe Reed = reed', 'Joe Reed = reed']],
  ['refuses a name that a syllable makes longer', ['Shin Won spoke before Shin Won-sik.'], ['Shin Won = shin']],
  ['refuses names of reporters', ['By Lee Min-ho and Hana Lee\n', 'Lee Jae-myung'], ['Lee Jae-myung = lee']],
  ['refuses a town that bears a family name', ['Oh Se-hoon. In Oh, Texas, it'], ['Oh Se-hoon = oh']],
  ['refuses a town of another country', ['in Sendai, Idaho, and Sendai'], ['Sendai = sendai']],
  [
    'takes family names behind the title of several',
    ['Lee Jae-myung, Fumio Kishida. Then Presidents Lee and Kishida left.'],
    ['Lee Jae-myung = lee', 'Fumio Kishida = kishida', 'Lee = lee', 'Kishida = kishida'],
  ],
  ['refuses a family name of Korean newspapers that goes on', ['이재명과 이 하나코 여사'], ['이재명 = lee']],
  [
    'refuses a family name behind a stranger who bears it',
    ['Gen Nakatani spoke. Hana Nakatani sang. Nakatani bowed.'],
    ['Gen Nakatani = nakatani'],
  ],
  [
    'takes it in the same sentence, behind the full name again, and in another block',
    ['Hana Nakatani said Nakatani left. Gen Nakatani spoke. Nakatani bowed.', 'Nakatani left.'],
    ['Nakatani = nakatani', 'Gen Nakatani = nakatani', 'Nakatani = nakatani', 'Nakatani = nakatani'],
  ],
  [
    'takes it behind a word that is no given name',
    ['Gen Nakatani. The Defense Minister Nakatani spoke. Nakatani left.'],
    ['Gen Nakatani = nakatani', 'Nakatani = nakatani', 'Nakatani = nakatani'],
  ],
  ['takes a full name of one word elsewhere', ['under Mao and'], ['Mao = mao']],
];

const CHOICES: readonly Case[] = [
  ['asks between two entities of one full name', ['in Gwangju today'], ['Gwangju = gwangju-city or gwangju-county']],
  [
    'gives a shared family name to the one who is in the article',
    ['Kim Jong-un. It was Kim.'],
    ['Kim Jong-un = kim-jong-un', 'Kim = kim-jong-un'],
  ],
  [
    'asks when both are in the article',
    ['Kim Jong-un, Kim Min-seok. It was Kim.'],
    ['Kim Jong-un = kim-jong-un', 'Kim Min-seok = kim-min-seok', 'Kim = kim-jong-un or kim-min-seok'],
  ],
  [
    'asks when both are in the article and one is in office',
    ['Hiro Ito, Ken Ito. It was Ito.'],
    ['Hiro Ito = hiro-ito', 'Ken Ito = ken-ito', 'Ito = hiro-ito or ken-ito'],
  ],
  ['asks when both hold such an office', ['Leader Kim'], ['Kim = kim-jong-un or kim-min-seok']],
  ['takes the one whose office the title is', ['Supreme Leader Kim'], ['Kim = kim-jong-un']],
];

const FORMS: readonly Case[] = [
  ['does not take a small word for a capitalised name', ['japan and gen nakatani'], []],
  ['takes capitals for a capitalised name', ['JAPAN'], ['JAPAN = japan']],
  ['takes a case-sensitive name to the letter', ['who Who WHO'], ['WHO = who']],
  ['leaves alone words that are found all over', ['Tuesday, life in May and the Life of may'], []],
  ['takes a word that is to be matched to the letter', ['in nature, in Nature'], ['nature = life']],
  [
    'takes small letters in several words, and what is no word',
    ['shuttle diplomacy of the G7'],
    ['shuttle diplomacy = words', 'G7 = words'],
  ],
  ['takes the country for “the U.S.”', ['in the U.S. today'], ['U.S. = us']],
  ['takes the country for “U.S.” before a stop', ['in Japan, the U.S.'], ['Japan = japan', 'U.S. = us']],
  ['takes “U.S. forces” for an adjective', ['with U.S. forces'], []],
  ['never takes a demonym for the country', ['the Japanese'], []],
  [
    'takes an abbreviation that needs context with its country in the article',
    ['Japan and the SDF'],
    ['Japan = japan', 'SDF = self-defense-forces'],
  ],
  [
    'takes it with its full name',
    ['the Self-Defense Forces (SDF)'],
    ['Self-Defense Forces = self-defense-forces', 'SDF = self-defense-forces'],
  ],
  ['leaves it alone without', ['the SDF'], []],
  ['takes no common word of Korean for its country alone', ['일본과 경기'], ['일본 = japan']],
  ['takes what needs context with somebody of it', ['Oh Se-hoon of the RP'], ['Oh Se-hoon = oh', 'RP = rose-party']],

  [
    'takes what needs context with something that shares an event',
    ['Gen Nakatani and the pact'],
    ['Gen Nakatani = nakatani', 'the pact = gsomia'],
  ],
  ['takes what is named after an event', ['at the Shangri-La Dialogue'], ['Shangri-La Dialogue = shangri-la']],
  [
    'leaves alone what lies inside a longer known name that is refused',
    ['Kim Jong-un. The Kim Institute'],
    ['Kim Jong-un = kim-jong-un'],
  ],
  [
    'does not count a country inside an ambiguous longer name as context',
    ['the Japan Institute, the SDF'],
    ['Japan Institute = institute-a or institute-b'],
  ],
  ['takes what lies inside a longer name that is not valid on the day', ['of the Japan pact'], ['Japan = japan']],
  ['refuses an organisation in the name of another', ['The Self-Defense Forces University and the WHO Women'], []],
  ['refuses one of another country', ["the United States's largest Self-Defense Forces"], ['United States = us']],
  ['takes the country inside a compound', ['日本政府は', '일본과의'], ['日本 = japan', '일본 = japan']],
];

describe('resolve', () => {
  it.each(NAMES)('%s', (_, texts, mentions) => expect(found(texts)).toEqual(mentions));
  it.each(NAMESAKES)('%s', (_, texts, mentions) => expect(found(texts)).toEqual(mentions));
  it.each(CHOICES)('%s', (_, texts, mentions) => expect(found(texts)).toEqual(mentions));
  it.each(FORMS)('%s', (_, texts, mentions) => expect(found(texts)).toEqual(mentions));

  it.each([
    ['before its end', toDay(2006, 1, 1), ['Defense Agency = defense-ministry']],
    ['after its end', DAY, []],
    ['when the article has no date', null, ['Defense Agency = defense-ministry']],
  ])('takes a dated name %s', (_, day, mentions) => expect(found(['the Defense Agency'], day)).toEqual(mentions));

  it.each([
    ['on a day of office', toDay(2025, 9, 8), ['Nakatani = nakatani']],
    ['on the last day of office', toDay(2025, 10, 21), ['Nakatani = nakatani']],
    ['after the last day of office', toDay(2025, 10, 22), []],
    ['before the first day of office', toDay(2024, 9, 30), []],
    ['when the article has no date', null, []],
  ])('lets a title name its holder %s', (_, day, mentions) =>
    expect(found(['Defense Minister Nakatani'], day)).toEqual(mentions),
  );

  it('does not look at neighbours in a headline, where everything is capitalised', () => {
    const blocks = [block('Nakatani Visits Seoul', 0, 'headline'), block('Gen Nakatani', 1)];
    expect(resolve(INDEX, blocks, { asOfDay: DAY }).map(describeMention)).toEqual([
      'Nakatani = nakatani',
      'Gen Nakatani = nakatani',
    ]);
  });

  it('reports offsets of the original text, in order, never overlapping', () => {
    const text = 'Ｇｅｎ\u3000Nakatani met Lee Jae\u00admyung, Lee Jae-myung and 中谷元.';
    const mentions = resolve(INDEX, [block(text, 7)], { asOfDay: DAY });
    expect(mentions.map(({ surface }) => surface)).toEqual(['Ｇｅｎ\u3000Nakatani', 'Lee Jae-myung', '中谷元']);
    let last = 0;
    for (const { block: id, start, end, surface } of mentions) {
      expect(id).toBe(7);
      expect(text.slice(start, end)).toBe(surface);
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
  });

  it('sets either an entity or candidates, and a score from 0 to 1', () => {
    const texts = [...NAMES, ...NAMESAKES, ...CHOICES, ...FORMS].flatMap(([, lines]) => lines);
    const mentions = texts.flatMap((text) => resolve(INDEX, [block(text)], { asOfDay: DAY }));
    expect(mentions.length).toBeGreaterThan(50);
    for (const { entity, candidates, score } of mentions) {
      expect((entity === undefined) !== (candidates === undefined)).toBe(true);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('ranks higher what shares an event with something in the article', () => {
    const scores = ['GSOMIA', 'GSOMIA and Gen Nakatani'].map(
      (text) => resolve(INDEX, [block(text)], { asOfDay: DAY })[0]?.score ?? 0,
    );
    expect(scores[1]).toBeGreaterThan(scores[0] as number);
  });

  it('gives the same answer again', () => {
    const blocks = CHOICES.map(([, [text]], i) => block(text ?? '', i));
    expect(resolve(INDEX, blocks, { asOfDay: DAY })).toEqual(resolve(INDEX, blocks, { asOfDay: DAY }));
  });
});

describe('the prior of a name', () => {
  const paris = (weights: readonly (number | undefined)[]) => {
    const holders = weights.map((weight, i) =>
      anEntity(`place/paris-${i}`, { names: [aName('Paris', 'full', weight === undefined ? {} : { weight })] }),
    );
    return resolve(openIndex(aPack(holders)), [block('in Paris')], { asOfDay: null }).map(describeMention);
  };

  it.each<readonly [weights: readonly (number | undefined)[], mention: string]>([
    [[1], 'Paris = paris-0'],
    [[undefined, undefined], 'Paris = paris-0 or paris-1'],
    [[2, 1], 'Paris = paris-0'],
    [[1, 2_000_000], 'Paris = paris-1'],
    [[3, 2], 'Paris = paris-0 or paris-1'],
    [[1, 1], 'Paris = paris-0 or paris-1'],
    [[10, 9, 1], 'Paris = paris-0 or paris-1'],
  ])('decides between holders of weight %j: %s', (weights, mention) => expect(paris(weights)).toEqual([mention]));
});

describe('the evidence of a mention', () => {
  it.each<readonly [texts: readonly string[], evidence: readonly Evidence[]]>([
    [['Gen Nakatani'], [{ kind: 'full-name' }]],
    [['x', 'Gen Nakatani', 'as Nakatani'], [{ kind: 'full-name-elsewhere', form: 'Gen Nakatani', paragraph: 2 }]],
    [['Defense Minister Nakatani'], [{ kind: 'title-before', form: 'defense minister' }]],
    [
      ['Gen Nakatani', 'Defense Minister Nakatani'],
      [
        { kind: 'full-name-elsewhere', form: 'Gen Nakatani', paragraph: 1 },
        { kind: 'title-before', form: 'defense minister' },
      ],
    ],
    [['in the U.S.'], [{ kind: 'abbreviation' }]],
    [['Japan and the SDF'], [{ kind: 'context', with: 'test:place/japan' }]],
    [['Gen Nakatani and the pact'], [{ kind: 'context', with: 'test:person/nakatani' }]],
    [['GSOMIA, the pact'], [{ kind: 'full-name-elsewhere', form: 'GSOMIA', paragraph: 1 }]],
  ])('in %j says why', (texts, evidence) => {
    const mentions = resolve(
      INDEX,
      texts.map((text, i) => block(text, i)),
      { asOfDay: DAY },
    );
    expect(mentions.at(-1)?.evidence).toEqual(evidence);
  });

  it('never names the entity itself as its context', () => {
    const index = openIndex(
      aPack([
        anEntity('place/japan', { placeKind: 'country', names: [aName('Archipelago', 'short', { needs: 'context' })] }),
        person('nakatani', 'Gen Nakatani', 'Nakatani', {
          relations: [{ kind: 'citizen', to: 'place/japan', sources: [SOURCE] }],
        }),
        anEvent('event/visit', { participants: [{ entity: 'person/nakatani' }, { entity: 'place/japan' }] }),
      ]),
    );
    const [, place] = resolve(index, [block('Gen Nakatani left the Archipelago.')], { asOfDay: DAY });
    expect(place?.evidence).toEqual([{ kind: 'context', with: 'test:person/nakatani' }]);
  });

  it('names the rivals that were weaker, and why', () => {
    const [, kim] = resolve(INDEX, [block('Kim Jong-un. It was Kim.')], { asOfDay: DAY });
    expect(kim?.rivals).toEqual([{ entity: 'test:person/kim-min-seok', refusal: 'no-full-name-in-article' }]);
  });
});

describe('explain', () => {
  it.each<readonly [texts: readonly string[], refused: readonly string[]]>([
    [['Gen Nakatani'], []],
    [['It was Nakatani.'], ['Nakatani: nakatani no-full-name-in-article']],
    [['Prime Minister Kishida'], ['Kishida: kishida no-full-name-in-article']],
    [['Lee Jae-myung and Mary Lee'], ['Lee: lee unknown-longer-name']],
    [['It was Kim.'], ['Kim: kim-jong-un no-full-name-in-article, kim-min-seok no-full-name-in-article']],
    [['the SDF'], ['SDF: self-defense-forces needs-context']],
    [['japan'], []],
    [['Who is it?'], ['Who: who case']],
    [['the Defense Agency'], ['Defense Agency: defense-ministry name-not-valid-on-day']],
    [['The Kim Institute'], ['Kim Institute: kim-institute needs-context']],
    [['Nakatanizawa'], []],
  ])('says of %j what was refused and why', (texts, refused) => {
    expect(refusedIn(texts)).toEqual(refused);
  });
});

describe('resolveInSteps', () => {
  it('can be interrupted as often among many short blocks as within a few long ones', () => {
    const stepsIn = (blocks: number) => {
      const text = 'Gen Nakatani met Lee Jae-myung in Sendai. '.repeat(2_400 / blocks);
      const steps = resolveInSteps(
        INDEX,
        Array.from({ length: blocks }, (_, id): TextBlock => ({ id, text, kind: 'text', section: 0 })),
        { asOfDay: null },
      );
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    };
    expect(stepsIn(1_200)).toBeGreaterThanOrEqual(stepsIn(40));
  });
});
