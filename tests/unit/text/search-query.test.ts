import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../lib/text/fold';
import { BEGINNING, EXACT, findQuery, fitOfText, INSIDE, NOT, parseQuery, WORDS } from '../../../lib/text/search-query';

const query = (typed: string) => {
  const parsed = parseQuery(typed);
  if (!parsed) throw new Error(`nothing to look for in ${JSON.stringify(typed)}`);
  return parsed;
};

describe('a text fits a query', () => {
  it.each<[typed: string, text: string, fit: number]>([
    ['Gen Nakatani', 'Gen Nakatani', EXACT],
    ['gen  nakatani', 'Gen Nakatani', EXACT],
    ['“Gen Nakatani”', 'Gen Nakatani', EXACT],
    ['the Hague', 'Hague', EXACT],
    ['lee jae myung', 'Lee Jae-myung', EXACT],
    ['Lee Jae-myung', 'Lee Jae Myung', EXACT],
    ['gen n', 'Gen Nakatani', BEGINNING],
    ['Zürich', 'zurich airport', BEGINNING],
    ['nakatani', 'Gen Nakatani', INSIDE],
    ['jae m', 'Lee Jae-myung', INSIDE],
    ['atani', 'Gen Nakatani', NOT],
    ['brien', "Conan O'Brien", INSIDE],
    ['nakatani gen', 'Gen Nakatani', WORDS],
    ['seoul visit', 'Koizumi visits Seoul for talks', WORDS],
    // Only what is typed last may be cut short.
    ['nakat gen', 'Gen Nakatani', WORDS],
    ['nakatani ito', 'Gen Nakatani', NOT],
    // Han and kana need no boundary.
    ['中谷', '中谷元', BEGINNING],
    ['防衛相', '中谷防衛相、訪韓へ', INSIDE],
    ['韓国', '韓国', EXACT],
    ['ナカタニ', 'なかたに げん', BEGINNING],
    ['なかたに', 'ナカタニ', EXACT],
    ['なかt', 'なかたに げん', BEGINNING],
    ['なかｔ', 'なかたに げん', BEGINNING],
    ['ジョー バイデン', 'ジョー・バイデン', EXACT],
    ['バイデン', 'ジョー・バイデン', INSIDE],
    // Hangul grows letter by letter.
    ['ㄱ', '김정은', BEGINNING],
    ['기', '김정은', BEGINNING],
    ['김', '김', EXACT],
    ['기', '김', BEGINNING],
    ['낰', '나카타니 겐', BEGINNING],
    ['나카', '나카타니 겐', BEGINNING],
    ['안귭', '안규백', BEGINNING],
    ['닭', '달구', BEGINNING],
    ['ㅇㄱㅂ', '안규백', BEGINNING],
    ['김저', '김은정', NOT],
    ['기정', '김정은', NOT],
    ['장관', '국방장관', INSIDE],
  ])('%j and %j', (typed, text, fit) => {
    expect(fitOfText(query(typed), foldName(text))).toBe(fit);
  });

  it('where it says', () => {
    const stretches = (typed: string, text: string) =>
      findQuery(query(typed), foldName(text)).map(({ from, to }) => foldName(text).slice(from, to));
    expect(stretches('nakat', 'Gen Nakatani')).toEqual(['nakat']);
    expect(stretches('myung lee', 'Lee Jae-myung')).toEqual(['lee', 'myung']);
    expect(stretches('낰', '나카타니')).toEqual(['나카']);
    expect(stretches('seoul', 'Tokyo')).toEqual([]);
  });

  it('in every text that begins with it, and between its bounds in a table', () => {
    const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'ナ', 'な', '中', '가', '각', '나'), minLength: 1 });
    fc.assert(
      fc.property(aText, aText, (typed, rest) => {
        const parsed = parseQuery(typed);
        if (!parsed) return;
        const text = parsed.text + foldName(rest);
        expect(fitOfText(parsed, text)).toBeLessThanOrEqual(BEGINNING);
        for (const { low, high } of parsed.ranges) expect(low < high).toBe(true);
        if (parsed.ranges.length > 0)
          expect(parsed.ranges.some(({ low, high }) => low <= text && text < high)).toBe(true);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('what was typed', () => {
  it.each(['', '  ', '—', '「」', '...'])('is nothing to look for: %j', (typed) => {
    expect(parseQuery(typed)).toBeNull();
  });

  it('is cut where no name is as long', () => {
    expect(parseQuery('x'.repeat(5_000))?.text).toHaveLength(200);
  });
});
