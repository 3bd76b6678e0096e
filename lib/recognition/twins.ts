/**
 * Two records of different packs that nothing joins, and that a full name of both cannot tell apart: of one kind, and
 * in one country as far as both say. They mean the same, and the pack that comes first speaks (DESIGN.md, "Ids").
 */
import type { NameFacts } from './name-index';
import type { Reading } from './readings';
import type { Option } from './weigh';

/** Options without the twins of others: of each pair that of the earlier pack stays, with the better score. */
export function withoutTwins(index: NameFacts, options: readonly Option[], readings: readonly Reading[]): Option[] {
  const accepted = options.filter(({ target, refusal }) => refusal === null && isFull(index, readings, target));
  if (accepted.length < 2) return [...options];
  const dropped = new Set<Option>();
  const replaced = new Map<Option, Option>();
  for (const option of accepted) {
    const first = accepted.find(
      (other) => isTwin(index, option, other) && index.pack(other.target) < index.pack(option.target),
    );
    if (!first) continue;
    dropped.add(option);
    const { score } = replaced.get(first) ?? first;
    if (option.score > score) replaced.set(first, { ...first, score: option.score });
  }
  if (dropped.size === 0) return [...options];
  return options
    .filter((option) => !dropped.has(option))
    .map((option) => replaced.get(option) ?? option)
    .sort((a, b) => b.score - a.score);
}

/** Of towns and persons there are many of one name in a country; of its forces, parties and treaties there is one. */
const TELLING: ReadonlySet<string> = new Set(['organisation', 'agreement', 'programme', 'vessel']);

function isTwin(index: NameFacts, { target: a }: Option, { target: b }: Option): boolean {
  const type = index.type(a);
  if (!TELLING.has(type) || type !== index.type(b)) return false;
  const [here, there] = [stateOf(index, a), stateOf(index, b)];
  return here === there || here < 0 || there < 0;
}

/** Organisations above one another that are looked through: a fleet, its navy, its forces. */
const MAX_ABOVE = 4;

/** The country behind what something is part of; -1 for none. */
function stateOf(index: NameFacts, target: number): number {
  let at = index.country(target);
  for (let step = 0; step < MAX_ABOVE && at >= 0 && index.type(at) === 'organisation'; step++) at = index.country(at);
  return at;
}

const isFull = (index: NameFacts, readings: readonly Reading[], target: number): boolean =>
  readings.some((reading) => reading.target === target && index.kind(reading.name) === 'full');
