/** What a title beside a family name says of whom it can mean. */
import type { NameIndex } from './name-index';
import { hasHeld, holds, holdsAny, isFormer, type OfficeTitle, officeAfter, officeBefore, type ReadBlock } from './offices';
import type { Hit } from './scan';
import type { Surroundings, Title } from './surroundings';
import { FIRM_NOUNS } from './tables/english';
import { isDemonym } from './tables/english-people';
import { wordAfter, wordBefore } from './words';

export interface TitleEvidence {
  /** The title, as the text has it in small letters, that names this holder; `null` for none. */
  readonly of: (target: number, isLastPart: boolean) => string | null;
  /** True when a title of an office stands here that this target did not hold on the day. */
  readonly isAnothers: (target: number) => boolean;
}

/** Titles are looked up when first asked for. */
export function titleEvidence(
  index: NameIndex,
  block: ReadBlock,
  hit: Hit,
  around: Surroundings,
  asOfDay: number | null,
): TitleEvidence {
  const { text } = block;
  let office: OfficeTitle | null | undefined;
  const find = (): OfficeTitle | null => {
    if (office === undefined) {
      office = isOfSomethingElse(text, hit.end) ? null : (officeBefore(index, block, hit.start) ?? officeAfter(index, block, hit.end));
      if (office && isOfFirm(text, office.start)) office = null;
    }
    return office;
  };
  const surface = ({ start, end }: OfficeTitle): string => text.slice(start, end).toLowerCase();
  const isHolder = (target: number, found: OfficeTitle): boolean => {
    if (asOfDay === null) return false;
    const before = found.end <= hit.start;
    const isPast = isFormer(text, before ? found.phraseStart : hit.start) || PAST.test(text.slice(hit.end, found.start));
    return isPast ? hasHeld(index, target, found.posts, asOfDay) : holds(index, target, found.posts, asOfDay);
  };
  return {
    of(target, isLastPart) {
      const found = find();
      if (found) return isHolder(target, found) ? surface(found) : null;
      if (isOfSomethingElse(text, hit.end)) return null;
      const before = around.titleBefore();
      const title = before ?? around.titleAfter();
      if (!title || title.isCourtesy || isQualified(text, title, before !== null)) return null;
      const isThing = index.type(target) === 'thing';
      if (isThing ? isLastPart : asOfDay !== null && holdsAny(index, target, asOfDay) && !isPostOfOthers(index, title))
        return title.form;
      return null;
    },
    isAnothers(target) {
      const found = find();
      return found !== null && found.posts.length > 0 && !isHolder(target, found);
    },
  };
}

/** Between a name and its title in Japanese, Chinese and Korean: 石破前首相. */
const PAST = /^[\s]?(?:前|元|전|故)\s?$/;

/** A title that only tables know can be anybody's who holds an office. */
const isPostOfOthers = (_index: NameIndex, _title: Title): boolean => false;

/** "President Kim of the rowing club" */
function isOfSomethingElse(text: string, end: number): boolean {
  const of = wordAfter(text, end);
  if (!of || text.slice(of.start, of.end) !== 'of') return false;
  const next = wordAfter(text, of.end);
  return next !== null && /^(?:the|a|an)$/.test(text.slice(next.start, next.end));
}

/** "Company President Lee" */
function isOfFirm(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  return word !== null && FIRM_NOUNS.has(text.slice(word.start, word.end).toLowerCase());
}

/** "Vice Minister Lee" where only "minister" is known, "British Premier Lee" where no pack knows Britain's. */
function isQualified(text: string, title: Title, isBefore: boolean): boolean {
  if (!isBefore) return false;
  const word = wordBefore(text, title.at);
  if (!word) return false;
  const small = text.slice(word.start, word.end).toLowerCase();
  return /^(?:vice|deputy|assistant|shadow|former|ex|late)$/.test(small) || isDemonym(small) || FIRM_NOUNS.has(small);
}
