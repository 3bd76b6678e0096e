/** What a look-up found, as records of the pack format: a pack of one entity, with the texts that no pack would hold. */
import type { InterfaceLanguage, LanguageTag } from '../../model/localized';
import type { EdtfText, Entity, PackHeader, Source } from '../../model/pack';

/** A text as it was on the day of the look-up; it may tell what came after any article. */
export interface DatedText {
  readonly text: string;
  readonly lang: LanguageTag;
}

export interface LookedUp {
  /** The item of Wikidata: `Q42`. */
  readonly item: string;
  /** The reader's language, in which it was looked up. */
  readonly lang: InterfaceLanguage;
  /** The day of the look-up. */
  readonly retrieved: EdtfText;
  readonly header: PackHeader;
  readonly entity: Entity;
  readonly sources: readonly Source[];
  /**
   * Wikidata's few words, and the beginning of Wikipedia's page. Both name offices and dates as of today, so that neither
   * can be the entity's description (`DESIGN.md`, no hindsight).
   */
  readonly short: DatedText | null;
  readonly summary: DatedText | null;
}

/** One thing that a name may mean. */
export interface SearchHit {
  readonly item: string;
  readonly label: DatedText;
  readonly description: DatedText | null;
  /** The form that was found: a label or an alias. */
  readonly matched: string;
}
