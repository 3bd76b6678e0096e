/** What the views are given of "Brief me on …": a name's entities in the packs, or what a look-up found. */
import type { AsOf } from '../model/article';
import type { ShownText } from '../model/localized';
import type { EdtfText, EntityType } from '../model/pack';
import type { CardModel, RoleBlock } from './view-models';

/** Where something is from, under which licence, and when it was read there. */
export interface LookUpSource {
  readonly publisher: 'Wikipedia' | 'Wikidata';
  readonly title: string;
  readonly url: string | null;
  readonly license: { readonly name: string; readonly url: string };
  /** Shown in part: its license wants that said. */
  readonly isExcerpt: boolean;
  readonly retrieved: EdtfText;
}

/** A position in the list of all. */
export interface PositionLine {
  readonly title: ShownText;
  readonly from: EdtfText | null;
  /** Never later than the day that is read on. */
  readonly to: EdtfText | null;
  /** Still held on this day, the last for which anything is asserted. */
  readonly stillOn: EdtfText | null;
  /** Whether and when it ended is not known: it is not said to be held. */
  readonly hasUnknownEnd: boolean;
}

export interface LifeDate {
  readonly kind: 'born' | 'died' | 'founded' | 'dissolved';
  readonly date: EdtfText;
}

/** What a look-up found of one thing. */
export interface LookUpModel {
  readonly type: EntityType;
  readonly name: ShownText;
  readonly otherNames: readonly ShownText[];
  /** The article's day, or the day of the look-up where there is no article. */
  readonly asOf: AsOf;
  readonly retrieved: EdtfText;
  readonly isToday: boolean;
  readonly life: readonly LifeDate[];
  /** `null` where no office is known at all. */
  readonly roles: RoleBlock | null;
  /** Begun by the day, the latest first. */
  readonly positions: readonly PositionLine[];
  /** Begun after the day: shown when asked for. */
  readonly later: readonly PositionLine[];
  /** Wikidata's few words, and the beginning of Wikipedia's page. */
  readonly short: ShownText | null;
  readonly summary: ShownText | null;
  /** The texts are much younger than the article and may tell what came after it: shown when asked for. */
  readonly textsAreLater: boolean;
  /** Wikipedia has a page, and it could not be read. */
  readonly isWithoutSummary: boolean;
  readonly sources: readonly LookUpSource[];
}

/** One of several that a name may mean. */
export interface LookUpOption {
  readonly item: string;
  readonly name: ShownText;
  readonly description: ShownText | null;
}

/** Why there is nothing to show. `no-name`: what was selected is no name. `nothing`: nothing is called so. */
export type BriefProblem =
  | 'no-name'
  | 'nothing'
  | 'offline'
  | 'rate-limited'
  | 'busy'
  | 'timeout'
  | 'unexpected'
  | 'aborted';

/** The answer to "Brief me on …". */
export type BriefAnswer =
  | { readonly state: 'known'; readonly cards: readonly CardModel[] }
  /** No pack knows the name, and look-ups are off. */
  | { readonly state: 'off' }
  | { readonly state: 'choice'; readonly options: readonly LookUpOption[] }
  | { readonly state: 'found'; readonly model: LookUpModel }
  /** `until`: when it may be tried again, ms since 1970. */
  | { readonly state: 'failed'; readonly problem: BriefProblem; readonly until: number | null };

/** One request in the list of all. */
export interface RequestModel {
  /** ms since 1970. */
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly bytes: number;
}
