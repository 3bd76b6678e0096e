import { describe, expect, it } from 'vitest';
import { lockOwnerIn } from '../../../lib/text/lock-owner';

describe('who holds a lock', () => {
  it.each([
    ['<D:owner>Mira</D:owner>', 'Mira'],
    ['<owner xmlns="DAV:">\n <href>https://example.org/mira</href>\n</owner>', 'https://example.org/mira'],
    ['<lp1:owner >A &amp; B &lt;c&gt;</lp1:owner >', 'A & B <c>'],
    // An entity of XML's own is resolved once.
    ['<D:owner>&amp;lt;b&amp;gt;</D:owner>', '&lt;b&gt;'],
    ['<D:owner>a\u202Eb\u0000c\u200Bd</D:owner>', 'a b c d'],
    ['<D:owner/>', null],
    ['<D:owner></D:owner>', null],
    ['<D:ownership>Mira</D:ownership>', null],
    ['<!DOCTYPE x [<!ENTITY a "b">]><D:owner>&a;</D:owner>', null],
    ['nothing of the kind', null],
    ['', null],
  ])('%s', (xml, owner) => {
    expect(lockOwnerIn(xml)).toBe(owner);
  });

  it('is cut where it is long', () => {
    expect(lockOwnerIn(`<D:owner>${'권'.repeat(200)}</D:owner>`)).toBe(`${'권'.repeat(80)}…`);
  });
});
