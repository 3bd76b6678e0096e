/**
 * From candidates to mentions, in three passes over the article: the names in each block, who is named beyond doubt
 * anywhere, and, with that, what each name means where it stands. Every acceptance says why, every refusal too.
 */
import type { Mention, Refusal, Rival, TextBlock } from '../model/article';
import { type ArticleEvidence, EvidenceGatherer } from './article-evidence';
import { placesBefore } from './countries-beside';
import type { Hit } from './hit';
import type { NameFacts } from './name-index';
import { isUnspacedTitle, loneOffice } from './offices';
import { type ReadBlock, readBlock, STEP_CHARS } from './read-block';
import type { Reading } from './readings';
import { standsAlone } from './stands-alone';
import { Surroundings } from './surroundings';
import { LEGAL_FORMS, SMALL_LEGAL_FORMS } from './tables/english';
import { TitleEvidence } from './title-evidence';
import { withoutTwins } from './twins';
import { type Option, type Scene, weigh } from './weigh';
import { isSentenceStart, isSpace, startsCapital, wordAfter } from './words';

export interface ResolveOptions {
  /** The as-of date as a day; `null` when the article has none: dated names and offices then say nothing. */
  readonly asOfDay: number | null;
  /**
   * Told, once all names are found and before any is weighed, what those mean that can mean one thing only: as likely as
   * not their records are wanted next.
   */
  readonly onRead?: (targets: ReadonlySet<number>) => void;
}

/** Two acceptable targets closer than this, in log odds, are put to the reader instead of guessed. */
const CLOSE = 0.35;
/** Packs that call everything a thing have nothing to ask a reader with: there only a tie is one. */
const CLOSE_THINGS = 0.1;
/** Other readings that a mention names. */
const MAX_RIVALS = 8;
/** Hits, of however many blocks, after which the work can be interrupted. */
const STEP_HITS = 60;
/** Ranks an office beside names; never shown. */
const OFFICE_SCORE = 0.8;

/** An occurrence of a name that was not taken, with what each reading of it lacked. */
interface RefusedHit extends Pick<Mention, 'block' | 'start' | 'end' | 'surface'> {
  readonly rivals: readonly Rival[];
}

interface Resolution {
  readonly mentions: readonly Mention[];
  readonly refused: readonly RefusedHit[];
}

/** The mentions of an article, in the order of its text. Offsets are UTF-16 units of each block's text. */
export function resolve(index: NameFacts, blocks: readonly TextBlock[], options: ResolveOptions): Mention[] {
  return [...explain(index, blocks, options).mentions];
}

/** As `resolve`, with the occurrences that were refused and why. */
export function explain(index: NameFacts, blocks: readonly TextBlock[], options: ResolveOptions): Resolution {
  const steps = explainInSteps(index, blocks, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `resolve`, in steps of a few ms at most, so that a caller can let others work in between. */
export function* resolveInSteps(
  index: NameFacts,
  blocks: readonly TextBlock[],
  options: ResolveOptions,
): Generator<void, Mention[]> {
  return [...(yield* explainInSteps(index, blocks, options)).mentions];
}

function* explainInSteps(
  index: NameFacts,
  blocks: readonly TextBlock[],
  { asOfDay, onRead }: ResolveOptions,
): Generator<void, Resolution> {
  const read: ReadBlock[] = [];
  let chars = 0;
  for (const block of blocks) {
    read.push(readBlock(index, block, asOfDay));
    chars += block.text.length;
    if (chars < STEP_CHARS) continue;
    chars = 0;
    yield;
  }
  onRead?.(unambiguous(read));
  const gatherer = new EvidenceGatherer(index, read);
  const resolver = new Resolver(index, gatherer.nothing, asOfDay);
  for (const [b, block] of read.entries()) yield* resolver.gather(gatherer, block, b);
  const article = yield* gatherer.finish(read);
  const judge = new Resolver(index, article, asOfDay);
  for (const block of read) yield* judge.judge(block);
  return judge;
}

/** Targets of the hits that have one reading, which nothing in their form rules out. */
function unambiguous(blocks: readonly ReadBlock[]): Set<number> {
  const targets = new Set<number>();
  for (const { readings } of blocks) {
    for (const { names } of readings) {
      const [only] = names;
      if (only && names.length === 1 && only.refusal === null) targets.add(only.target);
    }
  }
  return targets;
}

const isUnusable = (refusal: Refusal): boolean => refusal === 'case' || refusal === 'name-not-valid-on-day';

/** Weighs the hits of blocks against what is known of the article. */
class Resolver implements Resolution {
  readonly mentions: Mention[] = [];
  readonly refused: RefusedHit[] = [];
  readonly #index: NameFacts;
  readonly #article: ArticleEvidence;
  readonly #asOfDay: number | null;
  /** Hits that were looked at. */
  #seen = 0;

  constructor(index: NameFacts, article: ArticleEvidence, asOfDay: number | null) {
    this.#index = index;
    this.#article = article;
    this.#asOfDay = asOfDay;
  }

  /** Tells a gatherer who is named beyond doubt in a block. */
  *gather(gatherer: EvidenceGatherer, block: ReadBlock, number: number): Generator<void> {
    gatherer.beginBlock();
    let from = 0;
    for (const [h, hit] of block.hits.entries()) {
      if (++this.#seen % STEP_HITS === 0) yield;
      if (hit.start < from) continue;
      const usable = (block.readings[h]?.names ?? []).filter(({ refusal }) => refusal === null);
      const whole = usable.filter(({ name }) => standsAlone(this.#index, name));
      const readings = whole.length > 0 ? whole : usable;
      if (readings.length === 0) continue;
      const scene = this.#sceneOf(block, hit);
      const [best, second] = this.#weighAll(scene, readings).filter(({ refusal }) => refusal === null);
      if (!best) continue;
      if (whole.length > 0) {
        from = hit.end;
        gatherer.cover({ start: hit.start, end: hit.end });
      }
      if (second && best.score - second.score < this.#closeness(best)) continue;
      const title = whole.length > 0 ? null : scene.titles.fitting(best.target);
      // A family name with its title names its holder as well as the full name does: バイデン大統領 … バイデン氏.
      if (whole.length > 0) gatherer.add(best.target, { form: scene.form, surface: scene.surface, block: number });
      else if (title !== null)
        gatherer.add(best.target, {
          form: `${title} ${scene.form}`,
          surface: scene.surface,
          block: number,
          isTitled: true,
        });
    }
  }

  /** Decides every hit of a block. */
  *judge(block: ReadBlock): Generator<void> {
    let from = 0;
    for (const [h, hit] of block.hits.entries()) {
      if (++this.#seen % STEP_HITS === 0) yield;
      if (hit.start < from) continue;
      const readings = block.readings[h]?.names ?? [];
      if (readings.length === 0) {
        from = Math.max(from, this.#judgeTitle(block, h, from));
        continue;
      }
      const verdict = this.#decide(block, hit, this.#weighAll(this.#sceneOf(block, hit), readings));
      if ('score' in verdict) this.mentions.push(verdict);
      else this.refused.push(verdict);
      // What lies inside a longer known name is part of it, whether or not that name is meant here. A form that cannot
      // be the name, because of its case or the day, is no such name.
      if ('score' in verdict || verdict.rivals.some(({ refusal }) => !isUnusable(refusal))) from = verdict.end;
    }
  }

  /** An office that is named by its title; returns where the text goes on. */
  #judgeTitle(block: ReadBlock, h: number, from: number): number {
    const hit = block.hits[h] as Hit;
    const office =
      this.#asOfDay === null ? null : loneOffice(this.#index, block, h, this.#article.countries, this.#asOfDay);
    // The agency inside the title of its head is not named: 防衛庁長官, 방위청 장관.
    if (!office || office.start < from) return isUnspacedTitle(block, h) ? hit.end : from;
    const surface = block.text.slice(office.start, office.end);
    this.mentions.push({
      block: block.block.id,
      start: office.start,
      end: office.end,
      surface,
      entity: this.#index.reference(office.post),
      score: OFFICE_SCORE,
      evidence: [{ kind: 'office-on-day', form: surface }],
      rivals: [],
    });
    return office.end;
  }

  #sceneOf(block: ReadBlock, hit: Hit): Scene {
    const index = this.#index;
    const surface = block.text.slice(hit.start, hit.end);
    const around = new Surroundings(index, block, hit, this.#article.isOrdinary);
    let places: readonly number[] | undefined;
    return {
      index,
      surface,
      form: surface.toLowerCase(),
      around,
      titles: new TitleEvidence(index, block, hit, around, this.#asOfDay),
      placesBefore: () => {
        places ??= placesBefore(index, block, hit.start);
        return places;
      },
      article: this.#article,
      asOfDay: this.#asOfDay,
    };
  }

  /** The best option of each target, best first. */
  #weighAll(scene: Scene, readings: readonly Reading[]): Option[] {
    const [only] = readings;
    if (only && readings.length === 1) return [this.#weighOne(scene, only, 1)];
    const heaviest = readings.reduce((most, { name }) => Math.max(most, this.#index.weight(name)), 0);
    const byTarget = new Map<number, Option>();
    for (const reading of readings) {
      const share = heaviest === 0 ? 1 : Math.max(LEAST_SHARE, this.#index.weight(reading.name) / heaviest);
      const option = this.#weighOne(scene, reading, share);
      const known = byTarget.get(option.target);
      if (!known || isBetter(option, known)) byTarget.set(option.target, option);
    }
    const options = [...byTarget.values()].sort((a, b) => b.score - a.score);
    return options.length < 2 ? options : withoutTwins(this.#index, options, readings);
  }

  #weighOne(scene: Scene, { name, target, refusal }: Reading, share: number): Option {
    if (refusal !== null) return { target, score: Number.NEGATIVE_INFINITY, evidence: [], refusal };
    return weigh(scene, name, target, share);
  }

  #closeness({ target }: Option): number {
    return this.#index.type(target) === 'thing' ? CLOSE_THINGS : CLOSE;
  }

  /** True for an accepted option between which and the best one only the reader can choose. */
  #isClose({ score, refusal, isBarePart }: Option, best: Option): boolean {
    if (refusal !== null) return false;
    return best.score - score < this.#closeness(best) || (isBarePart === true && best.isBarePart === true);
  }

  /** The mention that a hit is, or what each reading of it lacks. */
  #decide(block: ReadBlock, hit: Hit, options: readonly Option[]): Mention | RefusedHit {
    const index = this.#index;
    const best = options.find(({ refusal }) => refusal === null);
    const close = best ? options.filter((option) => option === best || this.#isClose(option, best)) : [];
    const rivals: Rival[] = [];
    for (const option of options) {
      if (rivals.length === MAX_RIVALS) break;
      if (close.includes(option)) continue;
      rivals.push({ entity: index.reference(option.target), refusal: option.refusal ?? 'rival-stronger' });
    }
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
}

/** A share below this counts as this: the logarithm of nothing is no number. */
const LEAST_SHARE = 0.001;

/** An accepted reading before a refused one, then the higher score, then the refusal that came nearer to acceptance. */
function isBetter(option: Option, known: Option): boolean {
  if ((option.refusal === null) !== (known.refusal === null)) return option.refusal === null;
  if (option.refusal === null) return option.score > known.score;
  return known.refusal !== null && isUnusable(known.refusal) && !isUnusable(option.refusal);
}

/** A capital "The" within a sentence belongs to the name: "told The Associated Press". */
function withArticle(text: string, start: number): number {
  const at = start - 'The '.length;
  const isThe = at > 0 && text.startsWith('The ', at) && isSpace(text.charCodeAt(at - 1));
  return isThe && !isSentenceStart(text, at) ? at : start;
}

/** Words of the longest legal form: "and Co Inc". */
const MAX_LEGAL_WORDS = 3;

/** "Paxar Corp" and "Merck and Co. Inc" are named where the record knows "Paxar" and "Merck". */
function withLegalForm(text: string, end: number): number {
  let stop = end;
  for (let count = 0; count < MAX_LEGAL_WORDS; count++) {
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
