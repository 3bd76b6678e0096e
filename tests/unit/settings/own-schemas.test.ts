/** What a record of the reader's must look like, and what it is called. */
import { describe, expect, it } from 'vitest';
import type { OwnTable, OwnValues, RecordSubject, Rule } from '../../../lib/model/own';
import { MAX_NOTE_CHARS, ownId, readOwn } from '../../../lib/settings/own-schemas';
import { ref } from '../../support/build-facts';

const ITO: RecordSubject = {
  kind: 'record',
  reference: ref('person/ito'),
  type: 'person',
  name: { en: 'Gen Ito' },
  sameAs: [],
};
const ARTICLE = {
  kind: 'article',
  url: 'https://news.example/a',
  host: 'news.example',
  title: '',
  siteName: '',
  lang: 'en',
  day: null,
} as const;
const RULE: Rule = { form: 'Ito', subject: ITO, scope: { kind: 'everywhere' }, instead: null, at: 1 };

describe('readOwn', () => {
  it.each<[what: string, table: OwnTable, value: unknown]>([
    ['no value', 'pins', null],
    ['a pin of nothing', 'pins', { at: 1 }],
    ['a reference without a pack', 'pins', { subject: { ...ITO, reference: 'person/ito' }, at: 1 }],
    ['a subject without a name', 'pins', { subject: { ...ITO, name: {} }, at: 1 }],
    ['an address that runs a script', 'pins', { subject: { ...ARTICLE, url: 'javascript:alert(1)' }, at: 1 }],
    ['an address with a fragment', 'pins', { subject: { ...ARTICLE, url: 'https://news.example/a#b' }, at: 1 }],
    ['a time that is none', 'pins', { subject: ITO, at: Number.NaN }],
    ['an empty note', 'notes', { subject: ITO, text: '', at: 1 }],
    ['too long a note', 'notes', { subject: ITO, text: 'x'.repeat(MAX_NOTE_CHARS + 1), at: 1 }],
    ['a name of blanks', 'names', { text: ' \u200b', means: ITO, at: 1 }],
    ['a name of too many letters', 'names', { text: 'x'.repeat(201), means: ITO, at: 1 }],
    ['a name that means an article', 'names', { text: 'Ito', means: ARTICLE, at: 1 }],
    ['a rule on an article', 'rules', { ...RULE, subject: ARTICLE }],
    ['a rule for a host with a path', 'rules', { ...RULE, scope: { kind: 'site', host: 'news.example/a' } }],
    ['a field of a newer version', 'rules', { ...RULE, until: 2 }],
  ])('is nothing of %s', (_, table, value) => {
    expect(readOwn(table, value)).toBeNull();
  });

  it('takes the longest note there may be', () => {
    expect(readOwn('notes', { subject: ITO, text: '메'.repeat(MAX_NOTE_CHARS), at: 1 })).not.toBeNull();
  });
});

describe('ownId', () => {
  const pin = (subject: OwnValues['pins']['subject']) => ownId('pins', { subject, at: 1 });
  it('is of what a record is about, and not of when or what it says', () => {
    expect(pin(ITO)).toBe(ownId('notes', { subject: { ...ITO, name: { ja: '伊藤元' } }, text: 'x', at: 9 }));
    expect(pin(ARTICLE)).toBe('article:https://news.example/a');
    expect(ownId('names', { text: 'The  ITO', means: ITO, at: 1 })).toBe(
      ownId('names', { text: 'the ito', means: ITO, at: 2 }),
    );
  });

  it('tells rules apart by place, form and subject', () => {
    const kim = { ...ITO, reference: ref('person/kim') };
    const rules: Rule[] = [
      RULE,
      { ...RULE, form: null },
      { ...RULE, form: 'Gen Ito' },
      { ...RULE, subject: kim },
      { ...RULE, scope: { kind: 'site', host: 'news.example' } },
      { ...RULE, scope: { kind: 'article', url: 'https://news.example/a' } },
    ];
    expect(new Set(rules.map((rule) => ownId('rules', rule))).size).toBe(rules.length);
    expect(ownId('rules', { ...RULE, form: 'ito', instead: kim, at: 5 })).toBe(ownId('rules', RULE));
  });
});
