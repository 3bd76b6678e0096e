import { describe, expect, it } from 'vitest';
import { yearsInText } from '../../../lib/packs/years-in-text';

describe('yearsInText', () => {
  it.each<readonly [text: string, years: readonly number[]]>([
    ['', []],
    ['Born in 1957, minister 2014-2016', [1957, 2014, 2016]],
    ['２０２４年の訪問', [2024]],
    ['二〇二四年の訪問', [2024]],
    ['令和6年、平成元年', [2024, 1989]],
    ['昭和３２年', [1957]],
    ['٢٠٢٤', [2024]],
    ['๒๐๒๔', [2024]],
    ['2,000 troops, 12345 people, 800 ships', []],
    ['2100', []],
  ])('finds in "%s" %j', (text, years) => {
    expect(yearsInText(text).map(({ year }) => year)).toEqual(years);
  });
});
