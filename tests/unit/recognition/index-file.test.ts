/** Opening an index in parts: the head at once, the rest when wanted, and whatever a browser may have done to it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackId, RecordId, Reference } from '../../../lib/model/ids';
import { toReference } from '../../../lib/model/ids';
import { type IndexSource, sourceOf } from '../../../lib/recognition/binary';
import { compileIndex } from '../../../lib/recognition/compile-index';
import { DamagedIndexError, type IndexFile, openIndexFile, openWholeIndex } from '../../../lib/recognition/index-file';
import { resolve } from '../../../lib/recognition/resolve';
import { searchTargets } from '../../../lib/recognition/search-targets';
import { parseQuery } from '../../../lib/text/search-query';
import { aName, anEntity, anEvent, aPack, aRole, aSeries } from '../../support/build-pack';

const FINGERPRINT = 'ab'.repeat(16);
const ref = (id: string) => toReference('test' as PackId, id as RecordId);
const PEOPLE = Array.from({ length: 200 }, (_, i) => `person/p${i}`);
const PACK = aPack([
  anEntity('place/japan', { placeKind: 'country' }),
  anEntity('post/minister'),
  ...PEOPLE.map((id, i) =>
    anEntity(id, {
      prominence: i / 200,
      names: [
        aName(`Anna Number${i}`),
        aName('Anna', 'given', { weight: i + 1 }),
        aName(`AN${i}`, 'short', { caseSensitive: true }),
      ],
      roles: [aRole({ post: 'post/minister', of: 'place/japan' })],
    }),
  ),
  ...PEOPLE.map((entity, i) => anEvent(`event/e${i}`, { participants: [{ entity }], places: ['place/japan'] })),
  aSeries('series/visits', { events: ['event/e3'] }),
]);
const BUFFER = compileIndex([{ ...PACK, rowSize: 4 }], FINGERPRINT);
const TEXT = [
  { id: 0, text: 'Anna Number7 met Anna Number9 and AN11. Anna left Japan.', kind: 'text', section: 0 } as const,
];

/** A source that notes what is read of it. */
function watched(buffer: ArrayBuffer, source: IndexSource = sourceOf(buffer)) {
  const reads: [from: number, to: number][] = [];
  const read: IndexSource['read'] = (from, to) => {
    reads.push([from, to]);
    return source.read(from, to);
  };
  return { source: { ...source, read }, reads };
}

async function open(source: IndexSource): Promise<IndexFile> {
  const file = await openIndexFile(source, FINGERPRINT);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

async function isSound(file: IndexFile): Promise<boolean> {
  const steps = file.verify();
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** The file with one byte changed. */
function flipped(at: number): ArrayBuffer {
  const buffer = BUFFER.slice();
  const bytes = new Uint8Array(buffer);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return buffer;
}

describe('an index file', () => {
  it('is opened by one read of its head', async () => {
    const { source, reads } = watched(BUFFER);
    const { index } = await open(source);
    expect(resolve(index, TEXT, { asOfDay: null }).map(({ surface }) => surface)).toEqual([
      'Anna Number7',
      'Anna Number9',
      'AN11',
      'Japan',
    ]);
    expect(reads).toEqual([[0, source.head]]);
  });

  it('reads each other part once, when it is first wanted', async () => {
    const { source, reads } = watched(BUFFER);
    const file = await open(source);
    const [one, other] = await Promise.all([file.directory(), file.directory()]);
    expect(other).toBe(one);
    expect(one.targetOf(ref('person/p7'))).toBeGreaterThan(0);
    expect(reads).toHaveLength(2);
    expect([...(await file.search()).prefixes.formsWithPrefix('anna number19', 20)]).toHaveLength(11);
    await file.search();
    expect(reads).toHaveLength(3);
    expect(reads.at(-1)?.[1]).toBe(BUFFER.byteLength);
  });

  it('is sound when it is what was written', async () => {
    expect(await isSound(await open(sourceOf(BUFFER)))).toBe(true);
  });

  it.each<[what: string, source: IndexSource, problem: string]>([
    ['a head that cannot be read', { ...sourceOf(BUFFER), read: () => Promise.reject(new Error('gone')) }, 'damaged'],
    ['a head that is said to be shorter', { ...sourceOf(BUFFER), head: 4_000 }, 'damaged'],
    ['a head that is said to be nothing', { ...sourceOf(BUFFER), head: 0 }, 'not-an-index'],
    ['a file that was cut behind its head', sourceOf(BUFFER.slice(0, -8)), 'damaged'],
  ])('does not open %s', async (_, source, problem) => {
    expect(await openIndexFile(source, FINGERPRINT)).toBe(problem);
  });

  it('takes a head that is said to be longer', async () => {
    expect((await open({ ...sourceOf(BUFFER), head: BUFFER.byteLength })).index.targetCount).toBe(402);
  });

  it.each<[what: string, at: number]>([
    ['in its head', 2_000],
    ['in its directory', sourceOf(BUFFER).head + 400],
    ['at its end', BUFFER.byteLength - 1],
  ])('is found damaged %s when it is looked through, and opens until then', async (_, at) => {
    expect(await isSound(await open(sourceOf(flipped(at))))).toBe(false);
  });

  it('does not search a table of names that is damaged', async () => {
    const file = await open(sourceOf(flipped(BUFFER.byteLength - 1)));
    await expect(file.search()).rejects.toThrow(DamagedIndexError);
  });

  it('says that a part is damaged which the browser has lost, and reads it again when asked again', async () => {
    const whole = sourceOf(BUFFER);
    let isLost = true;
    const file = await open({
      ...whole,
      read: async (from, to) => (from > 0 && isLost ? whole.read(from, to - 4) : whole.read(from, to)),
    });
    await expect(file.directory()).rejects.toThrow(DamagedIndexError);
    await expect(isSound(file)).rejects.toThrow(DamagedIndexError);
    isLost = false;
    const directory = await file.directory();
    expect(directory.listedFor([directory.targetOf(ref('event/e3'))]).series).toEqual([ref('series/visits')]);
  });

  it('neither fails nor loops over sections that are damaged', () => {
    const first = new Uint32Array(BUFFER)[6] as number;
    const random = fc.record({
      at: fc.nat({ max: BUFFER.byteLength - 1_000 }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    });
    fc.assert(
      fc.property(fc.array(random, { minLength: 1, maxLength: 40 }), (changes) => {
        const buffer = BUFFER.slice();
        const view = new Uint8Array(buffer);
        // The header is as it was: nothing is noticed when opening.
        for (const { at, bytes } of changes) view.set(bytes, Math.max(700, at));
        const opened = openWholeIndex(buffer, FINGERPRINT);
        if (typeof opened === 'string') return;
        const { index, directory, prefixes, texts } = opened;
        resolve(index, TEXT, { asOfDay: 16_000 });
        for (const id of ['person/p7', 'place/japan', 'event/e3', 'person/nobody']) {
          const target = directory.targetOf(ref(id) as Reference);
          expect([...directory.places(ref(id))].length).toBeLessThan(1_000);
          for (const event of directory.events(target)) directory.eventDays(event);
          expect([...directory.holders(target, 19_000)].length).toBeLessThan(1_000);
        }
        directory.listedFor(Array.from({ length: index.targetCount }, (_, target) => target));
        for (const target of [0, 5, index.targetCount - 1, 4_000_000_000, -1]) {
          index.reference(target);
          index.country(target);
          index.type(target);
          index.placeKind(target);
          expect([...index.posts(target)].length).toBeLessThan(300);
          expect(index.companions(target).length).toBeLessThan(300);
        }
        expect([...prefixes.formsWithPrefix('anna', 50)].length).toBeLessThan(51);
        for (const typed of ['anna n', 'visit', 'n']) {
          const query = parseQuery(typed);
          if (!query) throw new Error('nothing to look for');
          const options = { day: 16_000, favoured: new Set<number>(), limit: 20 };
          expect(searchTargets({ index, directory, prefixes, texts }, query, options).events.length).toBeLessThan(21);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(first).toBeGreaterThan(700);
  });
});
