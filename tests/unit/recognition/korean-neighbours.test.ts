import { describe, expect, it } from 'vitest';
import { goesOnAsAnother, isBehindState, isGivenNameBefore } from '../../../lib/recognition/korean-neighbours';

/** A text with the name between bars, and whether the rule holds there. */
type Case = readonly [marked: string, holds: boolean];

const at = (marked: string): readonly [text: string, start: number, end: number] => {
  const [before = '', name = '', after = ''] = marked.split('|');
  return [before + name + after, before.length, before.length + name.length];
};

const OTHERS: readonly Case[] = [
  ['|아베| 아키에 여사는', true],
  ['|고이즈미| 고타로도', true],
  ['|아베| 신타로 전 외상', true],
  ['|고노| 요헤이의', true],
  ['|고노| 담화를', true],
  ['|아소| 지역은', true],
  ['|기시다| 아무개 여사', true],
  ['|아소| 지역구는', false],
  ['|아베| 총리 여사', false],
  ['|아베| 행정부 장관', false],
  ['|아베| 측 인사', false],
  ['|아베|의 준비', false],
  ['|아베|, 아키에', false],
  ['|아베| 준비', false],
  ['|아베|', false],
];

const STATES: readonly Case[] = [
  ['텍사스주 |오스틴| 공장', true],
  ['미국 텍사스 |오스틴|에서', true],
  ['텍사스주 |오스틴| 장관', false],
  ['지난주 |오스틴| 공장', false],
  ['워싱턴 |오스틴| 측', false],
  ['워싱턴주 |오스틴|에서', true],
];

describe('what Korean writes beside a family name', () => {
  it.each(OTHERS)('“%s” goes on as another: %s', (marked, holds) => {
    const [text, , end] = at(marked);
    expect(goesOnAsAnother(text, end)).toBe(holds);
  });
  it.each(STATES)('“%s” is a town of a state: %s', (marked, holds) => expect(isBehindState(...at(marked))).toBe(holds));

  it.each<readonly [marked: string, fewest: number, holds: boolean]>([
    ['차남 헌터 |바이든|', 2, true],
    ['(미셸 |오바마|', 2, true],
    ['부인 질 |바이든|', 1, true],
    ['한국 팀 |일본|', 2, false],
    ['미국의 |바이든|', 1, false],
  ])('“%s” has a given name of %i syllables or more before it: %s', (marked, fewest, holds) => {
    const [text, start] = at(marked);
    expect(isGivenNameBefore(text, start, fewest)).toBe(holds);
  });
});
