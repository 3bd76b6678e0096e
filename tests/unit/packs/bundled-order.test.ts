/** The order of the packs that ship. */
import { expect, it } from 'vitest';
import { bundledOrder } from '../../../lib/packs/bundled-order';

it('puts topics first, by name, then the world, then what is share-alike, packed or not, and leaves other files out', () => {
  const files = [
    'world-sharealike.jsonl.gz',
    'world.jsonl.gz',
    'zones.jsonl',
    'README.md',
    'asia.jsonl.gz',
    'index.json',
  ];
  const order = ['asia.jsonl.gz', 'zones.jsonl', 'world.jsonl.gz', 'world-sharealike.jsonl.gz'];
  expect(bundledOrder(files)).toEqual(order);
  expect(bundledOrder(files.toReversed())).toEqual(order);
  expect(bundledOrder(['world.jsonl', 'a.jsonl'])).toEqual(['a.jsonl', 'world.jsonl']);
});
