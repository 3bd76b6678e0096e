/**
 * The file of a pack of any size, line by line: entities with three names each, some 200 bytes a line, as T07 wants a
 * million of them. The same numbers give the same bytes on every machine.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { BundledPack } from '../../lib/services/ports';
import { createRandom, type Random } from './synthetic-pack';

export interface LargePack {
  readonly id: string;
  readonly version: string;
  readonly entities: number;
}

const SYLLABLES = 'ba dor fen gar hol kel lem mir nor per ras sel tor var wes zel bri cla dru fro'.split(' ');
const NATIVE: readonly (readonly [lang: string, from: number, size: number])[] = [
  ['ja', 0x4e00, 3_000],
  ['ko', 0xac00, 5_000],
  ['zh', 0x5800, 3_000],
];

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
function word(random: Random, syllables: number): string {
  let text = '';
  for (let i = 0; i < syllables; i++) text += SYLLABLES[below(random, SYLLABLES.length)];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One person: a full name, a family name, and one in another script. Every text names the pack's version. */
function entityLine(random: Random, number: number, version: string): string {
  const [first, last] = [word(random, 2), word(random, 3)];
  const [lang, from, size] = NATIVE[below(random, NATIVE.length)] as (typeof NATIVE)[number];
  const native = String.fromCharCode(...Array.from({ length: 3 }, () => from + below(random, size)));
  return JSON.stringify({
    record: 'entity',
    id: `person/p-${number}`,
    type: 'person',
    label: { en: `${first} ${last} ${version}` },
    names: [
      { text: `${first} ${last}`, lang: 'en', kind: 'full' },
      { text: last, lang: 'en', kind: 'family', needs: 'context' },
      { text: native, lang, kind: 'full' },
    ],
    sources: ['source/s'],
  });
}

/** All lines but the last, without their line feeds. */
function* largePackLines({ id, version, entities }: LargePack): Generator<string> {
  const random = createRandom(7);
  yield JSON.stringify({
    record: 'header',
    format: 'sidelight-pack/1',
    id,
    version,
    title: { en: `Large ${version}` },
    license: 'CC0-1.0',
    publisher: 'Tests',
    languages: ['en', 'ja', 'ko', 'zh'],
    coverageTo: '2026-10-06',
  });
  yield JSON.stringify({
    record: 'source',
    id: 'source/s',
    title: 'Register',
    publisher: 'Registry',
    kind: 'official',
  });
  for (let number = 0; number < entities; number++) yield entityLine(random, number, version);
}

/** Writes the file; what a build would list of it. */
export async function writeLargePack(path: string, pack: LargePack): Promise<BundledPack> {
  const file = createWriteStream(path);
  const hash = createHash('sha256');
  let records = 0;
  let text = '';
  const flush = async () => {
    hash.update(text);
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  };
  for (const line of largePackLines(pack)) {
    text += `${line}\n`;
    records++;
    if (text.length > 1_000_000) await flush();
  }
  await flush();
  const sha256 = hash.digest('hex');
  file.end(`${JSON.stringify({ record: 'end', records, sha256 })}\n`);
  await once(file, 'close');
  return {
    path: `packs/${pack.id}.jsonl`,
    id: pack.id as BundledPack['id'],
    sha256,
    records: records - 1,
    names: pack.entities * 3,
  };
}
