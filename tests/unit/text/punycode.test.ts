import { domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodePunycode } from '../../../lib/text/punycode';

describe('decodePunycode', () => {
  it.each(['bcher-kva', 'fsqu00a', 'fiqs8s', '80ak6aa92e', 'pple-43d', 'wgv71a119e', 'mgberp4a5d4ar'])(
    'reads %s as Node does',
    (label) => {
      expect(decodePunycode(label)).toBe(domainToUnicode(`xn--${label}.com`).replace('.com', ''));
    },
  );

  it.each(['!', 'bcher-kv!', '9'.repeat(60), 'a'.repeat(64)])('says that %s is none', (label) => {
    expect(decodePunycode(label)).toBeNull();
  });
});
