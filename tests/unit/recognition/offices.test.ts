/** Titles of offices in articles: with and without a name, before and behind it, with the country that they are of. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../lib/model/article';
import { resolve } from '../../../lib/recognition/resolve';
import { toDay } from '../../../lib/text/edtf';
import { aName, anEntity, aPack, aRole, openIndex, SOURCE } from '../../support/build-pack';

const country = (id: string, ...names: string[]) =>
  anEntity(`place/${id}`, { placeKind: 'country', names: names.map((text) => aName(text)) });
const post = (id: string, of: string, ...titles: string[]) =>
  anEntity(`post/${id}`, {
    names: titles.map((text) => aName(text, 'title')),
    relations: [{ kind: 'part-of', to: `place/${of}`, sources: [SOURCE] }],
  });
const holder = (id: string, names: readonly string[], family: readonly string[], of: string, title: object) =>
  anEntity(`person/${id}`, {
    names: [...names.map((text) => aName(text)), ...family.map((text) => aName(text, 'family'))],
    roles: [
      aRole({ post: `post/${id}`, of: `place/${of}`, title: { ...title }, from: '2025-01-01', to: '2025-12-31' }),
    ],
  });

const INDEX = openIndex(
  aPack([
    country('korea', 'South Korea', '한국'),
    country('japan', 'Japan', '일본', '日本'),
    country('us', 'United States', '미국', '米国'),
    anEntity('place/seoul', { placeKind: 'city', names: [aName('Seoul')] }),
    post('president', 'korea', 'President', 'President of South Korea', 'Chief of Staff', '대통령'),
    post('premier', 'japan', 'Prime Minister', '総理大臣', '총리'),
    post('defence', 'japan', 'Defense Minister', '防衛相', '방위상'),
    post('korean-defence', 'korea', 'Defense Minister', '국방장관'),
    post('secretary', 'us', 'Defense Secretary'),
    post('foreign', 'japan', '外務大臣'),
    holder('president', ['Lee Jae-myung', '이재명'], ['Lee'], 'korea', { en: 'President' }),
    holder('premier', ['Shigeru Ishiba'], ['Ishiba'], 'japan', { en: 'Prime Minister of Japan' }),
    holder('defence', ['中谷元', '나카타니 겐'], ['中谷', '나카타니'], 'japan', { en: 'Minister', ja: '防衛大臣' }),
    holder('korean-defence', ['안규백'], ['안'], 'korea', { ko: '국방부 장관' }),
    holder('secretary', ['로이드 오스틴'], ['오스틴', '안'], 'us', { ko: '미국 국방장관' }),
    holder('foreign', ['河野太郎'], ['河野'], 'japan', { ja: '外務大臣' }),
  ]),
);
const short = (reference = '') => reference.slice(reference.indexOf(':') + 1);
const describeMention = ({ surface, entity, candidates }: Mention) =>
  `${surface} = ${candidates ? candidates.map(short).join(' or ') : short(entity)}`;
const found = (text: string): string[] =>
  resolve(INDEX, [{ id: 0, text, kind: 'text', section: 0 }], { asOfDay: toDay(2025, 9, 8) }).map(describeMention);

type Case = readonly [text: string, mentions: readonly string[]];

const ALONE: readonly Case[] = [
  ['told the president of South Korea that', ['president of South Korea = post/president']],
  ['told the defense minister of South Korea that', ['defense minister of South Korea = post/korean-defence']],
  ['told the prime minister of Japan that', ['prime minister of Japan = post/premier']],
  ["the president of South Korea's chess union", ['South Korea = place/korea']],
  ['the prime minister of Atlantis and the mayor of Seoul', ['Seoul = place/seoul']],
  ['the 45th president of South Korea', ['South Korea = place/korea']],
  ["Japan's Ministry of Defense", ['Japan = place/japan']],
  ['In Seoul, the South Korean president', ['Seoul = place/seoul', 'South Korean president = post/president']],
  ['Dan Caine, chief of staff of South Korea', ['South Korea = place/korea']],
  ["Japan's prime minister-designate", ['Japan = place/japan']],
  ['일본 방위상은', ['일본 = place/japan', '방위상 = post/defence']],
  ['일본 방위상 후보자는', ['일본 = place/japan']],
  ['한국 대통령 권한대행은', ['한국 = place/korea']],
  ['나카타니 겐 일본 방위상은', ['나카타니 겐 = person/defence', '일본 = place/japan']],
  ['中谷元・日本防衛相は', ['中谷元 = person/defence', '日本 = place/japan']],
];

const NAMED: readonly Case[] = [
  ['오스틴 미국 국방장관은', ['오스틴 = person/secretary', '미국 = place/us']],
  ['오스틴 미 국방장관은', ['오스틴 = person/secretary']],
  ['오스틴 국방장관은', ['오스틴 = person/secretary']],
  ['안 국방장관은', ['안 = person/korean-defence or person/secretary']],
  ['오스틴 일본 국방장관은', ['일본 = place/japan']],
  ['오스틴 미국 작가는', ['미국 = place/us']],
  ['河野外相は', ['河野 = person/foreign']],
  ['河野法相は', []],
];

describe('a title without a name', () => {
  it.each(ALONE)('is read in “%s”', (text, mentions) => expect(found(text)).toEqual(mentions));
});

describe('a title behind a name', () => {
  it.each(NAMED)('is read in “%s”', (text, mentions) => expect(found(text)).toEqual(mentions));
});
