/**
 * Holds the knowledge of this context: opened once, shared by everybody who asks, opened anew when it has changed. What
 * is stored is opened first and answered with; whether it is what it should be is looked into when nobody waits. Where
 * it cannot be opened, what ships with the extension stands in, and now and then it is tried again.
 */
import type { Knowledge, OpenedKnowledge } from './knowledge';
import type { Trouble } from './knowledge-trouble';
import type { Slices } from './slices';

/** What has become of an attempt to change the stored knowledge: it is being done `elsewhere`, and takes its time. */
export type Outcome = 'same' | 'changed' | 'elsewhere';

export interface KnowledgePorts {
  /** Opens what is stored; `null` when nothing is, or when its index is being compiled elsewhere. */
  readonly open: () => Promise<OpenedKnowledge | null>;
  /** Keeps the stored knowledge in order. Left out by pages that only read it. */
  readonly keeper?: KnowledgeKeeper;
}

/** What the background does for the stored knowledge besides reading it. */
export interface KnowledgeKeeper {
  /** Brings the installed packs up to date. */
  readonly update: () => Promise<Outcome>;
  /** Throws a damaged index away: who opens the knowledge next has it compiled again. */
  readonly discard: (fingerprint: string) => Promise<void>;
  /** Whether an index has been looked through for damage, in this session of the browser. */
  readonly wasVerified: (fingerprint: string) => Promise<boolean>;
  readonly setVerified: (fingerprint: string) => Promise<void>;
  /** Runs a task when nobody is likely to wait: some time after the knowledge was opened. */
  readonly later: (task: () => void) => void;
  /** Told after each attempt why the stored knowledge cannot be used; `null`: it can, or is being prepared. */
  readonly tell: (trouble: Trouble | null) => Promise<void>;
  /** False for a while after an attempt that failed, whichever life of the background it was in. */
  readonly mayTry: () => Promise<boolean>;
  /** What an error says of the database; `null` when it is about something else. */
  readonly troubleOf: (error: unknown) => Trouble | null;
  /** What can be known without the stored knowledge; `null` when not even that. */
  readonly standIn: () => Promise<Knowledge | null>;
  /** Other knowledge has become current. */
  readonly changed: () => void;
  readonly slices: Slices;
}

export interface KnowledgeHolder {
  /**
   * What is known; waits for an installation in this context. `null`: nothing could be installed or opened (yet), and
   * nothing can stand in.
   */
  get(): Promise<Knowledge | null>;
  /** Throws away what is held; the next `get` opens again. */
  reset(): void;
  /** Tries at once to do without the stand-in, if there is one. */
  retry(): Promise<void>;
}

/** What came of a piece of work, or what went wrong. */
type Attempt<T> = { readonly value: T } | { readonly error: unknown };

export function createKnowledgeHolder({ open, keeper }: KnowledgePorts): KnowledgeHolder {
  let held: Promise<Knowledge | null> | null = null;
  /** Set while what is held only stands in for what is stored. */
  let standIn: Promise<Knowledge | null> | null = null;
  let retrying: Promise<void> | null = null;

  /** What went wrong is said in the console; the knowledge that stands is used all the same. */
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<Attempt<T>> => {
    try {
      return { value: await work() };
    } catch (error) {
      console.error(`Sidelight: the knowledge cannot be ${what}`, error);
      return { error };
    }
  };
  const tryOpen = () => attempt('opened', open);
  const tryUpdate = ({ update }: KnowledgeKeeper) => attempt('brought up to date', update);

  /** Once after each opening: are these the packs, and is the index what was written? */
  const maintain = async (by: KnowledgeKeeper, opened: OpenedKnowledge): Promise<void> => {
    const updated = await tryUpdate(by);
    const outcome = 'value' in updated ? updated.value : null;
    if (outcome === 'changed') {
      held = null;
      by.changed();
    }
    if (outcome !== 'same' || (await by.wasVerified(opened.fingerprint))) return;
    if (await isSound(opened, by.slices)) await by.setVerified(opened.fingerprint);
    else await repair(by, opened);
  };

  const repair = async (by: KnowledgeKeeper, { fingerprint }: OpenedKnowledge): Promise<void> => {
    console.warn('Sidelight: the name index is damaged');
    await attempt('repaired', () => by.discard(fingerprint));
    held = null;
    if (await get()) by.changed();
  };

  const standInFor = async (by: KnowledgeKeeper): Promise<Knowledge | null> => {
    const standing = await attempt('replaced', by.standIn);
    return 'value' in standing ? standing.value : null;
  };

  /** Says what is wrong, and tries again once it has passed by itself. Until it is told, the next who asks would try too. */
  const tellTrouble = async (by: KnowledgeKeeper, error: unknown): Promise<void> => {
    const trouble = by.troubleOf(error) ?? { kind: 'storage' };
    await by.tell(trouble);
    trouble.over?.then(retry, () => undefined);
  };

  const takeShelter = (by: KnowledgeKeeper): Promise<Knowledge | null> => {
    standIn ??= standInFor(by);
    return standIn;
  };

  /** What is stored, installed first where nothing is; `null` while others install it. */
  const loadStored = async (by: KnowledgeKeeper): Promise<Attempt<Knowledge | null>> => {
    const opened = await tryOpen();
    if ('value' in opened && opened.value) {
      const { value } = opened;
      // The part that cards need is being read; without it there are none.
      value.directory().catch(() => void repair(by, value));
      by.later(() => void maintain(by, value).catch(() => undefined));
      return opened;
    }
    if ('error' in opened && by.troubleOf(opened.error)) return opened;
    const updated = await tryUpdate(by);
    // Also where more is on its way: the first few packs may have been installed here. Nothing still: it is being
    // installed, or its index compiled, elsewhere.
    const installed = await tryOpen();
    return 'error' in updated && 'value' in installed && !installed.value ? updated : installed;
  };

  const load = async (): Promise<Knowledge | null> => {
    if (!keeper) {
      const opened = await tryOpen();
      return 'value' in opened ? opened.value : null;
    }
    if (!(await keeper.mayTry())) return takeShelter(keeper);
    const loaded = await loadStored(keeper);
    if ('error' in loaded) {
      await tellTrouble(keeper, loaded.error);
      return takeShelter(keeper);
    }
    standIn = null;
    void keeper.tell(null);
    return loaded.value;
  };

  const get = (): Promise<Knowledge | null> => {
    if (held) {
      if (standIn) void keeper?.mayTry().then((may) => (may ? retry() : undefined));
      return held;
    }
    const loading = load().then((knowledge) => {
      // Next time again: it may be there by then.
      if (knowledge === null && held === loading) held = null;
      return knowledge;
    });
    held = loading;
    return loading;
  };

  /** Who asks meanwhile is answered by what stands in. */
  const retry = async (): Promise<void> => {
    // In a life of the background that has only begun it is not known yet whether something stands in.
    await held;
    if (!keeper || !standIn) return;
    const by = keeper;
    retrying ??= loadStored(by)
      .then((loaded) => {
        if ('error' in loaded) return tellTrouble(by, loaded.error);
        standIn = null;
        held = loaded.value ? Promise.resolve(loaded.value) : null;
        const told = by.tell(null);
        by.changed();
        return told;
      })
      .finally(() => {
        retrying = null;
      });
    await retrying;
  };

  return {
    get,
    reset() {
      held = null;
    },
    retry,
  };
}

/** Looks an index through, in slices; false as well when part of it cannot be read any more. */
export async function isSound({ verify }: Pick<OpenedKnowledge, 'verify'>, slices: Slices): Promise<boolean> {
  try {
    const steps = verify();
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      await slices.pause();
    }
  } catch {
    return false;
  }
}
