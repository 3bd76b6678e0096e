/**
 * Asks servers one at a time, slowly, and seldom (T101, T103): one request in flight, a pause between two to the same
 * host, so many an hour, and none before the time that the host has asked for.
 */
import type { RecordedFetch } from '../request-ledger';
import { LookUpError } from './look-up-error';
import type { HostStates, LookUpClock, LookUpLimits } from './ports';
import { type JsonAnswer, type JsonRequest, LeaveAloneError, readJson } from './read-answer';
import { MAX_RETRY_MS, retryAfterMs } from './retry-after';

export interface PoliteClientPorts {
  readonly ask: RecordedFetch;
  readonly hosts: HostStates;
  readonly clock: LookUpClock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly isOnline: () => boolean;
  /** Says who asks (https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy). */
  readonly userAgent: string;
  readonly limits: LookUpLimits;
}

/** Rejects with a `LookUpError`. */
export type PoliteClient = (request: JsonRequest) => Promise<JsonAnswer>;

const HOUR_MS = 60 * 60 * 1_000;

export function createPoliteClient(ports: PoliteClientPorts): PoliteClient {
  let turn: Promise<unknown> = Promise.resolve();
  return (request) => {
    const mine = turn.then(() => send(request, ports));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

async function send(request: JsonRequest, ports: PoliteClientPorts): Promise<JsonAnswer> {
  const { ask, hosts, clock, random, isOnline, userAgent, limits } = ports;
  const { signal, isPrivate } = request;
  const { host } = new URL(request.url);
  const { recent, notBefore } = await hosts.get(host);
  const first = clock.now();
  // A clock that was set back must not close a host for longer than the host itself could.
  if (notBefore > first && notBefore - first <= MAX_RETRY_MS)
    throw new LookUpError('rate-limited', `${host} wants to be left alone`, notBefore);
  const lately = recent.filter((at) => at > first - HOUR_MS && at <= first);
  const [earliest] = lately;
  if (earliest !== undefined && lately.length >= limits.perHour)
    throw new LookUpError(
      'rate-limited',
      `${host} was asked ${lately.length} times within the hour`,
      earliest + HOUR_MS,
    );
  await clock.sleep(Math.max(0, (lately.at(-1) ?? 0) + limits.pauseMs - first), signal);
  if (signal.aborted) throw new LookUpError('aborted', 'not wanted any more');
  if (!isOnline()) throw new LookUpError('offline', 'the browser has no connection');
  const asked = [...lately, clock.now()];
  // Written down before it is done: a background that ends in between has asked.
  await hosts.set(host, { recent: asked, notBefore: 0 }, !isPrivate);
  try {
    return await readJson(ask, request, userAgent, limits);
  } catch (error) {
    if (!(error instanceof LeaveAloneError)) throw error;
    const until = clock.now() + retryAfterMs(error.retryAfter, clock.now(), random());
    await hosts.set(host, { recent: asked, notBefore: until }, !isPrivate);
    throw new LookUpError(error.problem, error.detail, until);
  }
}
