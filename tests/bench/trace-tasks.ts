/** Tasks of a browser's threads, as the browser's own tracing tells them (Chromium). */
import type { CDPSession } from 'puppeteer-core';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs, of the clock and of the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: { readonly name?: string; readonly data?: ProfileData };
}

/** What the profiler tells: nodes of the stacks it has seen, and of each sample its node and the µs since the last one. */
interface ProfileData {
  readonly cpuProfile?: {
    readonly nodes?: readonly {
      readonly id: number;
      readonly parent?: number;
      readonly callFrame: { readonly url?: string };
    }[];
    readonly samples?: readonly number[];
  };
  readonly timeDeltas?: readonly number[];
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

type Thread = readonly [pid: number, tid: number];

/** Records what happens while `work` runs, in all processes of the browser. `profiled`: also which scripts run. */
export async function trace(
  session: CDPSession,
  work: () => Promise<void>,
  { profiled = false } = {},
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: profiled ? [...CATEGORIES, 'disabled-by-default-v8.cpu_profiler'] : CATEGORIES },
  });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Threads of a name. */
const threadsOf = (events: readonly TraceEvent[], thread: { test(text: string): boolean }): readonly Thread[] =>
  events.flatMap(({ name, pid, tid, args }) =>
    name === 'thread_name' && thread.test(args.name ?? '') ? [[pid, tid] as const] : [],
  );

/** The background's thread, those of the extension's own pages, which live in its process, and those of pages. */
export function threadsIn(events: readonly TraceEvent[]): Record<'background' | 'own' | 'pages', readonly Thread[]> {
  const background = threadsOf(events, /^ServiceWorker/);
  const processes = new Set(background.map(([pid]) => pid));
  const main = threadsOf(events, /^CrRendererMain$/);
  return {
    background,
    own: main.filter(([pid]) => processes.has(pid)),
    pages: main.filter(([pid]) => !processes.has(pid)),
  };
}

/** Longest task of some threads in ms of their own time: what else the machine does meanwhile is not counted. */
export function longest(events: readonly TraceEvent[], threads: readonly Thread[]): number {
  const keys = new Set(threads.map(String));
  return events.reduce(
    (most, { name, pid, tid, dur = 0, tdur = dur }) =>
      /RunTask$/.test(name) && keys.has(String([pid, tid])) ? Math.max(most, tdur / 1_000) : most,
    0,
  );
}

/** Under other names tasks are told of once more, inside of these. */
const TASK = 'ThreadControllerImpl::RunTask';

/** All tasks of some threads, in ms of their own time. */
export function busyMs(events: readonly TraceEvent[], threads: readonly Thread[]): number {
  const keys = new Set(threads.map(String));
  return events.reduce(
    (sum, { name, pid, tid, dur = 0, tdur = dur }) =>
      name === TASK && keys.has(String([pid, tid])) ? sum + tdur / 1_000 : sum,
    0,
  );
}

/** Time of scripts whose address has a part, and of what they have called, in ms: as the profiler has sampled it. */
export function scriptMs(events: readonly TraceEvent[], part: string): number {
  const profiles = Map.groupBy(
    events.filter(({ name }) => name === 'ProfileChunk'),
    ({ pid, id }) => `${pid} ${id}`,
  );
  let us = 0;
  for (const chunks of profiles.values()) {
    const data = chunks.map(({ args }) => args.data ?? {});
    const nodes = new Map(data.flatMap(({ cpuProfile }) => cpuProfile?.nodes ?? []).map((node) => [node.id, node]));
    const isOwn = (id: number | undefined): boolean => {
      const node = id === undefined ? undefined : nodes.get(id);
      return node !== undefined && ((node.callFrame.url ?? '').includes(part) || isOwn(node.parent));
    };
    const samples = data.flatMap(({ cpuProfile }) => cpuProfile?.samples ?? []);
    const deltas = data.flatMap(({ timeDeltas }) => timeDeltas ?? []);
    for (const [i, sample] of samples.entries()) if (isOwn(sample)) us += Math.max(0, deltas[i + 1] ?? 0);
  }
  return us / 1_000;
}
