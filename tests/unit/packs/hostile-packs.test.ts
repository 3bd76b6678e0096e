/** What a hostile author may send: T30 to T45 of the reliability tests, as far as the format decides them. */
import { describe, expect, it } from 'vitest';
import { annotateDocuments } from '../../../lib/cli/annotate-documents';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import type { PackRecord } from '../../../lib/model/pack';
import { type CheckedPack, checkPack } from '../../../lib/packs/check-pack';
import { streamPack } from '../../../lib/packs/stream-pack';
import { webByteTools } from '../../../lib/platform/byte-tools';
import {
  aName,
  anEntity,
  anEvent,
  aPack,
  aSource,
  aTimeline,
  sealLines,
  sha256,
  writePack,
} from '../../support/build-pack';
import { LINE, SOUND, withChange } from './sound-pack';

async function problemsOf(text: string): Promise<string[]> {
  const checked = await checkPack(text, sha256);
  return 'problems' in checked ? checked.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}
async function packOf(text: string): Promise<CheckedPack> {
  const checked = await checkPack(text, sha256);
  if ('pack' in checked) return checked.pack;
  throw new Error(checked.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
}

/** Every path to a text in a value, `x-` fields aside. */
function* textPaths(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textPaths(inner, [...path, key]);
}
function replaced(value: object, path: readonly string[], text: unknown): object {
  const copy = structuredClone(value) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  holder[path.at(-1) as string] = text;
  return copy;
}

describe('T30: keys that objects inherit', () => {
  const places: readonly (readonly [place: string, line: (key: string) => string])[] = [
    [
      'a record',
      (key) => `{"record":"source","id":"source/x","title":"x","publisher":"x","kind":"news","${key}":{"polluted":1}}`,
    ],
    ['an unknown record', (key) => `{"record":"x","${key}":{"polluted":1}}`],
    ['a list of an author', (key) => `{"record":"x","x-a":[[{"${key}":{"polluted":1}}]]}`],
    ['a label', (key) => JSON.stringify(anEntity('person/x')).replace('"en":"X"', `"${key}":"X"`)],
  ];
  for (const key of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) {
    it.each(places)(`refuses ${key} in %s`, async (_, line) => {
      const body = (await writePack(SOUND)).trimEnd().split('\n').slice(0, -1);
      const problems = await problemsOf(await sealLines([...body, line(key)]));
      expect(problems).toEqual([expect.stringMatching(/^11: has a field "[^"]*": the name is not allowed$/)]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });
  }
});

/** Markup, templates, links and queries as they are tried on web pages. */
const PAYLOADS: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '</style><style>*{display:none}',
  '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<!--',
  '"><b>',
  '<body onload=alert(1)>',
  '<math><mi xlink:href="data:x">',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<object data="data:text/html,x">',
  '<embed src=x>',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content=0>',
  '<form action=//evil.example>',
  '<template><slot>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '{{constructor.constructor("alert(1)")()}}',
  '$' + '{alert(1)}',
  '#{7*7}',
  '<%= 7*7 %>',
  '[[x]]((y))',
  '[x](javascript:alert(1))',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  "';alert(1)//",
  '`;alert(1)//',
  '\\u003cscript\\u003e',
  '%3Cscript%3E',
  '(a+)+$',
  '.*',
  "' OR 1=1 --",
  '../../../etc/passwd',
  '=HYPERLINK("https://evil.example")',
  '__MSG_extName__',
  'chrome-extension://x/card.html',
];

describe('T31: script and markup in any text', () => {
  it('is refused, or kept as the text that it is', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40);
    let kept = 0;
    let refused = 0;
    for (const [i, record] of SOUND.records.entries()) {
      for (const path of textPaths(record)) {
        if (path[0] === 'record') continue;
        for (const payload of PAYLOADS) {
          const changed = replaced(record, path, payload);
          const records = SOUND.records.with(i, changed as PackRecord);
          const checked = await checkPack(await writePack({ ...SOUND, records }), sha256);
          if ('pack' in checked) {
            kept++;
            expect(checked.pack.records[i]).toEqual(changed);
            expect(payload).not.toMatch(/<(?:script|img|svg|iframe)/);
          } else refused++;
        }
      }
    }
    expect(kept).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(1_000);
  });
});

describe('T34: characters that turn or cover the text around them', () => {
  it.each([
    ['a right-to-left override', 'Gen \u202eavell'],
    ['an isolate', '\u2067Gen\u2069'],
    ['a filler', 'Gen\u3164'],
    ['zero width', 'G\u200ben'],
    ['10,000 marks', `G${'\u0301'.repeat(100)}en`],
    ['a control', 'Gen\u0007'],
    ['half a pair', 'Gen\udc00'],
  ])('refuses %s in a name, a label and a title', async (_, text) => {
    for (const change of [
      withChange(LINE.person, { names: [aName(text)] }),
      withChange(LINE.person, { label: { en: text } }),
      withChange(LINE.visit, { title: { en: text } }),
    ]) {
      expect((await problemsOf(await writePack(change)))[0]).toMatch(/^[57]: ".*" (?:holds|stacks) /);
    }
  });

  it.each(['\u200e', '\u200f', '\ufeff'])('folds away a single %j, which turns nothing round', async (mark) => {
    const pack = await packOf(
      await writePack(aPack([anEntity('person/x', { names: [aName(`Gen${mark} Nakatani`)] })])),
    );
    const { index } = await createTerminalKnowledge([pack]);
    const annotated = annotateDocuments(index, JSON.stringify({ id: 1, text: 'In came Gen Nakatani.', lang: 'en' }));
    expect('lines' in annotated && JSON.parse(annotated.lines[0] as string).mentions).toHaveLength(1);
  });
});

describe('T35: names that are everywhere', () => {
  it('find nothing: one letter, punctuation, blanks', async () => {
    for (const blank of ['', ' ', '\u3000']) {
      const pack = aPack([anEntity('person/x', { names: [aName(blank)] })]);
      expect((await problemsOf(await writePack(pack)))[0]).toMatch(/"names\.0\.text" (?:is empty|holds nothing)/);
    }
    const pack = await packOf(
      await writePack(aPack([anEntity('person/x', { names: [aName('a'), aName('…'), aName('X')] })])),
    );
    const { index } = await createTerminalKnowledge([pack]);
    const annotated = annotateDocuments(index, JSON.stringify({ id: 1, text: 'a X … a x '.repeat(1_000), lang: 'en' }));
    expect('lines' in annotated && JSON.parse(annotated.lines[0] as string).mentions).toEqual([]);
  });
});

describe('T36: twins in other packs', () => {
  it('are two records: ids are of their pack, and no pack replaces or refers into another unasked', async () => {
    const twin = aPack([anEntity('person/gen-nakatani', { names: [aName('G\u0435n Nakatani')] })], { id: 'twin' });
    const pack = await packOf(await writePack(twin));
    expect([pack.header.id, pack.records[1]?.id]).toEqual(['twin', 'person/gen-nakatani']);
    const thief = withChange(LINE.person, { replaces: ['world:person/kim'] });
    expect((await problemsOf(await writePack(thief)))[0]).toMatch(/^5: "replaces\.0" is not an id/);
    const guest = withChange(LINE.visit, { places: ['world:place/japan'] });
    expect((await problemsOf(await writePack(guest)))[0]).toMatch(/does not name: add it there/);
  });
});

describe('T37: names without end', () => {
  it('refuses a million aliases of one entity by its line, at once', async () => {
    const names = Array.from({ length: 1_000_000 }, (_, i) => `{"text":"n${i}","lang":"en","kind":"full"}`).join(',');
    const line = JSON.stringify(anEntity('person/x', { names: [] })).replace('"names":[]', `"names":[${names}]`);
    const header = (await writePack(SOUND)).split('\n', 1)[0] as string;
    const start = performance.now();
    expect(await problemsOf(await sealLines([header, line]))).toEqual([
      '2: is longer than 1000000 characters: no record is',
    ]);
    const short = Array.from({ length: 20_000 }, (_, i) => ({ text: `n${i}` }));
    const fewer = JSON.stringify(anEntity('person/x', { names: short }));
    expect(await problemsOf(await sealLines([header, fewer]))).toEqual(['2: "names" has more than 256 entries']);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('refuses a name that a million entities share, by the line where it is too much', async () => {
    const header = (await writePack(SOUND)).split('\n', 1)[0] as string;
    const source = JSON.stringify(aSource());
    const entity = JSON.stringify(anEntity('person/x', { names: [aName('Kim')] }));
    function* file() {
      yield Buffer.from(`${header}\n${source}\n`);
      for (let i = 0; i < 1_000_000; i += 1_000) {
        const lines = Array.from({ length: 1_000 }, (_, n) => entity.replace('person/x', `person/x-${i + n}`));
        yield Buffer.from(`${lines.join('\n')}\n`);
      }
    }
    const start = performance.now();
    const verdict = await streamPack(file(), webByteTools);
    const [first] = 'problems' in verdict ? verdict.problems : [];
    expect(first?.message).toBe('"names.0.text" is a name that more than 50000 records bear: it names none of them');
    expect(first?.line).toBeLessThan(110_000);
    // Ours is 5 s on a machine of its own; here others work beside it.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('T38: names that look like patterns', () => {
  it('are found as they are written, and cost no more than others', async () => {
    const pack = aPack([anEntity('thing/pattern', { names: [aName('(a+)+$ b'), aName('.* (x|y)')] })]);
    const { index } = await createTerminalKnowledge([await packOf(await writePack(pack))]);
    const start = performance.now();
    const annotated = annotateDocuments(index, JSON.stringify({ id: 1, text: `${'a'.repeat(50_000)} b`, lang: 'en' }));
    expect('lines' in annotated && JSON.parse(annotated.lines[0] as string).mentions).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('T40: dates that are none, and events without end', () => {
  it.each(['-9999', '275760-09-13', 'NaN', '2015-02-31', '2015-13', '', '2015-1-1', 'today', '9999-99-99'])(
    'refuses the date "%s"',
    async (date) => {
      expect((await problemsOf(await writePack(withChange(LINE.visit, { date }))))[0]).toMatch(
        /^7: "date" is not a date/,
      );
    },
  );

  it('refuses a timeline of 100,000 events before it looks at them', async () => {
    const events = Array.from({ length: 30_000 }, (_, i) => `event/e-${i}`);
    const pack = aPack([anEvent('event/e-1'), aTimeline('timeline/t', { events })]);
    expect(await problemsOf(await writePack(pack))).toEqual(['4: "events" has more than 5000 entries']);
  });
});

describe('T45: a pack that claims to be another publisher', () => {
  it('is taken for what its id says: the publisher is a text of its own', async () => {
    const pack = await packOf(
      await writePack(withChange(LINE.header, { publisher: 'Wikipedia', 'x-logo': 'https://wikipedia.org/logo.svg' })),
    );
    expect([pack.header.id, pack.header.publisher]).toEqual(['test', 'Wikipedia']);
  });
});
