import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../lib/packs/check-pack';
import { aName, anEvent, aRole, SOURCE, sealLines, sha256, writePack } from '../../support/build-pack';
import { LINE, SOUND, withChange } from './sound-pack';

const soundText = await writePack(SOUND);
const soundLines = soundText.trimEnd().split('\n');
const body = soundLines.slice(0, -1);

async function problemsOf(text: string): Promise<string[]> {
  const checked = await checkPack(text, sha256);
  return 'problems' in checked ? checked.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}

const account = (by: string, text = 'So it was.') => ({ by, text: { en: text }, sources: [SOURCE] });
const role = (change: object) => ({ roles: [aRole(change)] });
const nested = (depth: number): string => `{"record":"x","x-a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const word = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

type Defect = readonly [name: string, line: number, change: object, message: string];

const DEFECTS: readonly Defect[] = [
  // The header.
  [
    'another format',
    LINE.header,
    { format: 'sidelight-pack/2' },
    '"format" is not sidelight-pack/1, the format that this version reads',
  ],
  [
    'a pack id in capitals',
    LINE.header,
    { id: 'Test' },
    '"id" is not a pack id: lower case letters, digits and hyphens',
  ],
  [
    'a publisher without a name',
    LINE.header,
    { publisher: {} },
    '"publisher" is neither a text nor an object with a name',
  ],
  ['no licence', LINE.header, { license: undefined }, '"license" is missing: name it, such as CC0-1.0'],
  ['a version of words', LINE.header, { version: 'latest' }, '"version" is not a version such as 2026.10.6'],
  [
    'no end of coverage',
    LINE.header,
    { coverageTo: undefined },
    '"coverageTo" is missing: write the day on which your record ends',
  ],
  ['a title in no language', LINE.header, { title: {} }, '"title" has no language: write at least one'],
  [
    'an update address that runs',
    LINE.header,
    { updateUrl: 'javascript:alert(1)' },
    '"updateUrl" is not an http(s) address',
  ],
  [
    'a need that is not known',
    LINE.header,
    { needs: ['holograms'] },
    '"needs" names "holograms", which this version of Sidelight does not know: a newer one may',
  ],
  [
    'a base',
    LINE.header,
    { base: { version: '1', sha256: 'x' } },
    '"base" says that this is a change to another pack: this version of Sidelight reads whole packs only',
  ],
  ['its own id among those it uses', LINE.header, { uses: ['test'] }, '"uses" names the pack itself: leave it out'],
  ['privacy of a kind', LINE.header, { private: 'yes' }, '"private" is "yes", expected boolean'],

  // Sources.
  [
    'a kind of source that does not exist',
    LINE.source,
    { kind: 'blog' },
    '"kind" is "blog", expected "official", "agency", "news", "reference", "dataset"',
  ],
  ['a script for a link', LINE.source, { url: 'javascript:alert(1)' }, '"url" is not an http(s) address'],
  ['a data link', LINE.source, { url: 'data:text/html,x' }, '"url" is not an http(s) address'],
  ['a link without a scheme', LINE.source, { url: '//gazette.example' }, '"url" is not an http(s) address'],
  ['a link with backslashes', LINE.source, { url: 'https:\\\\gazette.example' }, '"url" is not an http(s) address'],
  [
    'a link with a user name',
    LINE.source,
    { url: 'https://wikipedia.org@evil.example/' },
    '"url" is not an http(s) address',
  ],
  [
    'a link of ten kilobytes',
    LINE.source,
    { url: `https://a.example/${'x'.repeat(10_000)}` },
    '"url" is longer than 2000 characters',
  ],
  ['a quotation of 26 words', LINE.source, { quote: word(26) }, '"quote" is longer than 25 words: quote less'],
  [
    'a quotation of 51 characters without blanks',
    LINE.source,
    { quote: '語'.repeat(51) },
    '"quote" is longer than 25 words: quote less',
  ],
  [
    'a day that is not in the calendar',
    LINE.source,
    { published: '2015-02-30' },
    '"published" is not a date: expected EDTF such as 2015-10-20, 2015-10, 2015~ or 2015-10-20/2015-10-22',
  ],
  ['an empty title', LINE.source, { title: '' }, '"title" is empty: write it, or leave the field out'],

  // Entities.
  [
    'an id with a space',
    LINE.person,
    { id: 'person/gen nakatani' },
    '"id" is not an id: expected type/slug in lower case letters, digits and hyphens',
  ],
  [
    'an unknown type',
    LINE.person,
    { type: 'wizard' },
    '"type" is "wizard", expected "person", "organisation", "place", "post", "agreement", "work", "programme", "vessel", "topic", "thing"',
  ],
  ['no sources', LINE.person, { sources: [] }, '"sources" is empty: every fact has a source'],
  ['a source that is a number', LINE.person, { sources: [7] }, '"sources.0" is 7, expected string'],
  [
    'a language that is none',
    LINE.person,
    { label: { English: 'Gen' } },
    '"label.English" is not a language tag such as en, ja or zh-Hant',
  ],
  [
    'a label that is a list',
    LINE.person,
    { label: { en: ['Gen'] } },
    '"label.en" is neither a text nor {text, auto: true}',
  ],
  [
    'a name of blanks',
    LINE.person,
    { names: [aName('   ')] },
    '"names.0.text" holds nothing that can be seen: remove the name',
  ],
  [
    'an invisible name',
    LINE.person,
    { names: [aName('\u200b\u00ad')] },
    '"names.0.text" holds the invisible character U+200B: remove it',
  ],
  [
    'a name of 201 characters',
    LINE.person,
    { names: [aName('x'.repeat(201))] },
    '"names.0.text" is longer than 200 characters: it is no name',
  ],
  [
    'a name that grows when folded',
    LINE.person,
    { names: [aName('㎢'.repeat(80))] },
    '"names.0.text" is longer than 200 characters once its ligatures are written out',
  ],
  [
    '257 names',
    LINE.person,
    { names: Array.from({ length: 257 }, (_, i) => aName(`Name ${i}`)) },
    '"names" has more than 256 entries',
  ],
  [
    'a name that ends before it begins: mend its dates',
    LINE.person,
    { names: [aName('Gen', 'full', { from: '2015', to: '2014' })] },
    '"names.0" ends before it begins: mend its dates',
  ],
  [
    'a weight of nothing',
    LINE.person,
    { names: [aName('Gen', 'full', { weight: 0 })] },
    '"names.0.weight" is not positive',
  ],
  [
    'an astronomical weight',
    LINE.person,
    { names: [aName('Gen', 'full', { weight: 1e300 })] },
    '"names.0.weight" is more than 1000000000000',
  ],
  [
    'a role without any date',
    LINE.person,
    role({ from: undefined, to: undefined }),
    '"roles.0" has no date: give from, to or asOf',
  ],
  [
    'an open role without asOf',
    LINE.person,
    role({ to: '..' }),
    '"roles.0" is open ("to": "..") and needs "asOf", the day the sources vouch for',
  ],
  [
    'a role that ends before it begins: mend its dates',
    LINE.person,
    role({ from: '2015', to: '2014' }),
    '"roles.0" ends before it begins: mend its dates',
  ],
  [
    'a role seen before it began',
    LINE.person,
    role({ from: '2015', to: '..', asOf: '2014' }),
    '"roles.0.asOf" is earlier than its from: mend one of them',
  ],
  [
    'a role that begins after the record',
    LINE.person,
    role({ from: '2026-02-01', to: undefined }),
    '"roles.0.from" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a role that ends after the record',
    LINE.person,
    role({ to: '2027' }),
    '"roles.0.to" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a role seen after the record',
    LINE.person,
    role({ to: '..', asOf: '2027-01-01' }),
    '"roles.0.asOf" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a role without a source',
    LINE.person,
    role({ sources: [] }),
    '"roles.0.sources" is empty: every fact has a source',
  ],
  [
    'a role in a country for a post',
    LINE.person,
    role({ post: 'place/japan' }),
    '"roles.0.post" refers to "place/japan", which is a place, not a post',
  ],
  [
    'a role of a person',
    LINE.person,
    role({ of: 'person/gen-nakatani' }),
    '"roles.0.of" refers to "person/gen-nakatani", which is a person, not an organisation or country',
  ],
  [
    'provenance that is not in the pack',
    LINE.person,
    role({ provenance: { to: ['source/lost'] } }),
    '"roles.0.provenance.to" refers to "source/lost", which is not in the pack: add its record, or mend the id',
  ],
  [
    'provenance that is no source',
    LINE.person,
    { provenance: { born: ['place/japan'] } },
    '"provenance.born" refers to "place/japan", which is a place, not a source',
  ],
  [
    'a name with lost provenance',
    LINE.person,
    { names: [aName('Gen', 'full', { provenance: { text: ['source/lost'] } })] },
    '"names.0.provenance.text" refers to "source/lost", which is not in the pack: add its record, or mend the id',
  ],
  [
    'doubt that is not in the list',
    LINE.person,
    { confidence: 'maybe' },
    '"confidence" is "maybe", expected "verified", "partly verified", "uncertain"',
  ],
  [
    'a relation to a source',
    LINE.person,
    { relations: [{ kind: 'citizen', to: SOURCE, sources: [SOURCE] }] },
    `"relations.0.to" refers to "${SOURCE}", which is a source, not an entity`,
  ],
  [
    'a relation to come',
    LINE.person,
    { relations: [{ kind: 'member', to: 'place/japan', sources: [SOURCE], from: '2027' }] },
    '"relations.0.from" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a death to come',
    LINE.person,
    { died: '2027' },
    '"died" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'provenance that names no source',
    LINE.person,
    { provenance: { born: [] } },
    '"provenance.born" is empty: every fact has a source',
  ],
  ['a death before birth', LINE.person, { died: '1950' }, '"died" is earlier than "born": mend one of them'],
  [
    'an end before the founding',
    LINE.japan,
    { founded: '1947', dissolved: '1946' },
    '"dissolved" is earlier than "founded": mend one of them',
  ],
  [
    'a description that knows the future',
    LINE.person,
    { description: { en: 'Minister in 2024' } },
    '"description.en" holds 2024, later than 1957: texts know nothing later than their own day',
  ],
  [
    'a dated description of the undated',
    LINE.post,
    { description: { ja: '２０２４年の職' } },
    '"description.ja" holds 2024, a date that is not its founding: texts know nothing later than their own day',
  ],
  [
    'an old id that still stands',
    LINE.person,
    { replaces: ['place/japan'] },
    '"replaces" names "place/japan", which is still in the pack (line 3): remove one of the two',
  ],
  [
    'an old id that is replaced twice',
    LINE.person,
    { replaces: ['person/nakatani', 'person/nakatani'] },
    '"replaces" names "person/nakatani", which line 5 replaces already: name it once',
  ],

  // Events.
  [
    'a date in words',
    LINE.visit,
    { date: '20 October 2015' },
    '"date" is not a date: expected EDTF such as 2015-10-20, 2015-10, 2015~ or 2015-10-20/2015-10-22',
  ],
  [
    'no status',
    LINE.visit,
    { status: undefined },
    '"status" is missing: write held, announced, postponed or cancelled',
  ],
  [
    'an event held after the record',
    LINE.visit,
    { date: '2026-05-01' },
    '"date" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a title that knows the future',
    LINE.visit,
    { title: { en: 'Last visit until 2024' } },
    '"title.en" holds 2024, later than 2015: texts know nothing later than their own day',
  ],
  [
    'an unknown participant',
    LINE.visit,
    { participants: [{ entity: 'person/nobody' }] },
    '"participants.0.entity" refers to "person/nobody", which is not in the pack: add its record, or mend the id',
  ],
  [
    'a participant as a country',
    LINE.visit,
    { participants: [{ entity: 'person/gen-nakatani', as: 'place/japan' }] },
    '"participants.0.as" refers to "place/japan", which is a place, not a post',
  ],
  [
    'an event for a place',
    LINE.visit,
    { places: ['event/radar'] },
    '"places" refers to "event/radar", which is an event, not an entity',
  ],
  [
    'a replacement that is no event',
    LINE.visit,
    { status: 'postponed', replacedBy: 'place/japan' },
    '"replacedBy" refers to "place/japan", which is a place, not an event',
  ],
  [
    'itself for a replacement',
    LINE.visit,
    { status: 'cancelled', replacedBy: 'event/visit' },
    '"replacedBy" is the event itself: name the other one',
  ],
  [
    'a replacement for what was held',
    LINE.visit,
    { replacedBy: 'event/radar' },
    '"replacedBy" stands beside status "held": only what was put off or called off is replaced',
  ],
  [
    'one account only',
    LINE.radar,
    { accounts: [account('place/japan')] },
    '"accounts" has one account: two or more, or none',
  ],
  [
    'two accounts of one party',
    LINE.radar,
    { accounts: [account('place/japan'), account('place/japan')] },
    '"accounts.1.by" is "place/japan" again: an account for each party',
  ],
  [
    'an account without a source',
    LINE.radar,
    { accounts: [account('place/japan'), { ...account('place/japan'), sources: [] }] },
    '"accounts.1.sources" is empty: every fact has a source',
  ],
  [
    'a pack that the header does not name',
    LINE.visit,
    { places: ['world:place/japan'] },
    '"places" refers to pack "world", which "uses" of the header does not name: add it there',
  ],

  // Series, timelines, withdrawn records.
  ['no coverage', LINE.series, { coverage: [] }, '"coverage" is empty: every series says what it covers'],
  [
    'coverage backwards',
    LINE.series,
    { coverage: [{ from: '2020', to: '2019', completeness: 'gaps' }] },
    '"coverage.0" ends before it begins: mend its dates',
  ],
  [
    'coverage of the future',
    LINE.series,
    { coverage: [{ from: '2020', to: '2030', completeness: 'gaps' }] },
    '"coverage.0.to" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'a member that is not in the pack',
    LINE.series,
    { events: ['event/lost'] },
    '"events" refers to "event/lost", which is not in the pack: add its record, or mend the id',
  ],
  [
    'a member that is a place',
    LINE.series,
    { events: ['place/japan'] },
    '"events" refers to "place/japan", which is a place, not an event',
  ],
  [
    'a member twice',
    LINE.series,
    { events: ['event/visit', 'event/visit'] },
    '"events" names "event/visit" twice: once is enough',
  ],
  [
    'a withdrawn member',
    LINE.series,
    { events: ['event/never'] },
    '"events" refers to "event/never", which is a withdrawn record, not an event',
  ],
  [
    'a timeline of nothing',
    LINE.timeline,
    { events: undefined, rule: undefined },
    'has neither "events" nor "rule": say which events it shows',
  ],
  [
    'a rule with a lost series',
    LINE.timeline,
    { rule: { series: ['series/lost'] } },
    '"rule.series" refers to "series/lost", which is not in the pack: add its record, or mend the id',
  ],
  [
    'a rule backwards',
    LINE.timeline,
    { rule: { from: '2020', to: '2019' } },
    '"rule" ends before it begins: mend its dates',
  ],
  [
    'a withdrawal without a date',
    LINE.withdrawn,
    { date: undefined },
    '"date" is missing: write the day, month or year, such as 2015-10-20 or 2015',
  ],
  [
    'a withdrawal after the record',
    LINE.withdrawn,
    { date: '2026-02-01' },
    '"date" is later than the header\'s coverageTo: nothing is asserted beyond that day',
  ],
  [
    'an id used before',
    LINE.withdrawn,
    { id: 'event/visit' },
    'id "event/visit" is already used in line 7: give each record its own',
  ],
  ['no id', LINE.timeline, { id: undefined }, '"id" is missing: write type/slug, such as person/gen-nakatani'],

  // Values that no line may hold.
  ['half a surrogate pair', LINE.visit, { title: { en: 'a\ud800b' } }, '"title.en" holds half a surrogate pair'],
  [
    'a right-to-left override',
    LINE.visit,
    { title: { en: 'a\u202eb' } },
    '"title.en" holds the invisible control character U+202E: remove it',
  ],
  [
    'a null character',
    LINE.visit,
    { 'x-note': ['a\u0000b'] },
    '"x-note.0" holds the invisible control character U+0000: remove it',
  ],
];

describe('checkPack', () => {
  it('takes a sound pack with all its records', async () => {
    const checked = await checkPack(soundText, sha256);
    expect('pack' in checked && [checked.pack.header, checked.pack.records, checked.pack.skipped]).toEqual([
      SOUND.header,
      SOUND.records,
      [],
    ]);
  });

  it.each(DEFECTS)('refuses %s', async (_, line, change, message) => {
    const problems = await problemsOf(await writePack(withChange(line, change)));
    const rest =
      line === LINE.header && !/^"(?:needs|base|uses)/.test(message)
        ? ['1: the first line is not a sound header record: the rest was not read']
        : [];
    expect(problems).toEqual([`${line}: ${message}`, ...rest]);
  });

  it.each<readonly [name: string, line: number, change: object]>([
    ['a publisher with more to say', LINE.header, { publisher: { name: 'Nobody', mail: 'x' } }],
    ['an entity without names', LINE.person, { names: [] }],
    ['names that are muted later', LINE.person, { names: [aName('—!?'), aName('X')] }],
    ['a pack marked as private', LINE.header, { private: true }],
    ['references to a pack that the header names', LINE.header, { uses: ['world'] }],
    ['a role to come', LINE.person, role({ capacity: 'announced', from: '2026-02-01', to: '2030' })],
    ['an event announced for a later day', LINE.visit, { status: 'announced', date: '2026-05-01' }],
    [
      'a plan that the title names',
      LINE.visit,
      { status: 'postponed', planned: '2016', title: { en: 'Visit of 2016' } },
    ],
    ['an old id that is recorded as withdrawn', LINE.person, { replaces: ['event/never'] }],
    ['a Han name of one character', LINE.japan, { names: [aName('日', 'short', { lang: 'ja' })] }],
    ['a quotation of 25 words with blanks around', LINE.source, { quote: ` ${word(25)} ` }],
    ['a quotation of 50 characters without blanks', LINE.source, { quote: '語'.repeat(50) }],
    ['line breaks in a text', LINE.visit, { summary: { en: 'One.\nTwo.\t' } }],
    ['what only looks like markup', LINE.visit, { title: { en: '<기생충> 3 < 4, R&D {{x}} <3' } }],
    ['markup in a field of the author', LINE.visit, { 'x-draft': { html: '<b>x</b> &amp;' } }],
    ['a link with its own port and a fragment', LINE.source, { url: 'https://gazette.example:443?a=b@c&amp;d#e' }],
    [
      'a plain http link',
      LINE.source,
      { url: 'http://gazette.example/1', archived: 'http://archive.example/?u=http://a' },
    ],
    ['a host in a script of its own', LINE.source, { url: 'https://xn--fsqu00a.xn--fiqs8s/例' }],
    ['joiners where a script needs them', LINE.japan, { names: [aName('علی\u200cرضا'), aName('क्\u200dष')] }],
    ['an ideograph in the form of a family', LINE.japan, { names: [aName('葛\u{e0100}城', 'full', { lang: 'ja' })] }],
    [
      'languages with regions and variants',
      LINE.japan,
      { label: { 'es-419': 'J', 'be-tarask': 'J', 'zh-Hant-TW': 'J' } },
    ],
  ])('takes %s', async (_, line, change) => {
    expect(await problemsOf(await writePack(withChange(line, change)))).toEqual([]);
  });

  it("takes a publisher's name from an object", async () => {
    const checked = await checkPack(await writePack(withChange(LINE.header, { publisher: { name: 'Press' } })), sha256);
    expect('pack' in checked && checked.pack.header.publisher).toBe('Press');
  });

  it('keeps fields it does not know, and leaves out what objects inherit', async () => {
    const checked = await checkPack(await writePack(withChange(LINE.visit, { 'x-colour': { hue: 'red' } })), sha256);
    expect('pack' in checked && checked.pack.records[LINE.visit - 2]).toMatchObject({ 'x-colour': { hue: 'red' } });
  });

  it('takes nesting 32 deep', async () => {
    expect(await problemsOf(await sealLines([...body, nested(31)]))).toEqual([]);
  });

  it('skips record kinds it does not know, and reports them', async () => {
    const text = await sealLines([...body, '{"record":"hologram","id":"hologram/x"}']);
    const checked = await checkPack(text, sha256);
    expect('pack' in checked && [checked.pack.records.length, checked.pack.skipped]).toEqual([
      SOUND.records.length,
      [{ line: LINE.end, kind: 'hologram' }],
    ]);
  });

  it('lets nothing rest on a record that it skipped', async () => {
    const visit = JSON.stringify(anEvent('event/next', { places: ['place/cloud'] }));
    const cloud = '{"record":"hologram","id":"place/cloud"}';
    const message = `"places" refers to "place/cloud", which is a record of an unknown kind, not an entity`;
    expect(await problemsOf(await sealLines([...body, cloud, visit]))).toEqual([`12: ${message}`]);
    expect(await problemsOf(await sealLines([...body, visit, cloud]))).toEqual([`11: ${message}`]);
  });

  it('says once what many records lack', async () => {
    const lost = (n: number) => JSON.stringify(anEvent(`event/n-${n}`, { places: ['place/lost'] }));
    expect(await problemsOf(await sealLines([...body, lost(1), lost(2), lost(3)]))).toEqual([
      '11: "places" refers to "place/lost", which is not in the pack (2 more lead to it): add its record, or mend the id',
    ]);
  });

  it('reports every problem, in the order of the lines, and no more than a hundred', async () => {
    const text = await sealLines([...body, ...Array.from({ length: 200 }, () => 'nonsense')]);
    expect(await problemsOf(text)).toHaveLength(100);
    const two = body.map((line) =>
      line.replace('"kind":"official"', '"kind":"blog"').replace('"status":"held"', '"status":"done"'),
    );
    expect((await problemsOf(await sealLines(two))).map((problem) => problem.split(':')[0])).toEqual(['2', '6', '7']);
  });
});

describe('the frame of a pack', () => {
  const nonHeader = '1: the first line is not a sound header record: the rest was not read';
  it.each<readonly [name: string, text: string | Promise<string>, problems: readonly string[]]>([
    ['an empty file', '', ['0: the file is empty']],
    ['a line feed alone', '\n', ['1: is empty: remove it', nonHeader]],
    [
      'a page of HTML',
      '<!doctype html>\n<title>Log in</title>\n',
      [expect.stringMatching(/^1: is not JSON/), nonHeader] as unknown as string[],
    ],
    ['a JSON value that is no object', '[1]\n', ['1: is not a JSON object', nonHeader]],
    ['an object that is no record', '{}\n', ['1: has no "record" field', nonHeader]],
    ['no header', sealLines(body.slice(1)), [nonHeader]],
    [
      'a byte order mark',
      `\ufeff${soundText}`,
      ['1: begins with a byte order mark: save the file as UTF-8 without it', nonHeader],
    ],
    [
      'carriage returns',
      soundText.replaceAll('\n', '\r\n'),
      ['1: ends in a carriage return: save the file with line feeds alone', nonHeader],
    ],
    ['an empty line', sealLines([...body, '']), ['11: is empty: remove it']],
    [
      'a second header',
      sealLines([...body, body[0] as string]),
      ['11: a header record in the middle of the file: a pack has one, in line 1'],
    ],
    [
      'an end in the middle',
      sealLines([...body, soundLines.at(-1) as string]),
      ['11: an end record in the middle of the file: it comes last, and once'],
    ],
    [
      'a line that is cut short',
      sealLines([...body.slice(0, -1), '{"record":"wi']),
      [expect.stringMatching(/^10: is not JSON/)] as unknown as string[],
    ],
    [
      'no end',
      `${body.join('\n')}\n`,
      ['10: the last line is not an end record: the file is cut short, or was never sealed'],
    ],
    [
      'a wrong count',
      soundText.replace('"records":10', '"records":9'),
      ['11: "records" is 9, but 10 lines come before the end: seal the file after editing'],
    ],
    [
      'a count that is no number',
      soundText.replace('"records":10', '"records":"ten"'),
      [
        '11: "records" is "ten", expected number',
        '11: the last line is not an end record: the file is cut short, or was never sealed',
      ],
    ],
    [
      'a wrong digest',
      soundText.replace('It was not.', 'It may be.'),
      [expect.stringMatching(/^11: "sha256" does not match the lines before it/)] as unknown as string[],
    ],
    [
      'a digest in capitals',
      soundText.replace(/[0-9a-f]{64}/, (digest) => digest.toUpperCase()),
      [
        '11: "sha256" is not a lower-case SHA-256: seal the file',
        '11: the last line is not an end record: the file is cut short, or was never sealed',
      ],
    ],
    [
      'something after the end',
      `${soundText}{"record":"withdrawn","id":"event/y","reason":"x","date":"2020"}\n`,
      [
        '11: an end record in the middle of the file: it comes last, and once',
        '12: the last line is not an end record: the file is cut short, or was never sealed',
      ],
    ],
    [
      'a line of a million characters',
      sealLines([...body, JSON.stringify({ record: 'x', 'x-long': 'x'.repeat(1_000_000) })]),
      ['11: is longer than 1000000 characters: no record is'],
    ],
    [
      'a key that objects inherit',
      sealLines([...body, '{"record":"x","__proto__":{"polluted":1}}']),
      ['11: has a field "__proto__": the name is not allowed'],
    ],
    [
      'such a key deep inside',
      sealLines([...body, '{"record":"x","x-a":[{"constructor":{"prototype":1}}]}']),
      ['11: has a field "x-a.0.constructor": the name is not allowed'],
    ],
    [
      'such a key in escapes',
      sealLines([...body, '{"record":"x","\\u005f_proto__":1}']),
      ['11: has a field "__proto__": the name is not allowed'],
    ],
    ['nesting 33 deep', sealLines([...body, nested(33)]), ['11: is nested deeper than 32 levels']],
    ['nesting 10,000 deep', sealLines([...body, nested(10_000)]), ['11: is nested deeper than 32 levels']],
    [
      'a control character in a field name',
      sealLines([...body, '{"record":"x","x-\\u0007":1}']),
      ['11: has a field whose name holds the invisible control character U+0007: remove it'],
    ],
    [
      'a number out of range',
      sealLines([...body, '{"record":"x","x-a":1e400}']),
      ['11: "x-a" is a number out of range'],
    ],
    [
      'text behind a record',
      sealLines([...body, '{"record":"x"} x']),
      [expect.stringMatching(/^11: is not JSON/)] as unknown as string[],
    ],
  ])('refuses %s', async (_, text, problems) => {
    expect(await problemsOf(await text)).toEqual(problems);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('does without a line feed at the very end', async () => {
    expect(await problemsOf(soundText.trimEnd())).toEqual([]);
  });

  it('refuses the file wherever it is cut', async () => {
    for (let length = 0; length < soundText.length - 1; length += 7) {
      expect(await problemsOf(soundText.slice(0, length))).not.toEqual([]);
    }
  });
});
