/**
 * From candidates to mentions, in three passes over the article: the names in each block, who is named beyond doubt
 * anywhere, and, with that, what each name means where it stands. Every acceptance says why, every refusal too.
 */
import type { Mention, Refusal, Rival, TextBlock } from '../model/article';
import { type ArticleEvidence, type Certain, findStrangers, smallWords, surroundingsOf } from './article-evidence';
import { readBlock } from './block-text';
import type { NameIndex } from './name-index';
import { TRAIT_SEVERAL_WORDS } from './name-traits';
import { loneOffice, placesBefore, type ReadBlock } from './offices';
import { type Reading, readingsOf } from './readings';
import type { Hit } from './scan';
import { lookAround } from './surroundings';
import { LEGAL_FORMS } from './tables/english';
import { titleEvidence } from './title-evidence';
import { type Option, type Scene, standsAlone, weigh } from './weigh';
import { isSentenceStart, isSpace, startsCapital, wordAfter } from './words';

export interface ResolveOptions {
  /** The as-of date as a day; `null` when the article has none: dated names and offices then say nothing. */
  readonly asOfDay: number | null;
}

/** Two acceptable targets closer than this, in log odds, are put to the reader instead of guessed. */
const CLOSE = 0.35;
/** Packs that call everything a thing have nothing to ask a reader with: there only a tie is one. */
const CLOSE_THINGS = 0.1;
/** Other readings that a mention names. */
const MAX_RIVALS = 8;
/** Characters after which `resolveInSteps` lets others work. */
const STEP_CHARS = 10_000;

/** An occurrence of a name that was not taken, with what each reading of it lacked. */
interface RefusedHit extends Pick<Mention, 'block' | 'start' | 'end' | 'surface'> {
  readonly rivals: readonly Rival[];
}

export interface Resolution {
  readonly mentions: readonly Mention[];
  readonly refused: readonly RefusedHit[];
}

/** The mentions of an article, in the order of its text. Offsets are UTF-16 units of each block's text. */
export function resolve(index: NameIndex, blocks: readonly TextBlock[], options: ResolveOptions): Mention[] {
  return [...explain(index, blocks, options).mentions];
}

/** As `resolve`, with the occurrences that were refused and why. */
export function explain(index: NameIndex, blocks: readonly TextBlock[], options: ResolveOptions): Resolution {
  const steps = resolveInSteps(index, blocks, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `explain`, in steps of some 10,000 characters, so that a caller can let others work in between. */
export function* resolveInSteps(
  index: NameIndex,
  blocks: readonly TextBlock[],
  { asOfDay }: ResolveOptions,
): Generator<void, Resolution> {
  const pace = createPace();
  const read: ReadBlock[] = [];
  for (const block of blocks) {
    const text = readBlock(index, block);
    read.push({ ...text, readings: text.hits.map((hit) => readingsOf(index, text.text, hit, asOfDay)) });
    if (pace(block.text.length)) yield;
  }
  const article = gather(index, read, asOfDay);
  const mentions: Mention[] = [];
  const refused: RefusedHit[] = [];
  for (const block of read) {
    judgeBlock(index, block, article, asOfDay, mentions, refused);
    if (pace(block.text.length)) yield;
  }
  return { mentions, refused };
}

/** Tells after how many characters it is time to let others work. */
function createPace(): (chars: number) => boolean {
  let since = 0;
  return (chars) => {
    since += chars;
    if (since < STEP_CHARS) return false;
    since = 0;
    return true;
  };
}

const isUnusable = (refusal: Refusal): boolean => refusal === 'case' || refusal === 'name-not-valid-on-day';

/** The share of each reading of a hit in the weight of the weightiest; equal where no pack gives weights. */
function sharesOf(index: NameIndex, readings: readonly Reading[]): number[] {
  let most = 0;
  for (const { name } of readings) most = Math.max(most, index.weight(name));
  return readings.map(({ name }) => (most === 0 ? 1 : Math.max(0.001, index.weight(name) / most)));
}

function gather(index: NameIndex, blocks: readonly ReadBlock[], asOfDay: number | null): ArticleEvidence {
  const isOrdinary = smallWords(blocks);
  const certain = new Map<number, Certain[]>();
  const nothing: ArticleEvidence = {
    certain,
    companions: new Set(),
    countries: new Set(),
    strangers: new Set(),
    isOrdinary,
  };
  const taken: (readonly { start: number; end: number }[])[] = [];
  blocks.forEach((block, b) => {
    const spans: { start: number; end: number }[] = [];
    let from = 0;
    block.hits.forEach((hit, h) => {
      if (hit.start < from) return;
      const readings = (block.readings[h]?.names ?? []).filter(
        ({ name, refusal }) => refusal === null && standsAlone(index, name),
      );
      if (readings.length === 0) return;
      const scene = sceneOf(index, block, hit, nothing, asOfDay);
      const { form } = scene;
      const shares = sharesOf(index, readings);
      const options = bestByTarget(readings.map((reading, i) => weigh(scene, reading, shares[i] ?? 1)));
      const accepted = options.filter(({ refusal }) => refusal === null);
      const [best, second] = accepted;
      if (!best) return;
      from = hit.end;
      spans.push({ start: hit.start, end: hit.end });
      if (second && best.score - second.score < closeness(index, best)) return;
      const forms = certain.get(best.target) ?? [];
      if (!forms.some((known) => known.form === form))
        forms.push({ form, surface: block.text.slice(hit.start, hit.end), block: b });
      certain.set(best.target, forms);
    });
    taken.push(spans);
  });
  const strangers = findStrangers(blocks, (b, start, end) =>
    (taken[b] ?? []).some((span) => span.start <= start && span.end >= end),
  );
  return { certain, strangers, isOrdinary, ...surroundingsOf(index, certain.keys()) };
}

/** Tells whether a name that stands by itself begins or ends at a place: a neighbour that is no part of another. */
function standing(index: NameIndex, { hits, readings }: ReadBlock) {
  return ({ start, end }: { start?: number; end?: number }): boolean =>
    hits.some(
      (hit, h) =>
        (hit.start === start || hit.end === end) &&
        (readings[h]?.names ?? []).some(
          ({ name, refusal }) =>
            refusal === null &&
            standsAlone(index, name) &&
            ((index.traits(name) & TRAIT_SEVERAL_WORDS) !== 0 || index.type(index.target(name)) !== 'thing'),
        ),
    );
}

const closeness = (index: NameIndex, { target }: Option): number =>
  index.type(target) === 'thing' ? CLOSE_THINGS : CLOSE;

/** The best option of each target, best first. */
function bestByTarget(options: readonly Option[]): Option[] {
  const byTarget = new Map<number, Option>();
  for (const option of options) {
    const known = byTarget.get(option.target);
    if (!known || isBetter(option, known)) byTarget.set(option.target, option);
  }
  return [...byTarget.values()].sort((a, b) => b.score - a.score);
}

/** An accepted reading before a refused one, then the higher score, then the refusal that came nearer to acceptance. */
function isBetter(option: Option, known: Option): boolean {
  if ((option.refusal === null) !== (known.refusal === null)) return option.refusal === null;
  if (option.refusal === null) return option.score > known.score;
  return known.refusal !== null && isUnusable(known.refusal) && !isUnusable(option.refusal);
}

function judgeBlock(
  index: NameIndex,
  block: ReadBlock,
  article: ArticleEvidence,
  asOfDay: number | null,
  mentions: Mention[],
  refused: RefusedHit[],
): void {
  let from = 0;
  block.hits.forEach((hit, h) => {
    if (hit.start < from) return;
    const readings = block.readings[h]?.names ?? [];
    if (readings.length === 0) {
      const office = asOfDay === null ? null : loneOffice(index, block, h, article.countries, asOfDay);
      if (!office || office.start < from) {
        // The agency inside the title of its head is not named: 防衛庁長官, 방위청 장관.
        if (isTitleWithoutSpaces(block, h)) from = Math.max(from, hit.end);
        return;
      }
      mentions.push(officeMention(index, block, office));
      from = office.end;
      return;
    }
    const options = weighAll(sceneOf(index, block, hit, article, asOfDay), readings);
    const verdict = decide(index, block, hit, options);
    if ('score' in verdict) mentions.push(verdict);
    else refused.push(verdict);
    // What lies inside a longer known name is part of it, whether or not that name is meant here. A form that cannot
    // be the name, because of its case or the day, is no such name.
    if ('score' in verdict || verdict.rivals.some(({ refusal }) => !isUnusable(refusal))) from = verdict.end;
  });
}

function sceneOf(
  index: NameIndex,
  block: ReadBlock,
  hit: Hit,
  article: ArticleEvidence,
  asOfDay: number | null,
): Scene {
  const around = lookAround(block, hit, article.isOrdinary, standing(index, block));
  const titles = titleEvidence(index, block, hit, around, asOfDay);
  const surface = block.text.slice(hit.start, hit.end);
  let before: readonly number[] | undefined;
  const placesBeforeHit = () => (before ??= placesBefore(index, block, hit.start));
  return { index, surface, form: surface.toLowerCase(), placesBefore: placesBeforeHit, around, titles, article, asOfDay };
}

function weighAll(scene: Scene, readings: readonly Reading[]): Option[] {
  const shares = sharesOf(scene.index, readings);
  return bestByTarget(
    readings.map((reading, i) =>
      reading.refusal === null
        ? weigh(scene, reading, shares[i] ?? 1)
        : { target: reading.target, score: Number.NEGATIVE_INFINITY, evidence: [], refusal: reading.refusal },
    ),
  );
}

function isTitleWithoutSpaces({ text, hits, readings }: ReadBlock, h: number): boolean {
  const hit = hits[h];
  return hit !== undefined && (readings[h]?.offices.length ?? 0) > 0 && text.charCodeAt(hit.start) >= 0x1100;
}

/** An office is named by its title: the card says who holds it on the day. */
function officeMention(
  index: NameIndex,
  { block, text }: ReadBlock,
  { post, start, end }: { readonly post: number; readonly start: number; readonly end: number },
): Mention {
  const surface = text.slice(start, end);
  return {
    block: block.id,
    start,
    end,
    surface,
    entity: index.reference(post),
    score: 0.8,
    evidence: [{ kind: 'office-on-day', form: surface }],
    rivals: [],
  };
}

/** The mention that a hit is, or what each reading of it lacks. */
function decide(index: NameIndex, block: ReadBlock, hit: Hit, options: readonly Option[]): Mention | RefusedHit {
  const accepted = options.filter(({ refusal }) => refusal === null);
  const [best] = accepted;
  const close = best ? accepted.filter(({ score }) => best.score - score < closeness(index, best)) : [];
  const rivals: Rival[] = options
    .filter((option) => !close.includes(option))
    .slice(0, MAX_RIVALS)
    .map(({ target, refusal }) => ({ entity: index.reference(target), refusal: refusal ?? 'rival-stronger' }));
  const end = best ? withLegalForm(block.text, hit.end) : hit.end;
  const start = best && block.style === 'prose' ? withArticle(block.text, hit.start) : hit.start;
  const place = { block: block.block.id, start, end, surface: block.text.slice(start, end) };
  if (!best) return { ...place, rivals };
  return {
    ...place,
    ...(close.length > 1
      ? { candidates: close.map(({ target }) => index.reference(target)) }
      : { entity: index.reference(best.target) }),
    score: 1 / (1 + Math.exp(-best.score)),
    evidence: best.evidence,
    rivals,
  };
}

/** A capital "The" within a sentence belongs to the name: "told The Associated Press". */
function withArticle(text: string, start: number): number {
  const at = start - 4;
  return at > 0 && text.startsWith('The ', at) && isSpace(text.charCodeAt(at - 1)) && !isSentenceStart(text, at) ? at : start;
}

/** "Paxar Corp" and "Merck and Co. Inc" are named where the record knows "Paxar" and "Merck". */
function withLegalForm(text: string, end: number): number {
  let stop = end;
  for (let count = 0; count < 3; count++) {
    let word = wordAfter(text, stop);
    if (word && count === 0 && /^and$/i.test(text.slice(word.start, word.end))) {
      word = wordAfter(text, word.end);
      if (!word || !/^co$/i.test(text.slice(word.start, word.end))) break;
    }
    const form = word && text.slice(word.start, word.end).toLowerCase();
    if (!word || !form || !LEGAL_FORMS.has(form)) break;
    if (!startsCapital(text, word.start) && !SMALL_LEGAL_FORMS.has(form)) break;
    stop = text[word.end] === '.' && LEGAL_FORMS.has(`${form}.`) ? word.end + 1 : word.end;
  }
  return stop;
}

/** Legal forms that are no words, and so are known in small letters too. */
const SMALL_LEGAL_FORMS: ReadonlySet<string> = new Set(['corp', 'inc', 'ltd', 'plc', 'gmbh']);
