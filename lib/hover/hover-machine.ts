/**
 * When the card opens and closes: a pure state machine. Events go in with their time, effects come out; timers are
 * effects too, and a timer that is no longer wanted is ignored by its token. No clock, no DOM.
 *
 *   idle --rest on a name--> resting (background woken) --150 ms--> (data wanted) --300 ms--> open
 *   open --pointer leaves card, name and corridor--> leaving --300 ms--> idle
 *   leaving --back on card, name or corridor--> open
 *   open, leaving --pin--> pinned --close--> idle
 */

/** Data is wanted this long into a rest: most rests that end earlier are passings-by. */
const WANT_DELAY_MS = 150;
/** The card stays this long after the pointer has left: time to come back or to overshoot. */
const LEAVE_DELAY_MS = 300;
/** A pointer faster than this is on its way elsewhere. */
const MAX_REST_SPEED_PX_PER_MS = 0.5;
/** No rest begins this soon after scrolling. */
export const SCROLL_QUIET_MS = 200;

/** A place that can have a card: one mention. */
type HoverTarget = number;

export type HoverState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'resting'; readonly target: HoverTarget; readonly token: number; readonly wanted: boolean }
  | {
      readonly phase: 'open';
      readonly target: HoverTarget;
      readonly token: number;
      readonly pinned: boolean;
      readonly byKeyboard: boolean;
    }
  | { readonly phase: 'leaving'; readonly target: HoverTarget; readonly token: number };

export type HoverEvent =
  /** The pointer is over a name that answers (`target`), or over none. `near`: on card, open name or corridor. */
  | {
      readonly type: 'pointer';
      readonly target: HoverTarget | null;
      readonly near: boolean;
      readonly speed: number;
      readonly blocked: boolean;
    }
  | { readonly type: 'timer'; readonly token: number; readonly what: 'want' | 'show' | 'leave' }
  /** Keyboard, tap or the panel: at once. */
  | { readonly type: 'open'; readonly target: HoverTarget; readonly byKeyboard: boolean }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** `reader`: Escape or the close button. `elsewhere`: a press beside the card, which a pinned one survives. `gone`: its name or page. */
  | { readonly type: 'close'; readonly by: 'reader' | 'elsewhere' | 'gone' }
  /** Scrolling, typing, dragging, selecting: a rest in progress ends; an open card stays. */
  | { readonly type: 'disturb' };

export type HoverEffect =
  /** A rest has begun: a background that sleeps needs as long to start as the rest will take. */
  | { readonly type: 'wake' }
  | { readonly type: 'timer'; readonly token: number; readonly what: 'want' | 'show' | 'leave'; readonly ms: number }
  /** Get the card's data and frame ready. */
  | { readonly type: 'want'; readonly target: HoverTarget }
  | { readonly type: 'show'; readonly target: HoverTarget; readonly byKeyboard: boolean }
  | { readonly type: 'hide'; readonly restoreFocus: boolean };

export interface Transition {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const IDLE: HoverState = { phase: 'idle' };

const stay = (state: HoverState): Transition => ({ state, effects: [] });

/** One step. `showDelayMs`: the reader's setting; `token` must be new for every call that may start timers. */
export function step(state: HoverState, event: HoverEvent, showDelayMs: number, token: number): Transition {
  switch (event.type) {
    case 'pointer':
      return onPointer(state, event, showDelayMs, token);
    case 'timer':
      return onTimer(state, event);
    case 'open':
      return {
        state: { phase: 'open', target: event.target, token, pinned: false, byKeyboard: event.byKeyboard },
        effects: [
          { type: 'want', target: event.target },
          { type: 'show', target: event.target, byKeyboard: event.byKeyboard },
        ],
      };
    case 'pin':
      if (state.phase === 'open') return stay({ ...state, pinned: event.pinned });
      // By key, while the pointer is elsewhere: what was pinned does not close.
      return state.phase === 'leaving' && event.pinned ? stay(backTo(state, true)) : stay(state);
    case 'close':
      if (state.phase === 'open') {
        if (event.by === 'elsewhere' && state.pinned) return stay(state);
        // Whoever presses elsewhere has said where the focus goes.
        return { state: IDLE, effects: [{ type: 'hide', restoreFocus: event.by === 'reader' && state.byKeyboard }] };
      }
      if (state.phase === 'leaving') return { state: IDLE, effects: [{ type: 'hide', restoreFocus: false }] };
      return stay(IDLE);
    case 'disturb':
      return state.phase === 'resting' ? stay(IDLE) : stay(state);
  }
}

const backTo = ({ target, token }: HoverState & { phase: 'leaving' }, pinned: boolean): HoverState => ({
  phase: 'open',
  target,
  token,
  pinned,
  byKeyboard: false,
});

function onPointer(
  state: HoverState,
  event: Extract<HoverEvent, { type: 'pointer' }>,
  showDelayMs: number,
  token: number,
): Transition {
  const { target, near } = event;
  const mayRest = target !== null && !event.blocked && event.speed <= MAX_REST_SPEED_PX_PER_MS;
  const rest = (): Transition => ({
    state: { phase: 'resting', target: target as HoverTarget, token, wanted: false },
    effects: [
      { type: 'wake' },
      { type: 'timer', token, what: 'want', ms: Math.min(WANT_DELAY_MS, showDelayMs) },
      { type: 'timer', token, what: 'show', ms: showDelayMs },
    ],
  });
  switch (state.phase) {
    case 'idle':
      return mayRest ? rest() : stay(state);
    case 'resting':
      if (state.target === target) return stay(state);
      return mayRest ? rest() : stay(IDLE);
    case 'open':
      if (state.pinned || state.byKeyboard || near || state.target === target) return stay(state);
      return {
        state: { phase: 'leaving', target: state.target, token },
        effects: [{ type: 'timer', token, what: 'leave', ms: LEAVE_DELAY_MS }],
      };
    case 'leaving':
      if (near || state.target === target) {
        return stay(backTo(state, false));
      }
      return stay(state);
  }
}

function onTimer(state: HoverState, event: Extract<HoverEvent, { type: 'timer' }>): Transition {
  if (state.phase === 'idle' || state.token !== event.token) return stay(state);
  if (state.phase === 'resting' && event.what === 'want') {
    return { state: { ...state, wanted: true }, effects: [{ type: 'want', target: state.target }] };
  }
  if (state.phase === 'resting' && event.what === 'show') {
    return {
      state: { phase: 'open', target: state.target, token: state.token, pinned: false, byKeyboard: false },
      effects: [
        ...(state.wanted ? [] : [{ type: 'want', target: state.target } as const]),
        { type: 'show', target: state.target, byKeyboard: false },
      ],
    };
  }
  if (state.phase === 'leaving' && event.what === 'leave') {
    return { state: IDLE, effects: [{ type: 'hide', restoreFocus: false }] };
  }
  return stay(state);
}
