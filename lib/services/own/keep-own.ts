/** What is the reader's own, for whoever shows or changes it, and for recognition: a private window has its own view. */
import type { OwnModel } from '../../briefing/own-models';
import type { Mention } from '../../model/article';
import type { Reference } from '../../model/ids';
import {
  OWN_TABLES,
  type OwnRecord,
  type OwnTable,
  type OwnValues,
  type RecordSubject,
  type Rule,
  type Subject,
} from '../../model/own';
import { ownId, subjectKey } from '../../settings/own-schemas';
import { applyRules, isSubject, type ResolvedRule, type RulePlace, rulesFor } from '../../settings/rules';
import type { JoinedKnowledge, Knowledge } from '../knowledge';
import { namedIn, type PageState } from '../page-state';
import { toArticle } from './articles';
import { compileOwnNames, joinOwnNames, type OwnNames } from './own-names';
import type { OwnRecords } from './ports';
import { findSubject, sameAsOf, subjectOf } from './subjects';

interface OwnPorts {
  readonly stored: OwnRecords;
  /** As a private window sees them. */
  readonly inPrivate: OwnRecords;
  /** Told after every change. */
  readonly changed: (table: OwnTable) => void;
  /** Resolves when an article should not wait any longer for what the reader made. */
  readonly patience: () => Promise<void>;
}

/** Records are read here, nothing is looked for. */
type Shown = Pick<Knowledge, 'get'>;

/** Which window asks. */
interface Window {
  readonly private: boolean;
}

export interface Own {
  /** What popup, panel and options show. `state`: of the article in front; `knowledge`: of the packs, if there is any. */
  show(state: PageState | null, knowledge: Shown | null, window: Window): Promise<OwnModel>;
  /** Writes a record. Resolves to its id. */
  put<T extends OwnTable>(table: T, value: OwnValues[T], window: Window): Promise<string>;
  remove(table: OwnTable, id: string, window: Window): Promise<void>;
  /** What is stored of a reference, or, for `null`, of the article in front. */
  subject(reference: Reference | null, state: PageState | null, knowledge: Shown | null): Promise<Subject | null>;
  /** Knowledge that finds the reader's names as well. */
  join(knowledge: Knowledge, window: Window): Promise<JoinedKnowledge>;
  /** True for words found by a name of the reader's and by none of the packs' that is longer: a page must not see from its marks that they are. */
  isOwnName(knowledge: Pick<Knowledge, 'index'>, window: Window): Promise<(surface: string) => boolean>;
  /** Mentions as the reader's rules have them. */
  rule(
    mentions: readonly Mention[],
    place: RulePlace,
    knowledge: JoinedKnowledge,
    window: Window,
  ): Promise<readonly Mention[]>;
  /** Reads what the first article will want. */
  prepare(): void;
  /** What was read may be what it was no longer: the last private window has closed. */
  reset(): void;
  /** Records may have changed by another way: another device, a backup, an erasure. */
  reread(): Promise<void>;
}

/** What recognition wants of the reader's records: names compiled, and what they were last joined to. */
interface Wanted {
  readonly names: OwnNames | null;
  readonly rules: readonly Rule[];
  /** Names and rules as they were read: equal where nothing is different. */
  readonly text: string;
  joined: { readonly base: Knowledge; readonly knowledge: Promise<JoinedKnowledge> } | null;
}
const NOTHING: Wanted = { names: null, rules: [], text: '', joined: null };

/** A reading of them, begun once and shared. */
interface Read {
  readonly arriving: Promise<Wanted>;
  /** Set when they have arrived. */
  wanted: Wanted | null;
  /** From the first article on that wants them; all wait together. */
  patience: Promise<null> | null;
  /** An article was read without them. */
  isMissed: boolean;
}

export function createOwn({ stored, inPrivate, changed, patience }: OwnPorts): Own {
  const recordsOf = (window: Window): OwnRecords => (window.private ? inPrivate : stored);
  const readings = new Map<boolean, Read>();
  const reset = (): void => readings.clear();

  const read = (window: Window): Read => {
    const known = readings.get(window.private);
    if (known) return known;
    const arriving = readWanted(recordsOf(window)).catch((error: unknown) => {
      console.warn('Sidelight: the reader’s own records cannot be read', error);
      return NOTHING;
    });
    const made: Read = { arriving, wanted: null, patience: null, isMissed: false };
    readings.set(window.private, made);
    void arriving.then((wanted) => {
      made.wanted = wanted;
      // Articles that were read without them are read again, if there is anything to make a difference.
      if (!made.isMissed || readings.get(window.private) !== made) return;
      if (wanted.names) changed('names');
      else if (wanted.rules.length > 0) changed('rules');
    });
    return made;
  };

  /** What has arrived; an article waits a little for it, once, and is then read without. */
  const want = async (window: Window): Promise<Wanted> => {
    const own = read(window);
    if (own.wanted) return own.wanted;
    own.patience ??= patience().then(() => null);
    const wanted = await Promise.race([own.arriving, own.patience]);
    own.isMissed ||= wanted === null;
    return wanted ?? NOTHING;
  };

  const note = (table: OwnTable): void => {
    if (table === 'names' || table === 'rules') reset();
    changed(table);
  };

  return {
    async show(state, knowledge, window) {
      const records = recordsOf(window);
      const [pins, notes, names, rules] = (await Promise.all(
        OWN_TABLES.map(async (table) => latestFirst(await records.list(table))),
      )) as [OwnRecord<'pins'>[], OwnRecord<'notes'>[], OwnRecord<'names'>[], OwnRecord<'rules'>[]];
      const article = toArticle(state);
      const subjects = [...pins, ...notes].flatMap(({ value: { subject } }) =>
        subject.kind === 'record' ? [subject] : [],
      );
      const storedAs = state && knowledge ? await storedUnder(subjects, namedIn(state.mentions), knowledge) : {};
      return { pins, notes, names, rules, article, storedAs, isPrivate: window.private };
    },

    async put(table, value, window) {
      const id = ownId(table, value);
      await recordsOf(window).put(table, id, value);
      note(table);
      return id;
    },

    async remove(table, id, window) {
      await recordsOf(window).remove(table, id);
      note(table);
    },

    async subject(reference, state, knowledge) {
      if (reference === null) return toArticle(state);
      return knowledge && subjectOf(knowledge, reference);
    },

    async join(knowledge, window) {
      const own = await want(window);
      if (!own.names) return knowledge;
      if (own.joined?.base !== knowledge) {
        const joining = joinOwnNames(knowledge, own.names);
        own.joined = { base: knowledge, knowledge: joining };
        joining.catch(() => {
          own.joined = null;
        });
      }
      return own.joined.knowledge;
    },

    async isOwnName({ index }, window) {
      const { names } = await want(window);
      if (!names) return () => false;
      return (surface) => {
        const longest = Math.max(0, ...index.find(surface).map(({ start, end }) => end - start));
        return names.index.find(surface).some(({ start, end }) => end - start >= longest);
      };
    },

    async rule(mentions, place, knowledge, window) {
      const rules = rulesFor((await want(window)).rules, place);
      if (rules.length === 0) return mentions;
      const records = await knowledge.get([...namedIn(mentions)]);
      const resolved = await Promise.all(
        rules.map(
          async (rule): Promise<ResolvedRule> => ({
            rule,
            isAbout: (reference) => isSubject(rule.subject, reference, sameAsOf(records.get(reference))),
            instead: rule.instead && (await findSubject(knowledge, rule.instead)),
          }),
        ),
      );
      return applyRules(mentions, resolved);
    },

    prepare: () => void read({ private: false }),
    reset,

    async reread() {
      const before = await readings.get(false)?.arriving;
      reset();
      const { text } = await read({ private: false }).arriving;
      changed(before === undefined || text === before.text ? 'pins' : 'rules');
    },
  };
}

async function readWanted(records: OwnRecords): Promise<Wanted> {
  const [names, rules] = await Promise.all([records.list('names'), records.list('rules')]);
  return {
    names: compileOwnNames(names.map(({ value }) => value)),
    rules: rules.map(({ value }) => value),
    text: JSON.stringify([names, rules]),
    joined: null,
  };
}

const latestFirst = <T extends OwnTable>(records: readonly OwnRecord<T>[]): OwnRecord<T>[] =>
  [...records].sort((a, b) => b.value.at - a.value.at || (a.id < b.id ? -1 : 1));

/** Of today's references those under which nothing is stored, but something that is the same. */
async function storedUnder(
  subjects: readonly RecordSubject[],
  named: ReadonlySet<Reference>,
  knowledge: Shown,
): Promise<Record<string, Reference>> {
  const direct = new Set<string>(subjects.map(subjectKey));
  const elsewhere = subjects.filter(({ sameAs, reference }) => sameAs.length > 0 && !named.has(reference));
  if (elsewhere.length === 0) return {};
  const open = [...named].filter((reference) => !direct.has(reference));
  const records = await knowledge.get(open);
  return Object.fromEntries(
    open.flatMap((reference) => {
      const same = elsewhere.find((subject) => isSubject(subject, reference, sameAsOf(records.get(reference))));
      return same ? [[reference, same.reference] as const] : [];
    }),
  );
}
