/** Records of two packs that nothing joins: one mention, the earlier pack's. */
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../lib/model/article';
import type { PackId } from '../../../lib/model/ids';
import { resolve } from '../../../lib/recognition/resolve';
import { aName, anEntity, aPack, openIndex, SOURCE } from '../../support/build-pack';

const partOf = (to: string) => ({ relations: [{ kind: 'part-of', to, sources: [SOURCE] }] });
const country = (id: string, name: string) =>
  anEntity(`place/${id}`, {
    placeKind: 'country',
    names: [aName(name)],
    sameAs: [`https://www.wikidata.org/wiki/Q${name.length}`],
  });

/** What two packs that call something of a type by one name make of it. */
function namedIn(type: string, first: object, second: object) {
  const countries = [country('arcadia', 'Arcadia'), country('utopia', 'Utopia')];
  const index = openIndex(
    aPack(
      [
        ...countries,
        anEntity('organisation/forces', { names: [aName('Arcadian Forces')], ...partOf('place/arcadia') }),
        anEntity(`${type}/fleet`, { names: [aName('Coastal Fleet')], ...first }),
      ],
      { id: 'topic' as PackId },
    ),
    aPack([...countries, anEntity(`${type}/fleet`, { names: [aName('Coastal Fleet')], prominence: 0.2, ...second })], {
      id: 'world' as PackId,
    }),
  );
  const text: TextBlock = { id: 0, text: 'They sent the Coastal Fleet.', kind: 'text', section: 0 };
  const [mention] = resolve(index, [text], { asOfDay: null });
  return mention?.entity ?? mention?.candidates;
}

const BOTH = (type: string) => [`topic:${type}/fleet`, `world:${type}/fleet`];

describe('a name that two packs know', () => {
  it.each([
    ['of one country', partOf('place/arcadia'), partOf('place/arcadia')],
    ['of one country, by what it is part of', partOf('organisation/forces'), partOf('place/arcadia')],
    ['of which one pack says no country', {}, partOf('place/arcadia')],
    ['of no country', {}, {}],
  ])('means one organisation %s', (_, first, second) => {
    expect(namedIn('organisation', first, second)).toBe('topic:organisation/fleet');
  });

  it('is put to the reader where the countries differ', () => {
    const entity = namedIn('organisation', partOf('place/arcadia'), {
      relations: [{ kind: 'part-of', to: 'place/utopia', sources: [SOURCE] }],
    });
    expect([entity].flat()).toHaveLength(2);
  });

  it.each(['person', 'place'])('is put to the reader where it is a %s', (type) => {
    expect([...[namedIn(type, {}, {})].flat()].sort()).toEqual(BOTH(type));
  });
});
