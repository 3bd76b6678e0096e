import { describe, expect, it } from 'vitest';
import { isBounded, isInAddress, namedKind } from '../../../lib/recognition/boundaries';
import type { TargetType } from '../../../lib/recognition/index-layout';

/** A text with the name in brackets, what it is the name of, and whether it may stand there. */
type Case = readonly [marked: string, type: TargetType, bounded: boolean];

function place(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('[');
  return [marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1];
}

/** What each script's own rule says is tested beside it; here, that each is asked. */
const CASES: readonly Case[] = [
  ['[구조]는', 'organisation', true],
  ['[구조]대', 'organisation', false],
  ['[이재명]대통령은', 'person', true],
  ['대[구조]', 'organisation', false],
  ['[한국]인은', 'place', false],
  ['[한국]과의', 'place', true],
  ['[トランプ]氏', 'person', true],
  ['[トランプ]タワー', 'person', false],
  ['ミニ[トランプ]', 'person', false],
  ['[中谷]防衛相が', 'person', true],
  ['[中谷]真一が', 'person', false],
  ['田[中谷]が', 'person', false],
  ['[日本]政府は', 'place', true],
  ['[日本]酒は', 'place', false],
  ['[NATO]首脳は', 'organisation', true],
  ['[NATO]는', 'organisation', true],
  ['[Lee]’s', 'person', true],
  ['[Élysée] said', 'organisation', true],
];

const ADDRESSES: readonly (readonly [marked: string, inAddress: boolean])[] = [
  ['see https://news.example/[japan]/today', true],
  ['see https://news.example/이재명/[서울] 에', true],
  ['www.[seoul].example', true],
  ['news.[japan].example/x', true],
  ['editor@[japan].example', true],
  ['[japan]@example.org', true],
  ['@[Reuters] wrote', true],
  ['#[Tokyo] trended', true],
  ['＃[東京]', true],
  ['japan_[seoul]_final', true],
  ['the file [japan].pdf is', true],
  ['[Tokyo]/Osaka', false],
  ['Seoul/[Tokyo]/Osaka', false],
  ['in [Tokyo].', false],
  ['in [Tokyo].”', false],
  ['the [U.S.] said', false],
  ['[AT&T]-owned', false],
  ['([Tokyo])', false],
  ['in [Tokyo]. Osaka', false],
  ['[Tokyo]-based', false],
  ['it said:[Tokyo]', false],
];

describe('isBounded', () => {
  it.each(CASES)('takes %s for a name of a %s: %s', (marked, type, expected) => {
    expect(isBounded(...place(marked), namedKind(type))).toBe(expected);
  });
});

describe('isInAddress', () => {
  it.each(ADDRESSES)('finds %s inside an address: %s', (marked, expected) => {
    expect(isInAddress(...place(marked))).toBe(expected);
  });

  it('looks no further than a bounded piece of the text', () => {
    const far = `https://${'a'.repeat(200)} `;
    expect(isInAddress(`${far}Tokyo`, far.length, far.length + 5)).toBe(false);
  });
});
