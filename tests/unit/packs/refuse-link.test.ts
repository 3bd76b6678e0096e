import { describe, expect, it } from 'vitest';
import { refuseLink } from '../../../lib/packs/refuse-link';

const refusal = (address: string) => refuseLink(address, { secure: false });

describe('refuseLink', () => {
  it.each([
    'https://www.mod.go.jp/j/press/news/2025/09/08a.html',
    'http://www.wikidata.org/entity/Q1',
    'https://example.com',
    'https://example.com:443/?q=a:b@c#x',
    'http://example.com:80',
    'https://a_b.example.com/~x',
    'https://xn--bcher-kva.example/',
    'https://xn--fsqu00a.xn--fiqs8s/',
    'https://xn--h1alffa9f.xn--p1ai/',
    'HTTPS://EXAMPLE.COM/',
  ])('takes %s', (address) => {
    expect(refusal(address)).toBeNull();
  });

  it.each([
    ['javascript:alert(1)', 'is not an http(s) address'],
    ['data:text/html,x', 'is not an http(s) address'],
    ['blob:https://a.example/1', 'is not an http(s) address'],
    ['file:///etc/passwd', 'is not an http(s) address'],
    ['chrome://settings', 'is not an http(s) address'],
    ['moz-extension://x/card.html', 'is not an http(s) address'],
    ['ftp://a.example/', 'is not an http(s) address'],
    ['//a.example', 'is not an http(s) address'],
    ['https:\\\\a.example', 'is not an http(s) address'],
    ['https:a.example', 'is not an http(s) address'],
    [' https://a.example', 'is not an http(s) address'],
    ['https://a.example/ x', 'is not an http(s) address'],
    ['https://wikipedia.org@evil.example', 'is not an http(s) address'],
    ['https://u:p@evil.example', 'is not an http(s) address'],
    ['https://[::1]/', 'is not an http(s) address'],
    ['https://127.0.0.1/', 'leads to a number'],
    ['https://2130706433/', 'leads to a number'],
    ['https://0x7f.1/', 'leads to a number'],
    ['https://0177.0.0.01', 'leads to a number'],
    ['https://localhost/', 'not a public host'],
    ['https://LOCALHOST./', 'not a public host'],
    ['https://printer.local/', 'not a public host'],
    ['https://db.internal/', 'not a public host'],
    ['https://router/', 'not a public host'],
    ['https://router.home.arpa/', 'not a public host'],
    ['https://a.example:8443/', 'names the port 8443'],
    ['https://a.example:80/', 'names the port 80'],
    ['https://a.example:/', 'names the port '],
    ['https://\u0430pple.com/', 'write it in its ASCII form'],
    ['https://xn--80ak6aa92e.com/', 'written to look like another one'],
    ['https://xn--pple-43d.com/', 'written to look like another one'],
    ['https://xn--a.example/', 'written to look like another one'],
    ['https://xn--.example/', 'which is none'],
    ['https://-a.example/', 'which is none'],
    ['https://a..example/', 'which is none'],
    [`https://${'a'.repeat(64)}.example/`, 'which is none'],
    [`https://a.example/${'x'.repeat(10_000)}`, 'is longer than 2000 characters'],
  ])('refuses %s', (address, reason) => {
    expect(refusal(address)).toContain(reason);
  });

  it('asks for https where we fetch', () => {
    expect(refuseLink('http://a.example/', { secure: true })).toMatch(/^is not an https address/);
    expect(refuseLink('https://a.example/', { secure: true })).toBeNull();
  });
});
