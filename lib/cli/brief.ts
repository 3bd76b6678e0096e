/** `npm run -s brief`: the briefing of saved pages, by the extension's own code. */
import { basename } from 'node:path';
import { buildBriefing } from '../briefing/build-briefing';
import type { BriefingModel, ClaimModel } from '../briefing/view-models';
import type { AsOf, TextBlock } from '../model/article';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../model/localized';
import { resolve } from '../recognition/resolve';
import { readArticleClaims, shownIn } from '../services/article-claims';
import { gatherArticle } from '../services/article-facts';
import type { Knowledge } from '../services/knowledge';
import { placeOccurrences, toStateBlocks } from '../services/page-state';
import { IN_ONE_GO } from '../services/slices';
import { parseEdtf } from '../text/edtf';
import { parseArguments } from './arguments';
import { CommandError, runCommand } from './command';
import { readPacks, readText } from './files';
import { readSavedPage } from './saved-page';
import { createTerminalKnowledge } from './terminal-knowledge';

const USAGE = `brief PAGE.html… [--published YYYY-MM-DD] [--lang en|ja|ko] [--pack FILE]… [--no-bundled] [--json]`;

async function briefPage(file: string, knowledge: Knowledge, published: string | undefined, lang: InterfaceLanguage) {
  const { info, blocks, asOf: found } = readSavedPage(readText(file));
  const asOf: AsOf = published
    ? { day: published, origin: 'reader' }
    : (found ?? { day: new Date().toISOString().slice(0, 10), origin: 'none' });
  const asOfDay = parseEdtf(asOf.day)?.first;
  if (asOfDay === undefined) throw new CommandError(1, `${file}: its date "${asOf.day}" is not a day`);
  const mentions = resolve(knowledge.index, blocks, { asOfDay });
  const claims = await readArticleClaims(knowledge, { blocks, lang: info.lang, mentions, asOf }, IN_ONE_GO);
  const { facts, context } = await gatherArticle(knowledge, mentions, asOf, lang, { others: shownIn(claims) });
  const occurrences = placeOccurrences(toStateBlocks(blocks), mentions);
  return { briefing: buildBriefing(facts, info, occurrences, context, claims), blocks };
}

/** Where each block begins in the article's text: blocks joined by line feeds, as `annotate` gives it. */
function startsOf(blocks: readonly TextBlock[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let at = 0;
  for (const { id, text } of blocks) {
    starts.set(id, at);
    at += text.length + 1;
  }
  return starts;
}

const short = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

function toJson(file: string, briefing: BriefingModel, starts: ReadonlyMap<number, number>): string {
  return JSON.stringify({
    file: basename(file),
    title: briefing.title,
    asOf: { date: briefing.asOf.day, origin: briefing.asOf.origin },
    cast: briefing.cast.map(({ reference, name, role, mentions }) => ({
      entity: short(reference),
      label: name.text,
      roleAsOf: role?.text ?? null,
      mentions,
    })),
    claims: briefing.claims.map(({ block, start, end, text, verdict, events, laterEvents }) => ({
      start: (starts.get(block) ?? 0) + start,
      end: (starts.get(block) ?? 0) + end,
      text,
      verdict,
      events: events.map(({ reference }) => short(reference)),
      ...(laterEvents === null ? {} : { laterEvents }),
    })),
    timelines: briefing.timelines.map(({ reference, events }) => ({
      id: short(reference),
      before: events.filter(({ part }) => part === 'before').map((event) => short(event.reference)),
      sameDay: events.filter(({ part }) => part === 'same-day').map((event) => short(event.reference)),
      since: events.filter(({ part }) => part === 'since').map((event) => short(event.reference)),
    })),
  });
}

const VERDICTS = {
  fits: 'fits our record',
  earlier: 'our record has an earlier one',
  'out-of-reach': 'our record does not reach',
};

function toClaimLine({ text, verdict, events, laterEvents, arithmetic }: ClaimModel): string {
  const parts = [
    ...(verdict ? [VERDICTS[verdict]] : []),
    ...events.map(({ date, title }) => `${date} ${title.text}`),
    ...(arithmetic
      ? [`${arithmetic.from} → ${arithmetic.to}: ${arithmetic.years} years ${arithmetic.months} months`]
      : []),
    ...(laterEvents === null ? [] : [`after this article: ${laterEvents} since`]),
  ];
  return `  “${text}”${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`;
}

function toText(file: string, briefing: BriefingModel): string {
  const lines = [
    `${file}: ${briefing.title}`,
    `  as of ${briefing.asOf.day} (${briefing.asOf.origin}); the record ends ${briefing.horizon.coverageTo}`,
  ];
  for (const { name, role, mentions } of briefing.cast)
    lines.push(`  ${name.text}${role ? `, ${role.text}` : ''} (${mentions})`);
  for (const claim of briefing.claims) lines.push(toClaimLine(claim));
  for (const timeline of briefing.timelines) {
    lines.push(
      `  ${timeline.title.text}: ${timeline.before} before, ${timeline.sameDay} on the day, ${timeline.since} since`,
    );
    for (const event of timeline.events.filter(({ part }) => part !== 'since')) {
      lines.push(
        `    ${event.date}  ${event.counted ? '' : '(not counted) '}${event.title.text}  [${event.sources[0]?.publisher ?? ''}]`,
      );
    }
  }
  return lines.join('\n');
}

async function brief(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, {
    options: ['published', 'lang', 'pack'],
    flags: ['json', 'no-bundled'],
    usage: USAGE,
  });
  const published = options.one('published');
  const lang = INTERFACE_LANGUAGES.find((language) => language === (options.one('lang') ?? 'en'));
  if (options.rest.length === 0) throw new CommandError(2, `PAGE.html is missing\n\n${USAGE}`);
  if (!lang) throw new CommandError(2, `--lang ${options.one('lang')}: expected ${INTERFACE_LANGUAGES.join(', ')}`);
  if (published !== undefined && parseEdtf(published)?.precision !== 'day')
    throw new CommandError(2, `--published ${published}: expected a day such as 2025-09-08`);
  const packs = await readPacks(options.all('pack'), { bundled: !options.has('no-bundled') });
  const knowledge = await createTerminalKnowledge(packs);
  for (const file of options.rest) {
    const { briefing, blocks } = await briefPage(file, knowledge, published, lang);
    console.log(options.has('json') ? toJson(file, briefing, startsOf(blocks)) : toText(file, briefing));
  }
  return 0;
}

await runCommand(() => brief(process.argv.slice(2)));
