/** Records in the words of the options, in each language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordName, recordText } from '../../../components/sync/record-text';
import { createWords } from '../../../lib/ui/words';

const wordsIn = (lang: 'en' | 'ko') =>
  createWords(
    lang,
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../public/_locales/${lang}/messages.json`), 'utf8')),
  );
const en = wordsIn('en');
const record = (kind: string, name: string, text: string, isDeleted = false) => ({
  id: `${kind}/${name}`,
  kind,
  name,
  text,
  isDeleted,
});

describe('a record', () => {
  it.each([
    [record('settings', 'set:marks', 'all'), 'Marks', 'All'],
    [record('settings', 'set:marks', '', true), 'Marks', 'First'],
    [record('settings', 'set:hoverDelayMs', '500'), 'Rest before a card opens', '500 ms'],
    [record('settings', 'set:hoverDelayMs', '', true), 'Rest before a card opens', '300 ms'],
    [record('settings', 'set:ofALaterVersion', 'x'), 'set:ofALaterVersion', 'x'],
    [record('settings', 'set:constructor', 'x'), 'set:constructor', 'x'],
    [record('settings', 'site:news.example', 'off'), 'news.example', 'off'],
    [record('settings', 'site:news.example', '', true), 'news.example', 'not there'],
    [record('settings', 'set:textScale', '120'), 'Size of text', '120%'],
    [record('settings', 'set:where', '', true), 'Where Sidelight works', 'News sites on our list'],
    [record('settings', 'set:namesLanguage', 'ko'), 'Names and facts', '한국어'],
    [record('notes', 'n1', 'Ask the ministry.'), 'Note', 'Ask the ministry.'],
    [record('notes', 'n1', ''), 'Note', 'n1'],
    [record('notes', 'n1', '', true), 'Note', 'not there'],
    [record('topics', 't', 'x'), 'Record', 'x'],
  ])('$id: %s', (model, name, text) => {
    expect(recordName(model, en)).toBe(name);
    expect(recordText(model, en)).toBe(text);
  });

  it('is said in the reader’s language', () => {
    const ko = wordsIn('ko');
    expect(recordName(record('settings', 'set:marks', 'all'), ko)).toBe('표시');
    expect(recordText(record('settings', 'set:marks', 'all'), ko)).toBe('모두');
  });
});
