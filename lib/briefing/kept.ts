/** What is pinned or noted, as it is listed beside an article. */
import type { OwnRecord, Subject } from '../model/own';
import { subjectKey } from '../settings/own-schemas';
import { parseEdtf, partRelativeTo } from '../text/edtf';
import type { OwnModel } from './own-models';

/** One thing with what the reader has on it. */
export interface Kept {
  /** Of its pin and its note. */
  readonly id: string;
  readonly subject: Subject;
  /** When it was pinned or noted last. */
  readonly at: number;
  readonly pin: OwnRecord<'pins'> | undefined;
  readonly note: OwnRecord<'notes'> | undefined;
}

export interface KeptLists {
  /** The article in front, kept or not. */
  readonly here: Kept | null;
  /** The latest first. */
  readonly others: readonly Kept[];
  /** Events that had not happened by the day that is read: shown only when asked for. */
  readonly later: readonly Kept[];
}

/** `asOfDay`: an ISO date; `null` where nothing is read as of a day. */
export function listKept(model: Pick<OwnModel, 'pins' | 'notes' | 'article'>, asOfDay: string | null): KeptLists {
  const all = keptOf(model);
  const { article } = model;
  const here = article && (all.find(({ id }) => id === subjectKey(article)) ?? toKept(article));
  const rest = all.filter(({ id }) => id !== here?.id);
  const later = rest.filter(({ subject }) => isLater(subject, asOfDay));
  return { here, others: rest.filter((one) => !later.includes(one)), later };
}

function isLater(subject: Subject, asOfDay: string | null): boolean {
  const date = subject.kind === 'record' && subject.date !== undefined ? parseEdtf(subject.date) : null;
  const day = asOfDay === null ? null : parseEdtf(asOfDay);
  return date !== null && day !== null && partRelativeTo(date, day.first) === 'since';
}

const toKept = (subject: Subject): Kept => ({
  id: subjectKey(subject),
  subject,
  at: 0,
  pin: undefined,
  note: undefined,
});

function keptOf({ pins, notes }: Pick<OwnModel, 'pins' | 'notes'>): Kept[] {
  const all = new Map<string, Kept>();
  for (const pin of pins) all.set(pin.id, { ...toKept(pin.value.subject), id: pin.id, at: pin.value.at, pin });
  for (const note of notes) {
    const known = all.get(note.id) ?? { ...toKept(note.value.subject), id: note.id };
    all.set(note.id, { ...known, at: Math.max(known.at, note.value.at), note });
  }
  return [...all.values()].sort((a, b) => b.at - a.at);
}
