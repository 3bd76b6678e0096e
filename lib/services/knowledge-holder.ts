/**
 * Holds the knowledge of this context: opened once, shared by everybody who asks, opened anew when it has changed. What
 * is stored is opened first and answered with; whether it is what it should be is looked into when nobody waits.
 */
import type { Knowledge, OpenedKnowledge } from './knowledge';
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
  /** Told after each attempt whether there is no knowledge, and none is being prepared. */
  readonly tell: (failed: boolean) => void;
  /** Other knowledge has become current. */
  readonly changed: () => void;
  readonly slices: Slices;
}

export interface KnowledgeHolder {
  /** What is known; waits for an installation in this context. `null`: nothing could be installed or opened (yet). */
  get(): Promise<Knowledge | null>;
  /** Throws away what is held; the next `get` opens again. */
  reset(): void;
}

export function createKnowledgeHolder({ open, keeper }: KnowledgePorts): KnowledgeHolder {
  let held: Promise<Knowledge | null> | null = null;

  /** What went wrong is said in the console; the knowledge that stands is used all the same. */
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      console.error(`Sidelight: the knowledge cannot be ${what}`, error);
      return null;
    }
  };
  const tryOpen = () => attempt('opened', open);
  const tryUpdate = ({ update }: KnowledgeKeeper) => attempt('brought up to date', update);

  /** Once after each opening: are these the packs, and is the index what was written? */
  const maintain = async (by: KnowledgeKeeper, opened: OpenedKnowledge): Promise<void> => {
    const outcome = await tryUpdate(by);
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

  const load = async (): Promise<Knowledge | null> => {
    const opened = await tryOpen();
    if (opened && keeper) {
      // The part that cards need is being read; without it there are none.
      opened.directory().catch(() => void repair(keeper, opened));
      keeper.later(() => void maintain(keeper, opened).catch(() => undefined));
      keeper.tell(false);
    }
    if (opened || !keeper) return opened;
    const outcome = await tryUpdate(keeper);
    // Also where more is on its way: the first few packs may have been installed here.
    const installed = await tryOpen();
    keeper.tell(installed === null && outcome !== 'elsewhere');
    return installed;
  };

  const get = (): Promise<Knowledge | null> => {
    if (held) return held;
    const loading = load().then((knowledge) => {
      // Next time again: a full disk or a database held by an older page may pass.
      if (knowledge === null && held === loading) held = null;
      return knowledge;
    });
    held = loading;
    return loading;
  };

  return {
    get,
    reset() {
      held = null;
    },
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
