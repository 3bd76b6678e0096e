import { describe, expect, it } from 'vitest';
import {
  expandRef,
  isPackId,
  isRecordId,
  type PackId,
  parseReference,
  type RecordId,
  toReference,
} from '../../../lib/model/ids';

const PACK = 'japan-rok-defense' as PackId;

describe('isRecordId', () => {
  it.each(['person/gen-nakatani', 'event/2018-12-20-radar-lock-on', 'post/x', `topic/${'a'.repeat(114)}`])(
    'accepts %s',
    (id) => expect(isRecordId(id)).toBe(true),
  );

  it.each([
    '',
    'person',
    'person/',
    '/gen',
    'Person/gen',
    'person/Gen',
    'person/gen_nakatani',
    'person/-gen',
    'person/gen-',
    'person/gen--nakatani',
    'person/gen/nakatani',
    'person2/gen',
    'person/中谷',
    'person/gen\n',
    ' person/gen',
    'pack:person/gen',
    '__proto__/x',
    `topic/${'a'.repeat(115)}`,
  ])('refuses %j', (id) => expect(isRecordId(id)).toBe(false));
});

describe('isPackId', () => {
  it.each(['japan-rok-defense', 'world', '2026', 'a'.repeat(64)])('accepts %s', (id) =>
    expect(isPackId(id)).toBe(true),
  );
  it.each(['', 'World', 'a_b', '-a', 'a-', 'a:b', 'a/b', 'a\n', '__proto__', 'a'.repeat(65)])('refuses %j', (id) =>
    expect(isPackId(id)).toBe(false),
  );
});

describe('parseReference', () => {
  it('takes apart what toReference has joined', () => {
    const id = 'person/gen-nakatani' as RecordId;
    expect(parseReference(toReference(PACK, id))).toEqual({ pack: PACK, id });
  });

  it.each([
    '',
    ':',
    'person/x',
    'pack:',
    ':person/x',
    'pack:person',
    'Pack:person/x',
    'a:b:person/x',
    'pack:person/x ',
  ])('refuses %j', (text) => expect(parseReference(text)).toBeNull());
});

describe('expandRef', () => {
  it.each([
    ['person/x', 'japan-rok-defense:person/x'],
    ['world:person/x', 'world:person/x'],
  ])('makes of %s %s', (ref, stored) => expect(expandRef(ref as RecordId, PACK)).toBe(stored));
});
