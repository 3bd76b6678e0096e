import type { BriefAnswer, RequestModel } from '../../lib/briefing/look-up-models';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { Brief } from './Brief';
import { lookUpSections } from './look-up-sections';

/** Noon of a day, ms since 1970. */
const NOW = Date.UTC(2026, 10, 25, 12);

const REQUESTS: readonly RequestModel[] = [
  {
    at: NOW,
    host: 'ko.wikipedia.org',
    path: `/api/rest_v1/page/summary/${encodeURIComponent('미라_알데인')}`,
    purpose: 'look-up',
    outcome: 'answered',
    status: 200,
    bytes: 2_048,
  },
  {
    at: NOW - 2_000,
    host: 'www.wikidata.org',
    path: '/w/api.php',
    purpose: 'look-up',
    outcome: 'answered',
    status: 429,
    bytes: 0,
  },
  {
    at: NOW - 90_000_000,
    host: 'packs.example',
    path: '/world.jsonl.gz',
    purpose: 'pack-update',
    outcome: 'redirected',
    status: null,
    bytes: 0,
  },
];

/** "Brief me on …" and its options, in every state. */
export function lookUpExamples({ words, lookUps, card }: Samples): Example[] {
  const brief = (name: string, answer: BriefAnswer | null, press: readonly string[] = []): Example => ({
    name: `brief-${name}`,
    page: 'sidepanel',
    view: (
      <Brief
        text="Mira Aldane"
        answer={answer}
        now={NOW}
        words={words}
        onBack={nothing}
        onOpen={nothing}
        onChoose={nothing}
        onRetry={nothing}
        onOptions={nothing}
        search={null}
      />
    ),
    press,
  });
  const failed = (problem: Extract<BriefAnswer, { state: 'failed' }>['problem']): Example =>
    brief(problem, { state: 'failed', problem, until: NOW + 120_000 });
  const options = (name: string, isOn: boolean, isDeclined: boolean, requests: readonly RequestModel[]): Example => ({
    name: `options-look-ups-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        sections={lookUpSections({ consent: { isOn, isDeclined, set: nothing }, requests, onClear: nothing, words })}
        current="look-ups"
        words={words}
      />
    ),
  });
  const { person, organisation } = lookUps;
  return [
    brief('pending', null),
    brief('found', { state: 'found', model: person.recent }),
    brief('found-older', { state: 'found', model: person.older }),
    brief('found-older-open', { state: 'found', model: person.older }, [
      words.t('sinceCount', { n: person.older.later.length }),
      words.t('textsLater', { date: words.date(person.older.retrieved) }),
    ]),
    brief('found-organisation', { state: 'found', model: organisation }),
    brief('found-in-part', {
      state: 'found',
      model: { ...person.recent, summary: null, isWithoutSummary: true, isToday: false },
    }),
    brief('known', { state: 'known', cards: [card('talks2025', 'person/gen-nakatani')] }),
    brief('choice', {
      state: 'choice',
      options: [
        {
          item: 'Q1',
          name: { text: 'Jon Brae', lang: 'en' },
          description: { text: 'rower', lang: 'en', fallback: true },
        },
        { item: 'Q2', name: { text: 'Jon Brae', lang: 'en' }, description: null },
      ],
    }),
    brief('off', { state: 'off' }),
    failed('no-name'),
    failed('nothing'),
    failed('offline'),
    failed('rate-limited'),
    failed('busy'),
    failed('timeout'),
    failed('unexpected'),
    failed('aborted'),
    options('off', false, false, []),
    options('declined', false, true, []),
    options('on', true, false, REQUESTS),
  ];
}
