/** Which form of a name is shown: the reader's, the entity's own, the article's. */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/briefing/build-card';
import { articleForm, readerName } from '../../../lib/briefing/names';
import type { Entity, PackRecord } from '../../../lib/model/pack';
import { anEntity, ref, sceneOf } from '../../support/build-facts';

const citizen = (country: string): Pick<Entity, 'relations'> => ({
  relations: [{ kind: 'citizen', to: `place/${country}` as never, sources: [] }],
});
const PEOPLE: readonly PackRecord[] = [
  anEntity('place/japan', { placeKind: 'country', label: { en: 'Japan', ja: '日本', ko: '일본' } }),
  anEntity('place/korea', { placeKind: 'country', label: { en: 'South Korea', ja: '韓国', ko: '한국' } }),
  anEntity('place/france', { placeKind: 'country', label: { en: 'France' } }),
  anEntity('person/gen-nakatani', {
    label: { en: 'Gen Nakatani', ja: '中谷元', ko: '나카타니 겐' },
    reading: { ja: 'なかたに・げん' },
    ...citizen('japan'),
  }),
  anEntity('person/lee-jae-myung', {
    label: { en: 'Lee Jae-myung', ja: '李在明', ko: '이재명' },
    reading: { ja: 'イ・ジェミョン' },
    ...citizen('korea'),
  }),
  anEntity('person/kang-shin-chul', {
    label: { en: 'Kang Shin-chul', ja: { text: '姜信哲', auto: true }, ko: '강신철' },
    ...citizen('korea'),
  }),
  anEntity('person/jean-dupont', { label: { en: 'Jean Dupont' }, ...citizen('france') }),
];

async function nameLines(id: string, lang: string, surface = '', articleLang = 'en') {
  const { facts, context } = await sceneOf(PEOPLE, { day: '2025-09-08', named: [id], lang });
  const mention = surface ? { surface, articleLang, evidence: [], rivals: [], position: null } : null;
  const card = buildCard(facts, ref(id), context, mention);
  return [card?.name, card?.native, card?.reading, card?.articleForm].map((text) => text?.text ?? null);
}

describe('the name lines of a card', () => {
  it.each<[what: string, id: string, lang: string, surface: string, articleLang: string, lines: (string | null)[]]>([
    [
      'a Japanese name for an English reader',
      'person/gen-nakatani',
      'en',
      '',
      'en',
      ['Gen Nakatani', '中谷元', 'なかたに・げん', null],
    ],
    [
      'for a Japanese reader, who sees it once',
      'person/gen-nakatani',
      'ja',
      '',
      'en',
      ['中谷元', null, 'なかたに・げん', null],
    ],
    ['for a Korean reader', 'person/gen-nakatani', 'ko', '', 'en', ['나카타니 겐', '中谷元', 'なかたに・げん', null]],
    [
      'a Korean name for a Japanese reader',
      'person/lee-jae-myung',
      'ja',
      '',
      'en',
      ['李在明', '이재명', 'イ・ジェミョン', null],
    ],
    [
      'the article’s spelling of the same name',
      'person/lee-jae-myung',
      'en',
      'Jae-myung Lee',
      'en',
      ['Jae-myung Lee', '이재명', null, null],
    ],
    [
      'the other order of the same name',
      'person/gen-nakatani',
      'en',
      'NAKATANI Gen',
      'en',
      ['NAKATANI Gen', '中谷元', 'なかたに・げん', null],
    ],
    [
      'a part of the name, which nobody has to be told',
      'person/gen-nakatani',
      'en',
      'Nakatani',
      'en',
      ['Gen Nakatani', '中谷元', 'なかたに・げん', null],
    ],
    [
      'an article in another language',
      'person/gen-nakatani',
      'ko',
      '中谷氏',
      'ja',
      ['나카타니 겐', '中谷元', 'なかたに・げん', '中谷氏'],
    ],
    [
      'the entity’s own form in the article',
      'person/gen-nakatani',
      'en',
      '中谷元',
      'ja',
      ['Gen Nakatani', '中谷元', 'なかたに・げん', null],
    ],
    [
      'a form that no source shows: the English instead',
      'person/kang-shin-chul',
      'ja',
      '',
      'en',
      ['Kang Shin-chul', '강신철', null, null],
    ],
    ['a country whose script is the reader’s', 'person/jean-dupont', 'en', '', 'en', ['Jean Dupont', null, null, null]],
  ])('show %s', async (_, id, lang, surface, articleLang, lines) => {
    expect(await nameLines(id, lang, surface, articleLang)).toEqual(lines);
  });
});

describe('the reader’s name', () => {
  it.each([
    ['the reader’s own', { en: 'Seoul', ja: 'ソウル' }, 'ja', { text: 'ソウル', lang: 'ja' }],
    ['English, said to be so', { en: 'Seoul' }, 'ja', { text: 'Seoul', lang: 'en', fallback: true }],
    [
      'English where the own is unverified',
      { en: 'Kang', ja: { text: '姜', auto: true } },
      'ja',
      { text: 'Kang', lang: 'en', fallback: true },
    ],
  ] as const)('is %s', (_, label, lang, name) => {
    expect(readerName(label, lang)).toMatchObject(name);
  });
});

describe('the article’s form', () => {
  it.each([
    ['Lee Jae-myung', 'Jae-myung Lee', null],
    ['Lee Jae-myung', 'lee jaemyung', null],
    ['Gen Nakatani', 'Nakatani Gen', null],
    ['Gen Nakatani', 'Mr. Nakatani', 'Mr. Nakatani'],
    ['Takeshima', 'Dokdo', 'Dokdo'],
    ['Seoul', '', null],
  ])('beside %s of %s is %s', (shown, surface, form) => {
    expect(articleForm({ text: shown, lang: 'en' }, surface, 'en')?.text ?? null).toBe(form);
  });
});
