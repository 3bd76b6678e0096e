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
  readonly args: { readonly name?: string };
}

type Thread = readonly [pid: number, tid: number];

/** Records what happens while `work` runs, in all processes of the browser. */
export async function trace(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
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
