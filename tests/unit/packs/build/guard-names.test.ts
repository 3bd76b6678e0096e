import { describe, expect, it } from 'vitest';
import { addName, createDraft, type Draft } from '../../../../lib/packs/build/draft';
import { guardNames } from '../../../../lib/packs/build/guard-names';
import { createTally } from '../../../../lib/packs/build/tally';

const place = (name: string, prominence: number, lang = 'en'): Draft => {
  const draft = createDraft({
    type: 'place',
    slug: name,
    tag: name,
    label: { en: name },
    source: 'natural-earth',
    prominence,
  });
  draft.placeKind = 'city';
  addName(draft, name, lang, 'full');
  return draft;
};
const person = (full: string, family: string): Draft => {
  const draft = createDraft({ type: 'person', slug: full, label: { en: full }, source: 'everypolitician' });
  addName(draft, full, 'en', 'full');
  addName(draft, family, 'en', 'family');
  return draft;
};

function guard(drafts: readonly Draft[]): string[] {
  guardNames(drafts, [], {
    tally: createTally(),
    englishWords: new Set(['deal', 'liege']),
    foreignWords: new Set(['ende']),
  });
  return drafts.map(({ names }) =>
    names.map(({ text, needs, caseSensitive }) => `${text}${needs ? '!' : ''}${caseSensitive ? '=' : ''}`).join(' '),
  );
}

describe('guardNames', () => {
  it.each([
    ['Deal', 0.1, ''],
    ['Deal', 0.65, 'Deal='],
    ['Liège', 0.3, 'Liège='],
    ['May', 0.3, ''],
    ['Of', 0.3, ''],
    ['Ur', 0.3, ''],
    ['Victoria', 0.5, 'Victoria!'],
    ['Dortmund', 0.1, 'Dortmund'],
    ['Ende', 0.2, 'Ende!='],
    ['Ende', 0.6, 'Ende'],
  ])('of a place called %s of prominence %d leaves "%s"', (name, prominence, left) => {
    expect(guard([place(name, prominence)])).toEqual([left]);
  });

  it('leaves out towns that are called like persons, and asks context of larger ones', () => {
    const people = [
      person('Ada Lovell', 'Lovell'),
      person('Eve Lovell', 'Lovell'),
      ...['A', 'B', 'C', 'D'].map((x) => person(`Carla ${x}xx`, `${x}xx`)),
    ];
    expect(guard([...people, place('Lovell', 0.1), place('Carla', 0.4)]).slice(-2)).toEqual(['', '']);
    expect(guard([...people, place('Lovell', 0.5)]).at(-1)).toBe('Lovell!');
  });

  it('weighs bearers of one name by their prominence and asks context of the lesser ones', () => {
    const [large, small] = [place('Springtown', 0.6), place('Springtown', 0.1)];
    expect(guard([large, small])).toEqual(['Springtown', 'Springtown!']);
    expect(large.names[0]?.weight).toBeGreaterThan(small.names[0]?.weight ?? 0);
  });

  it.each([
    ['津', 0.6, ''],
    ['高松', 0.2, ''],
    ['高松', 0.4, '高松!'],
    ['フランクフルト', 0.2, 'フランクフルト'],
    ['메인', 0.2, ''],
  ])('of %s of prominence %d leaves "%s": without spaces a short name is any word', (name, prominence, left) => {
    expect(guard([place(name, prominence, 'ja')])).toEqual([left]);
  });
});
