/** Dated events of Wikidata. A date on the first of January is mostly a year: it is taken as one. */
import { firstDay, readIso, yearOf } from './dates';
import { addName, type DraftEvent, tidy } from './draft';
import type { Gathering } from './gathering';
import type { WorldInputs } from './inputs';
import { toSlug } from './slugs';
import { SOURCES } from './sources';

const SOURCE = 'wikidata-events';

const KINDS: readonly (readonly [kind: string, words: { test(text: string): boolean }])[] = [
  [
    'battle',
    /\b(?:battles?|siege|skirmish|raid|action|capture|assault|storming|bombardment|fall of|sack of|offensive|campaign|conquest|invasion|attack|ambush)\b/i,
  ],
  ['coup', /\bcoup\b/i],
  ['uprising', /\b(?:revolt|rebellion|uprising|insurrection|mutiny|revolution|protests?|riots?)\b/i],
  ['coronation', /\b(?:coronation|installation|accession)\b/i],
  ['conference', /\b(?:conference|summit|congress|talks|treaty|agreement)\b/i],
  ['operation', /\boperation\b/i],
];

export function readEvents(gathering: Gathering, { events }: WorldInputs): void {
  const { tally } = gathering;
  for (const { event, date: written, label: text } of events) {
    const qid = event.split('/').at(-1) ?? '';
    const label = tidy(text);
    const day = /^(\d{4})-(\d{2})-(\d{2})T/.exec(written);
    const date = day && readIso(day[2] === '01' && day[3] === '01' ? day[1] : `${day[1]}-${day[2]}-${day[3]}`);
    if (!date || yearOf(date) < 1000) {
      tally.left(SOURCE, 'events before the year 1000, or without a date that can be written', label);
      continue;
    }
    if (firstDay(date) > firstDay(SOURCES[SOURCE].published) + 31) {
      tally.left(SOURCE, 'events later than the extract', label);
      continue;
    }
    if (/^Q\d+$/.test(label) || label.length < 5) {
      tally.left(SOURCE, 'events without a name', label || qid);
      continue;
    }
    const later = [...label.matchAll(/(?<!\d)(?:1\d|20)\d{2}(?!\d)/g)].some(([year]) => Number(year) > yearOf(date));
    if (later) {
      tally.left(SOURCE, 'events whose name holds a year after their date', label);
      continue;
    }
    const draft: DraftEvent = {
      slug: `${date}-${toSlug(label) || qid.toLowerCase()}`,
      tag: qid,
      qid,
      date,
      kind: KINDS.find(([, words]) => words.test(label))?.[0] ?? 'event',
      status: 'held',
      title: { en: `${label[0]?.toUpperCase()}${label.slice(1)}` },
      participants: [],
      places: [],
      names: [],
      source: SOURCE,
    };
    const name = label.replace(/\s*\([^)]*\)$/, '');
    const bare = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    if (bare.includes(' ')) addName(draft, bare, 'en', 'full', bare === label ? {} : { needs: 'context' });
    gathering.events.push(draft);
    tally.took(SOURCE, date.length === 4 ? 'events of a year' : 'events of a day');
  }
}
