import { describe, expect, it } from 'vitest';
import type { NameKind } from '../../../lib/model/pack';
import { matchableForms } from '../../../lib/recognition/matchable-forms';
import { aName, anEntity } from '../../support/build-pack';

type Written = readonly [text: string, kind?: NameKind, lang?: string];

const formsOf = (type: string, ...names: readonly Written[]): string[] =>
  matchableForms(
    anEntity(`${type}/x`, { names: names.map(([text, kind = 'short', lang = 'en']) => aName(text, kind, { lang })) }),
  ).map(([form]) => form);

const CASES: readonly (readonly [rule: string, names: readonly Written[], forms: readonly string[]])[] = [
  ['takes a name as it is written', [['Gen Nakatani', 'full']], ['gen nakatani']],
  ['leaves the article off a longer name', [['The New York Times', 'full']], ['new york times']],
  ['keeps the article that one word needs', [['The Hague', 'full']], ['the hague']],
  ['drops an article before what is a name of its own', [['the U.S.'], ['U.S.']], ['u.s.']],
  ['drops an article before a common word', [['the university'], ['Harvard', 'full']], ['harvard']],
  [
    'leaves off the possessive',
    [['Saddam Hussein’s'], ['Moody’s', 'full']],
    ['saddam hussein', 'moody’s'.replace('’', "'")],
  ],
  ['leaves off commas and quotation marks', [['"Maha Kumbh"'], ['Sweden,']], ['maha kumbh', 'sweden']],
  ['leaves off titles', [['Mr. Maliki'], ['Prime Minister Maliki']], ['maliki']],
  [
    'takes the whole title of an office',
    [
      ['President of Russia', 'title'],
      ['Minister of Defense', 'title'],
    ],
    ['president of russia', 'minister of defense'],
  ],
  ['leaves off what makes it an adjective', [['Atlanta-based']], ['atlanta']],
  ['does not take two mentions for one', [['Columbus, Ohio'], ['Columbus', 'full']], ['columbus']],
  ['keeps a full name with a comma', [['Washington, D.C.', 'full']], ['washington, d.c.']],
  ['does not take a plural or a lost apostrophe', [['Polands'], ['Poland', 'full']], ['poland']],
  [
    'takes other languages to the letter',
    [
      ['李, 在明', 'short', 'ja'],
      ['the 日本', 'short', 'ja'],
    ],
    ['李, 在明', 'the 日本'],
  ],
  ['leaves out what is no text', [['1999'], ['9/11'], ['100%']], []],
];

const OF_THINGS: typeof CASES = [
  [
    'leaves out words of grammar',
    [
      ['The', 'short'],
      ['On', 'short'],
      ['Moon', 'full'],
    ],
    ['moon'],
  ],
  [
    'leaves out titles',
    [
      ['Prime Minister', 'short'],
      ['Rep.', 'short'],
      ['X Party', 'full'],
    ],
    ['x party'],
  ],
  [
    'leaves out dates',
    [
      ['Sept. 11', 'short'],
      ['September 11 attacks', 'full'],
    ],
    ['september 11 attacks'],
  ],
  [
    'leaves out a legislator’s party and state',
    [
      ['D-Mass.', 'short'],
      ['Y Party', 'full'],
    ],
    ['y party'],
  ],
  [
    'leaves out legal forms',
    [
      ['Inc', 'short'],
      ['Inc. Magazine', 'full'],
    ],
    ['inc. magazine'],
  ],
  [
    'leaves out common nouns altogether',
    [
      ['heart disease', 'full'],
      ['Heart Disease', 'short'],
    ],
    [],
  ],
  ['keeps what has a capital in one full name', [['iPhone', 'full']], ['iphone']],
];

describe('matchableForms', () => {
  it.each(CASES)('%s', (_, names, forms) => expect(formsOf('organisation', ...names)).toEqual(forms));
  it.each(OF_THINGS)('of things %s', (_, names, forms) => expect(formsOf('thing', ...names)).toEqual(forms));

  it('keeps what a pack that knows types calls by a common noun', () => {
    expect(formsOf('topic', ['shuttle diplomacy', 'full'])).toEqual(['shuttle diplomacy']);
  });

  it('keeps each of the names that share a form', () => {
    expect(formsOf('place', ['Japan', 'full'], ['JAPAN', 'abbreviation'])).toEqual(['japan', 'japan']);
  });
});

it('takes the family name within a full one as a name of that kind', () => {
  const entity = anEntity('person/x', {
    names: [
      aName('Gen Nakatani', 'full', { family: 'Nakatani', from: '1957' }),
      aName('中谷元', 'full', { lang: 'ja' }),
    ],
  });
  expect(matchableForms(entity).map(([form, { kind, lang, from }]) => [form, kind, lang, from])).toEqual([
    ['gen nakatani', 'full', 'en', '1957'],
    ['nakatani', 'family', 'en', '1957'],
    ['中谷元', 'full', 'ja', undefined],
  ]);
});
