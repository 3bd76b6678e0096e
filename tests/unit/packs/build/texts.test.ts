import { describe, expect, it } from 'vitest';
import { latest, readDate, readSince } from '../../../../lib/packs/build/dates';
import { tidy } from '../../../../lib/packs/build/draft';
import { plainLines, plainText } from '../../../../lib/packs/build/html';
import { assignIds, toSlug } from '../../../../lib/packs/build/slugs';

describe('readDate', () => {
  it.each([
    ['14 May 2017', '2017-05-14'],
    ['April 2018', '2018-04'],
    ['5 Sep 2025', '2025-09-05'],
    ['1997', '1997'],
    ['9/24/2023', '2023-09-24'],
    ['31 February 2020', null],
    ['the 1980', null],
  ])('reads %s as %s', (text, date) => expect(readDate(text)).toBe(date));
});

describe('readSince', () => {
  it.each([
    ['President A B (since 14 May 2017)', '2017-05-14'],
    ['A B (28 October 2022)', '2022-10-28'],
    ['Prince C (since 13 November 1989, powers since 1984)', '1989-11-13'],
    ['A B (Col.)', null],
  ])('reads %s as %s', (text, date) => expect(readSince(text)).toBe(date));
});

describe('latest', () => {
  it('takes the last day within a bound', () => {
    expect(latest(['2022-07-01', '2022-08', '2023-01-01', '2021-02-03'], '2022-08')).toBe('2022-07-01');
  });
});

describe('plainText', () => {
  it('reads references and drops tags', () => {
    expect(plainText('<em>Bras&iacute;lia</em>&nbsp;&amp; Malm&#246;<br>x')).toBe('Brasília & Malmö x');
  });

  it('parts lines and leaves notes out', () => {
    expect(plainLines('A or B <br>C<br><strong>note:</strong> no<br>')).toEqual(['A or B', 'C']);
  });
});

describe('tidy', () => {
  it('drops what cannot be seen', () => expect(tidy('\u200eラウリ \u00a0 \u202ax')).toBe('ラウリ x'));
});

describe('toSlug', () => {
  it.each([
    ['Côte d’Ivoire', 'cote-divoire'],
    ['Łódź', 'lodz'],
    ['AT&T Inc.', 'at-and-t-inc'],
    ['古川雅典', ''],
  ])('%s: %s', (text, slug) => expect(toSlug(text)).toBe(slug));
});

describe('assignIds', () => {
  it('gives the slug to the most prominent and tells the others apart', () => {
    const [paris, texas, none] = [
      { slug: 'paris', tag: 'FR', qid: 'Q90', prominence: 0.7 },
      { slug: 'paris', tag: 'US', qid: 'Q830149', prominence: 0.1 },
      { slug: 'paris', tag: 'CA-Ontario', prominence: 0.1 },
    ];
    const ids = assignIds('place', [texas, none, paris] as never[]);
    expect([paris, texas, none].map((place) => ids.get(place as never))).toEqual([
      'place/paris',
      'place/paris-q830149',
      'place/paris-ca-ontario',
    ]);
  });
});
