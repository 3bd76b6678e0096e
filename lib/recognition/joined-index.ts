/**
 * Two indexes as one: the packs', and a small second one with the reader's own names, which is compiled anew at every
 * change while the large one stays as it is. Numbers of the second follow those of the first. A name of the reader's for
 * something that a pack knows means the pack's target.
 */
import type { Reference } from '../model/ids';
import type { Hit } from './hit';
import type { HeldPost, NameFacts, NameIndex } from './name-index';

/** Number of the pack that the reader's own names are. */
const AFTER_ALL = 0xffff;

/** Joins `own` to `base`. `sameAs`: targets of `base` by the references under which `own` has names for them. */
export class JoinedIndex implements NameFacts {
  readonly #base: NameIndex;
  readonly #own: NameIndex;
  /** For each target of `own`, the number under which it is known here. */
  readonly #targets: Int32Array;
  /** For each target of `own` that has a number of its own here, that of `own`. */
  readonly #forms: number;
  readonly #names: number;
  readonly #offices: number;
  readonly #targetCount: number;

  constructor(base: NameIndex, own: NameIndex, sameAs: ReadonlyMap<Reference, number>) {
    this.#base = base;
    this.#own = own;
    this.#forms = base.formCount;
    this.#names = base.nameCount;
    this.#offices = base.officeCount;
    this.#targetCount = base.targetCount;
    this.#targets = Int32Array.from(
      { length: own.targetCount },
      (_, target) => sameAs.get(own.reference(target)) ?? this.#targetCount + target,
    );
  }

  /** Hits of both, in order of start and the longest first at each. */
  find(text: string): readonly Hit[] {
    const own = this.#own.find(text);
    const base = this.#base.find(text);
    if (own.length === 0) return base;
    const shifted = own.map(({ form, start, end }) => ({ form: form + this.#forms, start, end }));
    return [...base, ...shifted].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The number here of a target of the second index; -1 stays -1. */
  #here(target: number): number {
    return target < 0 ? target : (this.#targets[target] ?? -1);
  }

  #ofName<T>(name: number, ask: (index: NameIndex, name: number) => T): T {
    return name < this.#names ? ask(this.#base, name) : ask(this.#own, name - this.#names);
  }

  #ofTarget<T>(target: number, ask: (index: NameIndex, target: number) => T): T {
    return target < this.#targetCount ? ask(this.#base, target) : ask(this.#own, target - this.#targetCount);
  }

  namesOf = (form: number): readonly [first: number, end: number] => {
    if (form < this.#forms) return this.#base.namesOf(form);
    const [first, end] = this.#own.namesOf(form - this.#forms);
    return [first + this.#names, end + this.#names];
  };

  target = (name: number): number =>
    name < this.#names ? this.#base.target(name) : this.#here(this.#own.target(name - this.#names));
  kind = (name: number) => this.#ofName(name, (index, at) => index.kind(at));
  isCaseSensitive = (name: number) => this.#ofName(name, (index, at) => index.isCaseSensitive(at));
  isCapitalised = (name: number) => this.#ofName(name, (index, at) => index.isCapitalised(at));
  needsContext = (name: number) => this.#ofName(name, (index, at) => index.needsContext(at));
  needsTitle = (name: number) => this.#ofName(name, (index, at) => index.needsTitle(at));
  traits = (name: number) => this.#ofName(name, (index, at) => index.traits(at));
  weight = (name: number) => this.#ofName(name, (index, at) => index.weight(at));
  original = (name: number) => this.#ofName(name, (index, at) => index.original(at));
  isValidOn = (name: number, day: number) => this.#ofName(name, (index, at) => index.isValidOn(at, day));

  type = (target: number) => this.#ofTarget(target, (index, at) => index.type(at));
  placeKind = (target: number) => this.#ofTarget(target, (index, at) => index.placeKind(at));
  prominence = (target: number) => this.#ofTarget(target, (index, at) => index.prominence(at));
  /** The second index comes after all packs of the first. */
  pack = (target: number): number => (target < this.#targetCount ? this.#base.pack(target) : AFTER_ALL);
  reference = (target: number) => this.#ofTarget(target, (index, at) => index.reference(at));
  country = (target: number): number =>
    target < this.#targetCount ? this.#base.country(target) : this.#here(this.#own.country(target - this.#targetCount));

  companions(target: number): ArrayLike<number> & Iterable<number> {
    if (target < this.#targetCount) return this.#base.companions(target);
    return Array.from(this.#own.companions(target - this.#targetCount), (companion) => this.#here(companion));
  }

  *posts(target: number): Generator<HeldPost> {
    if (target < this.#targetCount) yield* this.#base.posts(target);
    else for (const held of this.#own.posts(target - this.#targetCount)) yield this.#heldHere(held);
  }

  #heldHere(held: HeldPost): HeldPost {
    return {
      ...held,
      post: this.#here(held.post),
      of: this.#here(held.of),
      number: held.number + this.#offices,
    };
  }

  *titles(number: number): Generator<string> {
    if (number < this.#offices) yield* this.#base.titles(number);
    else yield* this.#own.titles(number - this.#offices);
  }

  *holders(post: number): Generator<{ readonly holder: number; readonly held: HeldPost }> {
    if (post < this.#targetCount) yield* this.#base.holders(post);
    const own = post < this.#targetCount ? this.#targets.indexOf(post) : post - this.#targetCount;
    if (own < 0) return;
    for (const { holder, held } of this.#own.holders(own)) {
      yield { holder: this.#here(holder), held: this.#heldHere(held) };
    }
  }
}
