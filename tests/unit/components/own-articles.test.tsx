/** The articles of our own, first page and sample: read by Sidelight as it reads others, in each language. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Sample, SampleArticle } from '../../../components/welcome/SampleArticle';
import { Welcome } from '../../../components/welcome/Welcome';
import { readPack, readText } from '../../../lib/cli/files';
import { readSavedPage } from '../../../lib/cli/saved-page';
import { createTerminalKnowledge } from '../../../lib/cli/terminal-knowledge';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../lib/model/localized';
import { effectiveSettings } from '../../../lib/settings/schema';
import { createWords } from '../../../lib/ui/words';
import { draw } from '../../support/draw';
import { flagshipPackFiles } from '../../support/flagship';
import { readArticle } from '../../support/read-article';
import { claimsOf } from '../../support/read-claims';

const ROOT = join(import.meta.dirname, '../../..');
const DAY = '2025-09-08';
const knowledge = await createTerminalKnowledge(await Promise.all(flagshipPackFiles().map(readPack)));
const nothing = () => undefined;

const readJson = (path: string) => JSON.parse(readText(join(ROOT, path)));
const sampleIn = (lang: InterfaceLanguage): Sample => readJson(`public/samples/seoul-talks.${lang}.json`);

const wordsIn = (lang: InterfaceLanguage) => createWords(lang, readJson(`public/_locales/${lang}/messages.json`));

function firstPage(lang: InterfaceLanguage): string {
  const sites = { where: 'listed', mayReadEverywhere: false, withheld: 0, listed: [], own: [] } as const;
  return draw(
    <Welcome
      settings={effectiveSettings({})}
      keys={[{ name: 'next', keys: 'Alt+.', problem: null, suggested: 'Alt+.', isChanged: false }]}
      sites={sites}
      isDeclined={false}
      status={null}
      words={wordsIn(lang)}
      onChange={nothing}
      onWhere={nothing}
      onAllowListed={nothing}
      onOpenSample={nothing}
      onOptions={nothing}
      onPrivacy={nothing}
    />,
  );
}

const page = (html: string, lang: string) => html.replace('<html>', `<html lang="${lang}">`);

describe.each(INTERFACE_LANGUAGES)('our own articles in %s', (lang) => {
  it('the paragraph of the first page has its day and three marks, and nothing beside it is read', async () => {
    const html = page(firstPage(lang), lang);
    expect(readSavedPage(html).asOf).toEqual({ day: DAY, origin: 'time' });
    const { mentions, blocks } = await readArticle(html, knowledge, { day: DAY, lang });
    const painted = mentions.filter(({ paint }) => paint);
    expect(painted.map(({ entity }) => entity)).toEqual([
      'japan-rok-defense:person/gen-nakatani',
      'japan-rok-defense:person/ahn-gyu-back',
      'japan-rok-defense:person/shigeru-ishiba',
    ]);
    const read = blocks.map(({ text }) => text).join(' ');
    const { t } = wordsIn(lang);
    expect(read).toContain(t('welcomeHover'));
    for (const key of ['option_where', 'welcomePrivacy', 'optionsPacks', 'openSample'])
      expect(read).not.toContain(t(key));
  });

  it('the sample has its day, a cast, the lead timeline and phrases that count', async () => {
    const sample = sampleIn(lang);
    const html = page(draw(<SampleArticle sample={sample} day="x" note="A note." />), lang);
    expect(readSavedPage(html).asOf).toEqual({ day: DAY, origin: 'time' });
    const { briefing, blocks, cards } = await readArticle(html, knowledge, { day: DAY, lang });
    expect(briefing.title).toBe(sample.title);
    expect(briefing.cast.slice(0, 2).map(({ reference }) => reference)).toEqual([
      'japan-rok-defense:person/gen-nakatani',
      'japan-rok-defense:person/ahn-gyu-back',
    ]);
    expect(briefing.cast.length).toBeGreaterThanOrEqual(12);
    expect(briefing.timelines.length).toBeGreaterThan(0);
    const claims = await claimsOf(knowledge, blocks, { day: DAY, lang });
    const verdicts = claims.flatMap(({ text, verdict }) => (verdict ? [`${text}: ${verdict}`] : []));
    expect(verdicts).toHaveLength(2);
    expect(verdicts.every((text) => text.endsWith(': fits'))).toBe(true);
    const nakatani = cards.find(({ reference }) => reference.endsWith('gen-nakatani'));
    expect(nakatani?.behind.some(({ date }) => date.startsWith('2015-10-20'))).toBe(true);
  });

  it('has the parts of the English sample', () => {
    const kinds = (sample: Sample) => sample.parts.map(({ kind }) => kind);
    expect(kinds(sampleIn(lang))).toEqual(kinds(sampleIn('en')));
    expect(sampleIn(lang)).toMatchObject({ lang, published: DAY });
  });
});
