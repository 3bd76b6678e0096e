/** When the card opens and closes: every state with every event, and what must hold whatever the reader does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoverEffect, type HoverEvent, type HoverState, IDLE, step } from '../../../lib/hover/hover-machine';

const SHOW_MS = 300;
const [A, B] = [1, 2];
const NEW = 9;

const STATES = {
  idle: IDLE,
  resting: { phase: 'resting', target: A, token: 5, wanted: false },
  wanted: { phase: 'resting', target: A, token: 5, wanted: true },
  open: { phase: 'open', target: A, token: 5, pinned: false, byKeyboard: false },
  pinned: { phase: 'open', target: A, token: 5, pinned: true, byKeyboard: false },
  keyboard: { phase: 'open', target: A, token: 5, pinned: false, byKeyboard: true },
  leaving: { phase: 'leaving', target: A, token: 5 },
} as const satisfies Record<string, HoverState>;

const pointer = (target: number | null, fields: Partial<HoverEvent & { type: 'pointer' }> = {}): HoverEvent => ({
  type: 'pointer',
  target,
  near: false,
  speed: 0.1,
  blocked: false,
  ...fields,
});
const timer = (what: 'want' | 'show' | 'leave', token = 5): HoverEvent => ({ type: 'timer', token, what });

const EVENTS = {
  'rest on A': pointer(A),
  'rest on B': pointer(B),
  'rush over B': pointer(B, { speed: 0.51 }),
  'B while selecting': pointer(B, { blocked: true }),
  'the corridor': pointer(null, { near: true }),
  'B in the corridor': pointer(B, { near: true }),
  elsewhere: pointer(null),
  'time to want': timer('want'),
  'time to show': timer('show'),
  'time to leave': timer('leave'),
  'a stale timer': timer('show', 4),
  'open A': { type: 'open', target: A, byKeyboard: false },
  'open B by key': { type: 'open', target: B, byKeyboard: true },
  pin: { type: 'pin', pinned: true },
  unpin: { type: 'pin', pinned: false },
  close: { type: 'close', by: 'reader' },
  disturb: { type: 'disturb' },
  'a press elsewhere': { type: 'close', by: 'elsewhere' },
  'its name going': { type: 'close', by: 'gone' },
} as const satisfies Record<string, HoverEvent>;

/** `resting 2: want in 150, show in 300`: where a step leads and what it does. */
function say(state: HoverState, effects: readonly HoverEffect[]): string {
  const words = effects.map((effect) => {
    if (effect.type === 'timer') return `${effect.what} in ${effect.ms}`;
    if (effect.type === 'hide') return effect.restoreFocus ? 'hide, focus back' : 'hide';
    if (effect.type === 'wake') return 'wake';
    return `${effect.type} ${effect.target}`;
  });
  const name = (Object.keys(STATES) as (keyof typeof STATES)[]).find((key) => {
    const { token: _, target: __, ...kind } = { token: 0, target: 0, ...STATES[key] };
    const { token: ___, target: ____, ...own } = { token: 0, target: 0, ...state };
    return JSON.stringify(kind) === JSON.stringify(own);
  });
  const where = state.phase === 'idle' ? 'idle' : `${name} ${state.target}`;
  return words.length > 0 ? `${where}: ${words.join(', ')}` : where;
}

const REST_A = 'resting 1: wake, want in 150, show in 300';
const REST_B = 'resting 2: wake, want in 150, show in 300';
const OPEN_A = 'open 1: want 1, show 1';
const OPEN_B = 'keyboard 2: want 2, show 2';
const LEAVE = 'leaving 1: leave in 300';

/** Rows: states. Columns: events, in their order. `.` is: stays as it is and does nothing. */
const TABLE: Record<keyof typeof STATES, string[]> = {
  //         rest A   rest B   rush B  B blocked corridor  B in corr elsewhere want                  show                        leave         stale A open  B by key pin         unpin     close                     disturb  press elsewhere  gone
  idle: [REST_A, REST_B, '.', '.', '.', REST_B, '.', '.', '.', '.', '.', OPEN_A, OPEN_B, '.', '.', '.', '.', '.', '.'],
  resting: [
    '.',
    REST_B,
    'idle',
    'idle',
    'idle',
    REST_B,
    'idle',
    'wanted 1: want 1',
    'open 1: want 1, show 1',
    '.',
    '.',
    OPEN_A,
    OPEN_B,
    '.',
    '.',
    'idle',
    'idle',
    'idle',
    'idle',
  ],
  wanted: [
    '.',
    REST_B,
    'idle',
    'idle',
    'idle',
    REST_B,
    'idle',
    'wanted 1: want 1',
    'open 1: show 1',
    '.',
    '.',
    OPEN_A,
    OPEN_B,
    '.',
    '.',
    'idle',
    'idle',
    'idle',
    'idle',
  ],
  open: [
    '.',
    LEAVE,
    LEAVE,
    LEAVE,
    '.',
    '.',
    LEAVE,
    '.',
    '.',
    '.',
    '.',
    OPEN_A,
    OPEN_B,
    'pinned 1',
    '.',
    'idle: hide',
    '.',
    'idle: hide',
    'idle: hide',
  ],
  pinned: [
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    OPEN_A,
    OPEN_B,
    '.',
    'open 1',
    'idle: hide',
    '.',
    '.',
    'idle: hide',
  ],
  keyboard: [
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    '.',
    OPEN_A,
    OPEN_B,
    '?',
    '.',
    'idle: hide, focus back',
    '.',
    'idle: hide',
    'idle: hide',
  ],
  leaving: [
    'open 1',
    '.',
    '.',
    '.',
    'open 1',
    'open 1',
    '.',
    '.',
    '.',
    'idle: hide',
    '.',
    OPEN_A,
    OPEN_B,
    'pinned 1',
    '.',
    'idle: hide',
    '.',
    'idle: hide',
    'idle: hide',
  ],
};

const CELLS = Object.entries(TABLE).flatMap(([state, row]) =>
  Object.keys(EVENTS).map((event, i) => ({ state, event, result: row[i] as string })),
);

describe('the hover machine', () => {
  it('has a cell for every state and event', () => {
    for (const row of Object.values(TABLE)) expect(row).toHaveLength(Object.keys(EVENTS).length);
  });

  it.each(CELLS.filter(({ result }) => result !== '?'))(
    'in “$state” on “$event”: $result',
    ({ state, event, result }) => {
      const before = STATES[state as keyof typeof STATES];
      const { state: after, effects } = step(before, EVENTS[event as keyof typeof EVENTS], SHOW_MS, NEW);
      if (result === '.') {
        expect(after).toEqual(before);
        expect(effects).toEqual([]);
      } else {
        expect(say(after, effects)).toBe(result);
      }
    },
  );

  it('keeps a card opened by key when it is pinned, and gives the focus back when it closes', () => {
    const pinned = step(STATES.keyboard, EVENTS.pin, SHOW_MS, NEW).state;
    expect(pinned).toEqual({ ...STATES.keyboard, pinned: true });
    expect(step(pinned, EVENTS.close, SHOW_MS, NEW).effects).toEqual([{ type: 'hide', restoreFocus: true }]);
  });

  it.each([150, 300, 1000])('shows after the reader’s %i ms, and wants the data no later', (ms) => {
    const { effects } = step(IDLE, EVENTS['rest on A'], ms, NEW);
    expect(effects).toEqual([
      { type: 'wake' },
      { type: 'timer', token: NEW, what: 'want', ms: 150 },
      { type: 'timer', token: NEW, what: 'show', ms },
    ]);
  });
});

/** Plays events in their time, with the timers that the machine asked for; what is on screen after each. */
function play(events: readonly { event: HoverEvent; wait: number }[]) {
  let state: HoverState = IDLE;
  let token = 0;
  let now = 0;
  let shown: number | null = null;
  let timers: { at: number; event: HoverEvent }[] = [];
  const log: {
    now: number;
    event: HoverEvent;
    before: HoverState;
    after: HoverState;
    effects: readonly HoverEffect[];
  }[] = [];

  const apply = (event: HoverEvent) => {
    token += 1;
    const before = state;
    const next = step(state, event, SHOW_MS, token);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.type === 'timer') timers.push({ at: now + effect.ms, event: timer(effect.what, effect.token) });
      if (effect.type === 'show') shown = effect.target;
      if (effect.type === 'hide') shown = null;
    }
    log.push({ now, event, before, after: state, effects: next.effects });
  };

  for (const { event, wait } of events) {
    const until = now + wait;
    for (;;) {
      const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      timers = timers.filter((other) => other !== due);
      now = due.at;
      apply(due.event);
    }
    now = until;
    apply(event);
  }
  return { log, state, shown: () => shown };
}

const anyEvent = fc.oneof(
  fc.record({
    type: fc.constant('pointer' as const),
    target: fc.constantFrom(null, 1, 2, 3),
    near: fc.boolean(),
    speed: fc.constantFrom(0, 0.5, 0.51, 3),
    blocked: fc.boolean(),
  }),
  fc.constantFrom<HoverEvent>(...Object.values(EVENTS)),
  fc.record({
    type: fc.constant('timer' as const),
    token: fc.nat(40),
    what: fc.constantFrom('want' as const, 'show' as const, 'leave' as const),
  }),
);
const anyPlay = fc.array(fc.record({ event: anyEvent, wait: fc.integer({ min: 0, max: 700 }) }), { maxLength: 40 });
const OPTIONS = { seed: 20250908, numRuns: 1_000 };
const isOpen = ({ phase }: HoverState) => phase === 'open' || phase === 'leaving';

describe('whatever the reader does', () => {
  it('one card is on the screen exactly while the machine is open or leaving, and it is that of its name', () => {
    fc.assert(
      fc.property(anyPlay, (events) => {
        const { state, shown } = play(events);
        expect(shown()).toBe(isOpen(state) && 'target' in state ? state.target : null);
      }),
      OPTIONS,
    );
  });

  it('a timer that was overtaken changes nothing', () => {
    fc.assert(
      fc.property(anyPlay, (events) => {
        for (const { event, before, after, effects } of play(events).log) {
          if (event.type !== 'timer' || (before.phase !== 'idle' && before.token === event.token)) continue;
          expect(after).toEqual(before);
          expect(effects).toEqual([]);
        }
      }),
      OPTIONS,
    );
  });

  it('a pinned card, and one opened by key, stay until they are closed, unpinned or replaced', () => {
    fc.assert(
      fc.property(anyPlay, (events) => {
        for (const { event, before, after } of play(events).log) {
          if (before.phase !== 'open' || !(before.pinned || before.byKeyboard)) continue;
          if (event.type === 'close' || event.type === 'open' || event.type === 'pin') continue;
          expect(after).toEqual(before);
        }
      }),
      OPTIONS,
    );
  });

  it('a pointer that rushes, or passes while something blocks, opens nothing', () => {
    const passing = fc.record({
      type: fc.constant('pointer' as const),
      target: fc.constantFrom(null, 1, 2, 3),
      near: fc.boolean(),
      speed: fc.double({ min: 0.51, max: 50, noNaN: true }),
      blocked: fc.boolean(),
    });
    const blocked = passing.map((event) => ({ ...event, speed: 0, blocked: true }));
    const passings = fc.array(fc.record({ event: fc.oneof(passing, blocked), wait: fc.nat(700) }), { maxLength: 30 });
    fc.assert(
      fc.property(passings, (events) => {
        expect(play(events).log.flatMap(({ effects }) => effects)).toEqual([]);
      }),
      OPTIONS,
    );
  });

  it('a card that the pointer opens has been rested on for the whole delay', () => {
    fc.assert(
      fc.property(anyPlay, (events) => {
        const { log } = play(events);
        log.forEach(({ now, event, effects }, i) => {
          if (event.type !== 'timer' || !effects.some(({ type }) => type === 'show')) return;
          const began = log
            .slice(0, i)
            .findLast((entry) => entry.effects.some((e) => e.type === 'timer' && e.token === event.token));
          expect(now - (began?.now ?? now)).toBe(SHOW_MS);
        });
      }),
      OPTIONS,
    );
  });
});
