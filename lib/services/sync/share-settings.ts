/**
 * Settings by the browser's own synchronisation. What the reader changes is stored at once and elsewhere; this only tells
 * the other devices, some seconds later and several changes at a time, and takes up what they say.
 */
import { type Counting, planArea, readArea } from '../../sync/area';
import type { StartTimer } from '../patience';
import type { ReplicaKeeper } from './keep-replica';

/** `storage.sync`: every call may throw, by policy or by limits. */
export interface SharedArea {
  get(): Promise<Record<string, unknown>>;
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** `unavailable`: the browser refuses (policy, damage). `too-much`: it would not fit. */
export type ShareProblem = 'unavailable' | 'too-much';

export interface ShareState {
  readonly problem: ShareProblem | null;
  /** Nothing is tried before, in ms since 1970. */
  readonly notBefore: number;
}

interface SharePorts {
  readonly area: SharedArea;
  readonly replica: ReplicaKeeper;
  readonly state: { read(): Promise<ShareState>; write(state: ShareState): Promise<void> };
  /** Whether the reader wants it on this device. */
  readonly isOn: () => Promise<boolean>;
  /** Whether a key of the area is of a kind that is shared. */
  readonly isShared: (key: string) => boolean;
  readonly counting: Counting;
  readonly now: () => number;
  readonly startTimer: StartTimer;
  readonly report: (error: unknown) => void;
}

/** Chrome allows 120 writes a minute and 1,800 an hour (L4): ten a minute are a twelfth and a third of that. */
const BETWEEN_WRITES_MS = 6_000;
/** Whatever comes together, and a slider that is being dragged. */
const PATIENCE_MS = 1_500;
/** An area that refuses is asked no more often (T113). */
const REFUSED_MS = 3_600_000;

export interface SettingsShare {
  /** Something may be to be told or heard; returns at once. */
  changed(): void;
  /** Tells and hears now, where that is allowed. */
  exchange(): Promise<void>;
}

export function createSettingsShare(ports: SharePorts): SettingsShare {
  const { area, replica, state, now } = ports;
  let isPlanned = false;
  let isRunning: Promise<void> | null = null;
  let lastWrite = Number.NEGATIVE_INFINITY;

  function changed(): void {
    if (isPlanned) return;
    isPlanned = true;
    const pause = Math.max(PATIENCE_MS, lastWrite + BETWEEN_WRITES_MS - now());
    ports.startTimer(pause, () => {
      isPlanned = false;
      void exchange();
    });
  }

  async function refused(error: unknown): Promise<void> {
    ports.report(error);
    await state.write({ problem: 'unavailable', notBefore: now() + REFUSED_MS });
  }

  async function tell(): Promise<void> {
    const before = await state.read();
    if (!(await ports.isOn())) {
      await replica.take(new Map());
      return;
    }
    if (now() < before.notBefore && before.notBefore - now() <= REFUSED_MS) return;
    let stored: Record<string, unknown>;
    try {
      stored = await area.get();
    } catch (error) {
      return refused(error);
    }
    // A setting that is put back is no loss: there is no brake here.
    const { replica: known } = await replica.take(readArea(stored, ports.isShared), 'delete');
    const { set, remove, isTooMuch } = planArea(known, stored, ports.isShared, ports.counting);
    const isChange = Object.keys(set).length > 0;
    try {
      if (isChange && !isTooMuch) {
        lastWrite = now();
        await area.set(set);
      }
      if (remove.length > 0) await area.remove(remove);
    } catch (error) {
      return refused(error);
    }
    const problem = isTooMuch ? 'too-much' : null;
    if (problem !== before.problem || before.notBefore !== 0) await state.write({ problem, notBefore: 0 });
  }

  async function exchange(): Promise<void> {
    // What has come meanwhile is looked at afterwards, by whoever runs.
    if (isRunning) return changed();
    isRunning = tell().catch(ports.report);
    await isRunning;
    isRunning = null;
  }

  return { changed, exchange };
}
