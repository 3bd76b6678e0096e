/**
 * Damaged packs, numbered: the same number is the same damage on every machine. Bytes, lines, fields, values, seals and
 * gzip are damaged in turn; most of what is damaged before sealing carries a seal that fits, so that the checker looks
 * at it and not only at its digest.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createRandom, type Random } from './synthetic-pack';

export interface DamagedPack {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

/** Values that have broken readers before, or that no field expects. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ud800',
  '\u200b',
  'x'.repeat(5_000),
  '\u0301'.repeat(1_000),
  '<script>alert(1)</script>',
  '(a+)+$',
  '{{constructor.constructor("alert(1)")()}}',
  '../../etc/passwd',
  'javascript:alert(1)',
  'https://127.0.0.1/',
  'https://wikipedia.org@evil.example/',
  '-9999',
  '275760-09-13',
  '2015-02-31',
  'NaN',
  '9999/0001',
  'person/../x',
  'a:b:c/d',
  [],
  {},
  [[[[[]]]]],
  { __proto__x: 1 },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  { constructor: { prototype: { polluted: 1 } } },
  { toString: 1, valueOf: 2, length: -1 },
  Array.from({ length: 6_000 }, () => 'x'),
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'record',
  'id',
  'names',
  'x-y',
  '',
  'toString',
  'sources',
  'a.b',
];

type Json = Record<string, unknown>;

/** A random place in a value: an object or list with one of its keys. */
function somewhere(random: Random, value: unknown): { holder: Json; key: string } | null {
  let found: { holder: Json; key: string } | null = null;
  for (let at = value; typeof at === 'object' && at !== null; ) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    found = { holder: at as Json, key: pick(random, keys) };
    if (random() < 0.3) break;
    at = found.holder[found.key];
  }
  return found;
}

function damageValue(random: Random, line: string): string {
  const value = JSON.parse(line) as Json;
  const place = somewhere(random, value);
  if (!place) return 'null';
  const { holder, key } = place;
  const draw = random();
  if (draw < 0.5) holder[key] = pick(random, HOSTILE);
  else if (draw < 0.65) delete holder[key];
  else if (draw < 0.75) holder[key] = [holder[key]];
  else if (draw < 0.85) Object.defineProperty(holder, pick(random, KEYS), { value: holder[key], enumerable: true });
  else holder[key] = nested(holder[key], below(random, 60));
  return JSON.stringify(value);
}

function nested(value: unknown, depth: number): unknown {
  let out = value;
  for (let i = 0; i < depth; i++) out = i % 2 === 0 ? [out] : { x: out };
  return out;
}

/** Damage that values cannot express: it is done to the text of a line. */
function damageText(random: Random, line: string): string {
  const at = below(random, line.length);
  return pick(random, [
    () => line.slice(0, at),
    () => `${line.slice(0, at)}${line.slice(at + 1)}`,
    () => line.replace('{', `{"record":"source",`),
    () => line.replace(/"[^"]*"/, '1e400'),
    () => line.replace(/:("[^"]*"|\d+)/, `:${'9'.repeat(100)}`),
    () => line.replace(/:("[^"]*"|\d+)/, ':-0'),
    () => `${line} `,
    () => `${line}\r`,
    () => `\ufeff${line}`,
    () => `${line}${line}`,
    () => '['.repeat(below(random, 100_000)),
    () => `${'{"a":'.repeat(below(random, 10_000))}1`,
    () => line.replace(/[a-z]/, '\\u0000'),
    () => '',
  ])();
}

function seal(lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join('');
  const end = { record: 'end', records: lines.length, sha256: createHash('sha256').update(body).digest('hex') };
  return `${body}${JSON.stringify(end)}\n`;
}

function damageBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes);
  const at = below(random, out.length);
  const draw = random();
  if (draw < 0.35) {
    for (let n = 1 + below(random, 5); n > 0; n--) out[below(random, out.length)] = below(random, 256);
    return out;
  }
  if (draw < 0.6) return out.subarray(0, at);
  const length = 1 + below(random, 200);
  const [head, cut, tail] = [out.subarray(0, at), out.subarray(at, at + length), out.subarray(at + length)];
  if (draw < 0.75) return Buffer.concat([head, tail]);
  if (draw < 0.9) return Buffer.concat([head, cut, cut, tail]);
  return Buffer.concat([head, Buffer.from(Array.from({ length }, () => below(random, 256))), cut, tail]);
}

/** Damages a sealed pack. */
export function damagePack(soundText: string, number: number): DamagedPack {
  const random = createRandom(39 * 1_000_003 + number);
  const lines = soundText.trimEnd().split('\n').slice(0, -1);
  const at = below(random, lines.length);
  const onLine = (damage: (random: Random, line: string) => string) =>
    Buffer.from(seal(lines.with(at, damage(random, lines[at] as string))));
  const sound = Buffer.from(soundText);
  const damages: Readonly<Record<string, () => Uint8Array>> = {
    bytes: () => damageBytes(random, sound),
    value: () => onLine(damageValue),
    values: () => Buffer.from(seal(lines.map((line) => (random() < 0.3 ? damageValue(random, line) : line)))),
    text: () => onLine(damageText),
    lines: () => {
      const other = below(random, lines.length);
      const moved = pick(random, [
        lines.toSpliced(at, 1),
        lines.toSpliced(at, 0, lines[other] as string),
        lines.with(at, lines[other] as string).with(other, lines[at] as string),
        [...lines, soundText.trimEnd().split('\n').at(-1) as string],
      ]);
      return Buffer.from(seal(moved));
    },
    seal: () => {
      const end = pick(random, [
        { record: 'end', records: lines.length + 1, sha256: 'f'.repeat(64) },
        { record: 'end', records: lines.length, sha256: '0'.repeat(64) },
        { record: 'end', records: -1 },
        { record: 'end' },
        {},
      ]);
      return Buffer.from(`${lines.join('\n')}\n${JSON.stringify(end)}\n`);
    },
    gzip: () => damageBytes(random, gzipSync(sound)),
    packed: () => gzipSync(onLine(damageValue)),
    encoding: () => Buffer.from(soundText, pick(random, ['utf16le', 'latin1', 'base64', 'hex'] as const)),
  };
  const kind = pick(random, Object.keys(damages));
  return { kind, bytes: (damages[kind] as () => Uint8Array)() };
}
