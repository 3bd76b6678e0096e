/** Events named by what they were, without a date: "former President Yoon's failed martial law bid". */
import type { Token } from './english-tokens';
import type { Expression } from './expression';

/** What is told of once and then referred to for years; a visit or a meeting is too common to be known by its noun. */
const UPHEAVALS = [
  ['martial', 'law'],
  ['coup'],
  ['impeachment'],
  ['assassination'],
  ['abdication'],
  ['annexation'],
  ['invasion'],
  ['shutdown'],
  ['referendum'],
  ['massacre'],
  ['uprising'],
] as const;
const TAILS = new Set('bid attempt declaration decree order imposition plot trial vote'.split(' '));
const BEFORE = new Set('failed attempted botched short-lived abortive brief aborted ill-fated sudden'.split(' '));

export function englishNamedEvents(tokens: readonly Token[]): Expression[] {
  const found: Expression[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const words = UPHEAVALS.find((phrase) => phrase.every((word, n) => tokens[i + n]?.word === word));
    if (!words) continue;
    let to = i + words.length;
    if (TAILS.has(tokens[to]?.word ?? '')) to += 1;
    let from = i;
    if (BEFORE.has(tokens[from - 1]?.word ?? '')) from -= 1;
    found.push({
      start: (tokens[from] as Token).start,
      end: (tokens[to - 1] as Token).end,
      when: null,
      count: null,
      isNamed: true,
    });
    i = to - 1;
  }
  return found;
}
