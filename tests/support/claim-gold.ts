/**
 * Gold of our own for claims: sentences with inline labels, one JSON object a line, in `tests/fixtures/claims`.
 *
 * `[[phrase|2024-12]]` points at that month and is tied to no event, `[[phrase|2024-12|event/x]]` is tied to that one,
 * `[[phrase|fits|event/x]]` counts, with its verdict and the event that is shown with it; nothing after the last bar:
 * none. Whatever else is found is wrong. A phrase is found where what is found overlaps it and says the same days.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../lib/claims/claim';
import type { Knowledge } from '../../lib/services/knowledge';
import { parseEdtf } from '../../lib/text/edtf';
import { aBlock, claimsOf, shortId } from './read-claims';

const FOLDER = join(import.meta.dirname, '../fixtures/claims');
const LABEL = /\[\[([^|\]]+)\|([^|\]]+)(?:\|([^|\]]*))?\]\]/g;
const VERDICTS = ['fits', 'earlier', 'out-of-reach'];

interface ClaimLabel {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** EDTF, or a verdict. */
  readonly says: string;
  readonly event: string | null;
}

export interface ClaimEntry {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly labels: readonly ClaimLabel[];
}

export interface ClaimScore {
  /** Share of the labels that are found, with the right days or as a count. */
  readonly found: number;
  /** Share of what is found that a label asks for. */
  readonly precision: number;
  /** Share of what is tied to an event that is tied to the right one. */
  readonly tiedRight: number;
  /** Share of the labelled events that are tied. */
  readonly tied: number;
  /** Share of the counts found that have the right verdict. */
  readonly judgedRight: number;
  readonly mistakes: readonly string[];
}

export const readClaimGold = (language: string): ClaimEntry[] =>
  readFileSync(join(FOLDER, `${language}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, published, text: marked } = JSON.parse(line) as { id: string; published: string; text: string };
      const labels: ClaimLabel[] = [];
      let text = '';
      let at = 0;
      for (const match of marked.matchAll(LABEL)) {
        const [whole, surface = '', says = '', event] = match;
        text += marked.slice(at, match.index);
        at = match.index + whole.length;
        labels.push({ start: text.length, end: text.length + surface.length, surface, says, event: event || null });
        text += surface;
      }
      text += marked.slice(at);
      return { id, published, text, labels };
    });

/** What is wrong with the labels of an entry. */
export const problemsOf = ({ id, published, text, labels }: ClaimEntry): string[] => [
  ...(parseEdtf(published)?.precision === 'day' ? [] : [`${id}: published ${published}`]),
  ...(/\[\[|\]\]/.test(text) ? [`${id}: a label is not closed`] : []),
  ...labels
    .filter(({ says }) => !VERDICTS.includes(says) && !parseEdtf(says))
    .map(({ says }) => `${id}: ${says} is neither a date nor a verdict`),
];

const saysTheSame = ({ when, verdict }: Claim, { says }: ClaimLabel): boolean => {
  if (VERDICTS.includes(says)) return verdict !== null;
  const date = parseEdtf(says);
  return date !== null && when !== null && when.first === date.first && when.last === date.last;
};

export async function scoreClaims(
  knowledge: Knowledge,
  language: string,
  entries: readonly ClaimEntry[],
): Promise<ClaimScore> {
  const count = { labels: 0, found: 0, extra: 0, tied: 0, tiedRight: 0, events: 0, eventsMet: 0, counts: 0, judged: 0 };
  const mistakes: string[] = [];
  for (const { id, published, text, labels } of entries) {
    const claims = await claimsOf(knowledge, [aBlock(text)], { day: published, lang: language });
    const met = new Set<Claim>();
    for (const label of labels) {
      count.labels++;
      if (label.event) count.events++;
      const claim = claims.find(({ start, end }) => start < label.end && label.start < end);
      if (claim) met.add(claim);
      if (!claim || !saysTheSame(claim, label)) {
        mistakes.push(
          `${id} not found: “${label.surface}” ${label.says}; instead “${claim?.text}” ${JSON.stringify(claim?.when)}`,
        );
        continue;
      }
      count.found++;
      const [event = null] = claim.events.map(shortId);
      if (event) count.tied++;
      if (event && event === label.event) count.tiedRight++;
      if (event && event === label.event) count.eventsMet++;
      if (event !== label.event) mistakes.push(`${id} tied: “${claim.text}” to ${event}, not ${label.event}`);
      if (claim.verdict !== null) {
        count.counts++;
        if (claim.verdict === label.says) count.judged++;
        else
          mistakes.push(
            `${id} judged: “${claim.text}” ${claim.verdict}, not ${label.says} ${JSON.stringify(claim.missing)} ${claim.series}`,
          );
      }
    }
    for (const claim of claims) {
      if (met.has(claim)) continue;
      count.extra++;
      if (claim.events.length > 0) count.tied++;
      mistakes.push(`${id} too much: “${claim.text}”`);
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    found: share(count.found, count.labels),
    precision: share(count.found, count.found + count.extra),
    tiedRight: share(count.tiedRight, count.tied),
    tied: share(count.eventsMet, count.events),
    judgedRight: share(count.judged, count.counts),
    mistakes,
  };
}
