/** What is pinned or noted beside an article: nothing of what had not happened by its day, unless asked for. */
import { describe, expect, it } from 'vitest';
import { listKept } from '../../../lib/briefing/kept';
import type { ArticleSubject, RecordSubject, Subject } from '../../../lib/model/own';
import { ownId } from '../../../lib/settings/own-schemas';
import { ref } from '../../support/build-facts';

const article: ArticleSubject = {
  kind: 'article',
  url: 'https://news.example/a',
  host: 'news.example',
  title: 'Talks',
  siteName: '',
  lang: 'en',
  day: '2015-10-20',
};
const event = (name: string, date?: string): RecordSubject => ({
  kind: 'record',
  reference: ref(`event/${name}`),
  type: 'event',
  name: { en: name },
  sameAs: [],
  date,
});
const pin = (subject: Subject, at: number) => {
  const value = { subject, at };
  return { id: ownId('pins', value), value };
};
const note = (subject: Subject, at: number) => {
  const value = { subject, text: 'x', at };
  return { id: ownId('notes', value), value };
};
const names = (kept: readonly { readonly subject: Subject }[]) =>
  kept.map(({ subject }) => (subject.kind === 'article' ? subject.title : subject.name.en));

describe('what is pinned or noted', () => {
  it.each<[date: string | undefined, isLater: boolean]>([
    ['2015-10-19', false],
    ['2015-10-20', false],
    ['2015-10-21', true],
    // It may have been after the day.
    ['2015-10', true],
    ['2015', true],
    ['2014~', false],
    ['2014-01-01/2015-10-25', false],
    [undefined, false],
  ])('of %s is shown on 20 Oct 2015 only when asked for: %s', (date, isLater) => {
    const pins = [pin(event('visit', date), 1)];
    const lists = listKept({ pins, notes: [], article: null }, '2015-10-20');
    expect([names(lists.others), names(lists.later)]).toEqual(isLater ? [[], ['visit']] : [['visit'], []]);
    expect(names(listKept({ pins, notes: [], article: null }, null).others)).toEqual(['visit']);
  });

  it('stands once, pinned and noted, the latest first, the article before all', () => {
    const lists = listKept(
      {
        pins: [pin(event('a', '2001'), 1), pin(event('b', '2002'), 5), pin(article, 2)],
        notes: [note(event('a', '2001'), 9)],
        article,
      },
      '2015-10-20',
    );
    expect(names(lists.others)).toEqual(['a', 'b']);
    const a = event('a', '2001');
    expect(lists.others[0]).toMatchObject({ at: 9, pin: pin(a, 1), note: note(a, 9) });
    expect(lists.others[1]).toMatchObject({ at: 5, note: undefined });
    expect(lists.here?.pin).toBeDefined();
  });

  it('has a place for the article in front that is not kept yet', () => {
    expect(listKept({ pins: [], notes: [], article }, null).here).toMatchObject({ subject: article, pin: undefined });
  });
});
