/** Records in the making: readers add to them until all sources are joined, then they are written. */
import type { Localized } from '../../model/localized';
import type { EntityType, EventStatus, Name, NameKind, PlaceKind } from '../../model/pack';
import type { SourceKey } from './sources';

export type DraftName = { -readonly [K in keyof Name]: Name[K] };

export interface DraftRole {
  readonly title: Localized;
  readonly source: SourceKey;
  readonly post?: Draft;
  readonly of?: Draft;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly capacity?: 'acting' | 'interim';
}

interface DraftRelation {
  readonly kind: string;
  readonly to: Draft;
  readonly source: SourceKey;
  readonly asOf?: string;
  readonly confidence?: 'partly verified';
}

export interface Draft {
  readonly type: EntityType;
  /** What the id is made of. */
  slug: string;
  /** Added to the slug where several records want the same: a code of the country, say. */
  readonly tag: string;
  qid?: string;
  label: Record<string, string | { text: string; auto: true }>;
  readonly names: DraftName[];
  readonly sources: Set<SourceKey>;
  readonly roles: DraftRole[];
  readonly relations: DraftRelation[];
  readonly sameAs: Set<string>;
  prominence: number;
  placeKind?: PlaceKind;
  description?: Localized;
  reading?: Localized;
  born?: string;
  died?: string;
  founded?: string;
}

export interface DraftEvent {
  readonly slug: string;
  readonly tag: string;
  readonly qid?: string;
  readonly date: string;
  readonly kind: string;
  readonly status: EventStatus;
  readonly title: Localized;
  readonly participants: readonly Draft[];
  readonly places: readonly Draft[];
  readonly names: DraftName[];
  readonly source: SourceKey;
}

export interface DraftSeries {
  readonly slug: string;
  readonly title: Localized;
  readonly counts: Localized;
  readonly events: readonly DraftEvent[];
  readonly from: string;
  readonly to: string;
  readonly completeness: 'complete' | 'gaps' | 'sample';
  readonly source: SourceKey;
}

interface DraftStart {
  readonly type: EntityType;
  readonly slug: string;
  readonly tag?: string;
  readonly label: Draft['label'];
  readonly source: SourceKey;
  readonly prominence?: number;
  readonly qid?: string | undefined;
}

export function createDraft({ type, slug, tag = '', label, source, prominence = 0, qid }: DraftStart): Draft {
  return {
    type,
    slug,
    tag,
    label,
    names: [],
    sources: new Set([source]),
    roles: [],
    relations: [],
    sameAs: new Set(),
    prominence,
    ...(qid ? { qid } : {}),
  };
}

/** Marks of direction, joiners and soft hyphens that come along when names are copied from pages. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

export const tidy = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** Names that a record may have (`lib/packs/limits.ts` allows 256): those of the languages read first. */
const MAX_NAMES = 240;

/** Adds a name unless the record bears it already. Longer than a name can be, or one too many: left out. */
export function addName(
  { names }: { readonly names: DraftName[] },
  text: string | null | undefined,
  lang: string,
  kind: NameKind,
  rules: Partial<DraftName> = {},
): void {
  const tidied = tidy(text ?? '');
  if (tidied === '' || tidied.length > 120 || names.length >= MAX_NAMES || names.some((name) => name.text === tidied))
    return;
  names.push({ text: tidied, lang, kind, ...rules });
}

/** The English label, or any. */
export function labelOf({ label }: Pick<Draft, 'label'>): string {
  const value = label.en ?? Object.values(label)[0] ?? '';
  return typeof value === 'string' ? value : value.text;
}
