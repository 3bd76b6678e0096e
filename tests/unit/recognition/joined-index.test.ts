import { describe, expect, it } from 'vitest';
import type { Reference } from '../../../lib/model/ids';
import { JoinedIndex } from '../../../lib/recognition/joined-index';
import { resolve } from '../../../lib/recognition/resolve';
import { toDay } from '../../../lib/text/edtf';
import { aName, anEntity, anEvent, aPack, aRole, openAll, openIndex } from '../../support/build-pack';

const BASE = openAll(
  aPack([
    anEntity('place/japan', { placeKind: 'country', names: [aName('Japan')] }),
    anEntity('post/minister', { names: [aName('Defense Minister', 'title', { needs: 'context' })] }),
    anEntity('person/gen-nakatani', {
      names: [aName('Gen Nakatani'), aName('Nakatani', 'family')],
      roles: [aRole({ title: { en: 'Minister of Defense' }, post: 'post/minister', of: 'place/japan' })],
    }),
    anEvent('event/visit', { participants: [{ entity: 'person/gen-nakatani' }] }),
  ]),
);
const GEN = 'test:person/gen-nakatani' as Reference;
const SAME = new Map([[GEN, BASE.directory.targetOf(GEN)]]);

const OWN = openIndex(
  aPack(
    [
      anEntity('person/gen-nakatani', { names: [aName('Gen-san', 'short')] }),
      anEntity('organisation/book-club', {
        names: [aName('Thursday Readers'), aName('TR', 'abbreviation', { needs: 'context' })],
      }),
      anEntity('person/ada-moss', {
        names: [aName('Ada Moss'), aName('Moss', 'family')],
        roles: [aRole({ title: { en: 'Chair' } })],
      }),
    ],
    { id: 'test' },
  ),
);
const joined = new JoinedIndex(BASE.index, OWN, SAME);

const found = (text: string) =>
  resolve(joined, [{ id: 0, text, kind: 'text', section: 0 }], { asOfDay: toDay(2024, 1, 1) }).map(
    ({ surface, entity }) => `${surface} = ${entity}`,
  );

describe('JoinedIndex', () => {
  it('finds the names of both, in order', () => {
    expect(found('Thursday Readers met Gen Nakatani in Japan.')).toEqual([
      'Thursday Readers = test:organisation/book-club',
      'Gen Nakatani = test:person/gen-nakatani',
      'Japan = test:place/japan',
    ]);
  });

  it('takes a name of the reader’s for the pack’s own entity', () => {
    expect(found('Gen-san spoke, and Nakatani left.')).toEqual([
      'Gen-san = test:person/gen-nakatani',
      'Nakatani = test:person/gen-nakatani',
    ]);
  });

  it('weighs the reader’s names as any others', () => {
    expect(found('Moss and TR.')).toEqual([]);
    expect(found('Ada Moss. Moss wrote to TR of the Thursday Readers.')).toEqual([
      'Ada Moss = test:person/ada-moss',
      'Moss = test:person/ada-moss',
      'TR = test:organisation/book-club',
      'Thursday Readers = test:organisation/book-club',
    ]);
  });

  it('keeps the offices of both', () => {
    expect(found('Defense Minister Nakatani and Chair Moss')).toEqual([
      'Nakatani = test:person/gen-nakatani',
      'Moss = test:person/ada-moss',
    ]);
  });

  it('is the first alone where the second has no names', () => {
    const alone = new JoinedIndex(BASE.index, openIndex(aPack([])), new Map());
    const text = 'Gen Nakatani, Japan, Defense Minister Nakatani';
    expect(alone.find(text)).toEqual(BASE.index.find(text));
  });
});
