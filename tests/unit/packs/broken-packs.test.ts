/** Packs with one defect each: the right line, and words that tell the author what to do. */
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../lib/packs/check-pack';
import { aName, aRole, SOURCE, sealLines, sha256, writePack } from '../../support/build-pack';
import { LINE, withChange } from './sound-pack';

const sound = await writePack(withChange(LINE.header, {}));
const body = sound.trimEnd().split('\n').slice(0, -1);

const change = (line: number, fields: object) => writePack(withChange(line, fields));
const insert = (line: string, at = body.length) => sealLines([...body.slice(0, at), line, ...body.slice(at)]);
const title = (en: string) => ({ title: { en } });

/** Name of the defect, the pack, the line, and what the author is told to do. */
const BROKEN: readonly (readonly [defect: string, pack: Promise<string> | string, line: number, help: RegExp])[] = [
  ['no licence', change(LINE.header, { license: undefined }), 1, /"license" is missing: name it, such as CC0-1\.0/],
  [
    'another format',
    change(LINE.header, { format: 'sidelight-pack/2' }),
    1,
    /is not sidelight-pack\/1, the format that this/,
  ],
  ['a version of words', change(LINE.header, { version: 'new' }), 1, /is not a version such as 2026\.10\.6/],
  [
    'a need of tomorrow',
    change(LINE.header, { needs: ['maps'] }),
    1,
    /"maps", which this version .* does not know: a newer/,
  ],
  [
    'updates by plain http',
    change(LINE.header, { updateUrl: 'http://a.example' }),
    1,
    /is not an https address: .* https only/,
  ],
  [
    'a link to the own machine',
    change(LINE.source, { url: 'https://localhost/x' }),
    2,
    /"localhost", which is not a public host/,
  ],
  [
    'a link with a password',
    change(LINE.source, { url: 'https://a:b@c.example' }),
    2,
    /"url" is not an http\(s\) address/,
  ],
  ['a long quotation', change(LINE.source, { quote: 'word '.repeat(26) }), 2, /longer than 25 words: quote less/],
  [
    'an unknown kind of source',
    change(LINE.source, { kind: 'blog' }),
    2,
    /is "blog", expected "official", "agency", "news"/,
  ],
  ['a fact without a source', change(LINE.japan, { sources: [] }), 3, /"sources" is empty: every fact has a source/],
  ['an id in capitals', change(LINE.withdrawn, { id: 'event/Never' }), 10, /expected type\/slug in lower case letters/],
  [
    'an id used twice',
    change(LINE.withdrawn, { id: 'event/visit' }),
    10,
    /already used in line 7: give each record its own/,
  ],
  [
    'a name of a book',
    change(LINE.person, { names: [aName('x'.repeat(300))] }),
    5,
    /longer than 200 characters: it is no name/,
  ],
  [
    'a family name that is not in the name',
    change(LINE.person, { names: [aName('Gen Nakatani', 'full', { family: 'Nakatami' })] }),
    5,
    /"names\.0\.family" is not written in "Gen Nakatani": give the part/,
  ],
  [
    'a family name of an abbreviation',
    change(LINE.person, { names: [aName('GN', 'abbreviation', { family: 'N' })] }),
    5,
    /stands in a name of kind "abbreviation": give it with the full name/,
  ],
  [
    'a hidden character',
    change(LINE.person, { names: [aName('Gen\u200bNakatani')] }),
    5,
    /"names\.0\.text" holds .* U\+200B: remove it/,
  ],
  [
    'an open role',
    change(LINE.person, { roles: [aRole({ to: '..' })] }),
    5,
    /needs "asOf", the day the sources vouch for/,
  ],
  [
    'a role without dates',
    change(LINE.person, { roles: [aRole({ from: undefined, to: undefined })] }),
    5,
    /has no date: give from, to or asOf/,
  ],
  [
    'a role backwards',
    change(LINE.person, { roles: [aRole({ to: '2019' })] }),
    5,
    /"roles\.0" ends before it begins: mend its dates/,
  ],
  [
    'a role beyond the record',
    change(LINE.person, { roles: [aRole({ to: '2030' })] }),
    5,
    /later than the header's coverageTo: nothing is asserted beyond/,
  ],
  [
    'a lost post',
    change(LINE.person, { roles: [aRole({ post: 'post/lost' })] }),
    5,
    /"post\/lost", which is not in the pack: add its record, or mend the id/,
  ],
  [
    'a description with hindsight',
    change(LINE.person, { description: { en: 'Minister in 2015' } }),
    5,
    /"description\.en" holds 2015, later than 1957: texts know nothing later/,
  ],
  [
    'one account only',
    change(LINE.radar, { accounts: [{ by: 'place/japan', text: { en: 'So.' }, sources: [SOURCE] }] }),
    6,
    /has one account: two or more, or none/,
  ],
  [
    'a day that is none',
    change(LINE.visit, { date: '2015-02-30' }),
    7,
    /is not a date: expected EDTF such as 2015-10-20/,
  ],
  [
    'no status',
    change(LINE.visit, { status: undefined }),
    7,
    /"status" is missing: write held, announced, postponed or cancelled/,
  ],
  [
    'a title with hindsight',
    change(LINE.visit, title('The last visit until 2024')),
    7,
    /holds 2024, later than 2015: texts know nothing later/,
  ],
  [
    'markup in a title',
    change(LINE.visit, title('<b>Visit</b>')),
    7,
    /holds markup \("<b>"\): packs are plain text, remove it/,
  ],
  [
    'another pack unnamed',
    change(LINE.visit, { places: ['world:place/japan'] }),
    7,
    /"world", which "uses" of the header does not name: add it there/,
  ],
  [
    'a series without coverage',
    change(LINE.series, { coverage: [] }),
    8,
    /"coverage" is empty: every series says what it covers/,
  ],
  [
    'a member twice',
    change(LINE.series, { events: ['event/visit', 'event/visit'] }),
    8,
    /names "event\/visit" twice: once is enough/,
  ],
  [
    'a timeline of nothing',
    change(LINE.timeline, { rule: undefined, events: undefined }),
    9,
    /has neither "events" nor "rule": say which events/,
  ],
  ['an empty line', insert('', 4), 5, /is empty: remove it/],
  ['a comma too many', insert('{"record":"source",}', 4), 5, /is not JSON: /],
  ['a field twice', insert('{"record":"x","x-a":1,"x-a":2}', 4), 5, /has the field "x-a" twice: which one counts\?/],
  ['a second header', insert(body[0] as string, 4), 5, /a header record in the middle .*: a pack has one, in line 1/],
  ['a byte order mark', `\ufeff${sound}`, 1, /save the file as UTF-8 without it/],
  ['line ends of Windows', sound.replaceAll('\n', '\r\n'), 1, /save the file with line feeds alone/],
  [
    'an edit after sealing',
    sound.replace('It was not.', 'It may be.'),
    11,
    /does not match .*: fetch the file again, or seal it after editing/,
  ],
  [
    'an end that is missing',
    `${body.join('\n')}\n`,
    10,
    /not an end record: the file is cut short, or was never sealed/,
  ],
];

describe('a pack with one defect', () => {
  it.each(BROKEN)('%s: is told where, and what to do', async (_, pack, line, help) => {
    const checked = await checkPack(await pack, sha256);
    const problems = 'problems' in checked ? checked.problems : [];
    expect(problems[0]).toMatchObject({ line, message: expect.stringMatching(help) });
    // Nothing that is right is blamed; of a bad first line it is said besides that the rest was not read.
    expect(problems.slice(1).map((problem) => problem.line)).toEqual(problems.length > 1 ? [1] : []);
  });

  it('is one of more than thirty', () => {
    expect(new Set(BROKEN.map(([defect]) => defect)).size).toBeGreaterThan(30);
  });
});
