/** The briefing as a document: every statement has its source, and nothing is told that the reader has not opened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OnScreen } from '../../../../lib/briefing/export/on-screen';
import { outlineBriefing } from '../../../../lib/briefing/export/outline-briefing';
import { writeHtml } from '../../../../lib/briefing/export/write-html';
import { writeMarkdown } from '../../../../lib/briefing/export/write-markdown';
import type { BriefingModel } from '../../../../lib/briefing/view-models';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../../lib/model/localized';
import type { Knowledge } from '../../../../lib/services/knowledge';
import { parseEdtf } from '../../../../lib/text/edtf';
import { bundledKnowledge } from '../../../support/build-facts';
import { laterDatesIn } from '../../../support/later-dates';
import { readArticle } from '../../../support/read-article';
import { readWords } from '../../../support/read-words';
import { hasShared, MISSING, readShared } from '../../../support/shared';

const sample = (path: string) => readFileSync(join(import.meta.dirname, '../../../sites', path), 'utf8');
const ARTICLES: readonly (readonly [name: string, day: string, html: () => string])[] = [
  ['talks of 2025', '2025-09-08', () => sample('www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks.html')],
  ['talks of 2015', '2015-10-21', () => sample('www.koreaherald.com/article/10001.html')],
  ['radar of 2018', '2018-12-28', () => sample('www.japantimes.co.jp/news/2018/12/28/world/radar-row.html')],
  ...(hasShared ? ([['flagship', '2025-09-08', () => readShared('article/article.html')]] as const) : []),
];
const URL = 'https://www.example.com/news/talks?utm_source=feed#top';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await bundledKnowledge();
});

const closed: OnScreen = {
  sinceOpen: new Set(),
  wholeCast: false,
  moreTimelines: false,
  pointers: false,
  order: 'near',
  filtered: (timeline) => timeline,
};
const opened = ({ timelines }: BriefingModel): OnScreen => ({
  ...closed,
  sinceOpen: new Set(timelines.map(({ reference }) => reference)),
  wholeCast: true,
  moreTimelines: true,
  pointers: true,
});

const read = async (html: string, day: string, lang: InterfaceLanguage = 'en') =>
  (await readArticle(html, knowledge, { day, lang })).briefing;
const markdown = (briefing: BriefingModel, screen: OnScreen, lang: InterfaceLanguage = 'en') => {
  const words = readWords(lang);
  return writeMarkdown(outlineBriefing(briefing, { url: URL, asOf: briefing.asOf }, screen, words), words);
};

/** What is said, and the sources that it is said by. */
function parts(text: string): { said: string[]; notes: Map<number, string> } {
  const lines = text.split('\n').filter((line) => line !== '');
  const isNote = (line: string) => /^\[\^\d+\]: /.test(line);
  const notes = lines.filter(isNote).map((line) => [Number(/\d+/.exec(line)?.[0]), line] as const);
  return { said: lines.filter((line) => !isNote(line)), notes: new Map(notes) };
}
const cited = (line: string) => [...line.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
/** States nothing of the record: headings, as of when, what was left out. */
function isFrame(line: string, lang: InterfaceLanguage): boolean {
  const words = readWords(lang);
  const [date] = /(?<=\*\*)[^*]+(?=\*\*)/.exec(line) ?? [];
  return (
    line.startsWith('#') ||
    line.startsWith(words.t('exportLeftOut', { what: '\u0000' }).split('\u0000')[0] as string) ||
    (date !== undefined && line.replaceAll('**', '') === words.t('exportAsOf', { date }))
  );
}

describe.each(ARTICLES)('%s', (_name, day, html) => {
  it.each(INTERFACE_LANGUAGES)('has a source for every statement in %s, closed and opened', async (lang) => {
    const briefing = await read(html(), day, lang);
    for (const screen of [closed, opened(briefing)]) {
      const text = markdown(briefing, screen, lang);
      const { said, notes } = parts(text);
      expect(said.filter((line) => cited(line).length === 0 && !isFrame(line, lang))).toEqual([]);
      const used = said.flatMap(cited);
      // Each source is listed, each listed one is cited, in the order of their numbers.
      expect([...new Set(used)].sort((a, b) => a - b)).toEqual([...notes.keys()]);
      expect([...notes.values()].filter((note) => !/^\[\^\d+\]: .*\p{L}{2,}/u.test(note))).toEqual([]);
    }
  });

  it('tells nothing later than its day before that is opened, in sources and addresses too', async () => {
    const asOfDay = parseEdtf(day)?.first as number;
    for (const lang of INTERFACE_LANGUAGES) {
      const text = markdown(await read(html(), day, lang), closed, lang)
        // What lasts from the day to another has begun with it.
        .replace(/(\d{1,2})–\d{1,2}(?= \w{3} \d{4})/g, '$1')
        // The record's end is meant to be told.
        .replace(/\b2026[.-]10[.-]6\b|6 Oct 2026|2026年10月6日|2026년 10월 6일/g, '')
        .replace(
          /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})/g,
          (_, month, year) => `${MONTHS[month]} ${year}`,
        );
      const later = text.split('\n').flatMap((line) => laterDatesIn(line, asOfDay).map((date) => `${date}: ${line}`));
      expect(later).toEqual([]);
      expect(text).not.toMatch(/Takaichi|takaichi|高市|다카이치/);
    }
  });

  it('as a page says what the Markdown says', async () => {
    const briefing = await read(html(), day);
    const words = readWords('en');
    const screen = opened(briefing);
    const page = writeHtml(outlineBriefing(briefing, { url: URL, asOf: briefing.asOf }, screen, words), words);
    const count = (text: string, form: RegExp) => [...text.matchAll(form)].length;
    const text = markdown(briefing, screen);
    expect(count(page, /<li id="source-\d+">/g)).toBe(parts(text).notes.size);
    expect(count(page, /<li>/g)).toBe(count(text, /^\s*- /gm));
    expect(page).not.toMatch(/<script|<img|javascript:/i);
  });
});

const MONTHS: Readonly<Record<string, string>> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};

describe('what is on screen', () => {
  const talks = () => read(ARTICLES[0]?.[2]() ?? '', '2025-09-08');

  it('is exported, and what is closed is named', async () => {
    const briefing = await talks();
    const text = markdown(briefing, closed);
    expect(text.match(/^## Who is who[^#]*/m)?.[0].match(/^- /gm)?.length).toBe(4);
    expect(text).not.toContain('### Since this article');
    expect(text).toMatch(
      /Not opened in the panel, and so not included: \d+ more names?, .*\d+ more timelines?.* and 2 events after the article\./,
    );
    const whole = markdown(briefing, opened(briefing));
    expect(whole).not.toContain('Not opened in the panel');
    expect(whole).toContain('### Since this article');
    expect(whole.match(/^## /gm)?.length).toBeGreaterThan(text.match(/^## /gm)?.length ?? 0);
  });

  it('follows the order of the list, the later events first nearest to the article', async () => {
    const briefing = await talks();
    const years = (screen: OnScreen) =>
      [...markdown(briefing, screen).matchAll(/^- \*\*[^*]*?(\d{4})\*\*/gm)].map(([, year]) => Number(year));
    const near = years({ ...opened(briefing), moreTimelines: false });
    const oldest = years({ ...opened(briefing), moreTimelines: false, order: 'oldest' });
    expect(near.slice(0, 4)).toEqual([2026, 2026, 2025, 2024]);
    expect(oldest[0]).toBe(1979);
    expect(oldest.slice(-1)).toEqual([2026]);
    expect(near.toSorted()).toEqual(oldest.toSorted());
  });

  it('leaves out what a filter hides, and says so', async () => {
    const briefing = await talks();
    const lane = briefing.timelines[0]?.lanes[0]?.key;
    const text = markdown(briefing, {
      ...closed,
      filtered: (timeline) => ({ ...timeline, events: timeline.events.filter((event) => event.lane === lane) }),
    });
    expect(text).toMatch(/\d+ events are left out by the filters/);
    expect(text).not.toContain('South Korea → Japan ·');
  });

  it('names the article by its address without what tracks its reader, and the pack by its version', async () => {
    const text = markdown(await talks(), closed);
    expect(text).toContain('(https://www.example.com/news/talks), 8 Sep 2025 (from the page)');
    expect(text).toMatch(/Sidelight: Japan–South Korea defense relations, version [\d.]+, record to 6 Oct 2026/);
  });

  it('names the article’s own date where it is read as of another', async () => {
    const { asOf, ...briefing } = await talks();
    const words = readWords('en');
    const moved = { ...briefing, asOf: { day: '2015-10-20', origin: 'reader' as const } };
    const text = writeMarkdown(outlineBriefing(moved, { url: URL, asOf }, closed, words), words);
    expect(text).toContain('8 Sep 2025 (from the page)[^1]');
    expect(text).toContain('Background as of **20 Oct 2015**');
  });

  it('says that no date was found', async () => {
    const briefing = { ...(await talks()), asOf: { day: '2026-10-20', origin: 'none' as const } };
    expect(markdown(briefing, closed)).toContain('No date found: shown as of today.');
  });
});

it.skipIf(hasShared)(`the flagship article: ${MISSING}`, () => undefined);
