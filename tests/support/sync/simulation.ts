/**
 * Rounds of two or three devices that change, delete, synchronise and die at random over a server that fails at random.
 * Beside them a book is kept of what every change was made upon, which knows nothing of how merging is done: whatever
 * nobody has replaced with their eyes open must still be there in the end.
 */
import { createReplicaKeeper } from '../../../lib/services/sync/keep-replica';
import { type RunEnd, type SyncFolderPorts, syncFolder } from '../../../lib/services/sync/sync-folder';
import { type Content, winner } from '../../../lib/sync/entry';
import { importPassphrase } from '../../../lib/sync/envelope';
import { entriesText } from '../../../lib/sync/journal';
import type { RecordId } from '../../../lib/sync/replica';
import { createFaultyServer, type FaultyServer, openFaultyFolder } from './faulty-folder';
import {
  createMemoryAccounts,
  createMemoryRecords,
  createMemoryStore,
  type MemoryRecords,
  type MemoryStore,
} from './memory-sync';
import { quickTools } from './quick-tools';

const IDS = ['settings/set:marks', 'settings/site:a.example', 'notes/n1', 'notes/n2', 'pins/p1'];
const TABLES = ['settings', 'notes', 'pins'];
const MINUTE = 60_000;

class Died extends Error {}

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What was made, and upon what: texts are unique, a deletion has none. */
export class Book {
  #made = new Map<RecordId, Set<string>>();
  #replaced = new Map<RecordId, Set<string>>();
  #count = 0;

  next(): string {
    this.#count += 1;
    return `text ${this.#count}`;
  }

  note(id: RecordId, seen: Content | undefined, made: string | null): void {
    const add = (map: Map<RecordId, Set<string>>, text: string) => map.set(id, (map.get(id) ?? new Set()).add(text));
    if (seen && !seen.deleted) add(this.#replaced, (seen.value as { text: string }).text);
    if (made !== null) add(this.#made, made);
  }

  /** Texts of a record that nobody has replaced. */
  open(id: RecordId): string[] {
    const replaced = this.#replaced.get(id) ?? new Set();
    return [...(this.#made.get(id) ?? [])].filter((text) => !replaced.has(text));
  }
}

export interface Device {
  readonly store: MemoryStore;
  readonly records: MemoryRecords;
  readonly sync: () => Promise<RunEnd | 'died'>;
  readonly edit: () => void;
}

interface World {
  readonly random: () => number;
  readonly server: FaultyServer;
  readonly book: Book;
  /** ms since 1970, by the true clock. */
  now: number;
  isCalm: boolean;
}

async function createDevice(world: World, name: string, skewMs: number): Promise<Device> {
  const { random, server, book } = world;
  let isDead = false;
  const gate = () => {
    if (!isDead && !world.isCalm && random() < 0.015) isDead = true;
    if (isDead) throw new Died();
    // The reader goes on working meanwhile.
    if (!world.isCalm && random() < 0.02) edit();
  };
  const now = () => world.now + skewMs;
  const tools = quickTools(random, now);
  const store = createMemoryStore(name, gate);
  const records = createMemoryRecords(TABLES, gate);
  const passphrase = await importPassphrase(tools.crypto, 'correct horse');
  const accounts = createMemoryAccounts(
    { url: 'https://dav.example/', user: 'u', password: 'p', passphrase, keys: null, changedAt: 0 },
    gate,
  );
  function edit() {
    const id = IDS[Math.floor(random() * IDS.length)] as RecordId;
    const seen = records.records.get(id);
    if (seen && !seen.deleted && random() < 0.25) {
      book.note(id, seen, null);
      records.records.set(id, { deleted: true, value: null });
      return;
    }
    const text = book.next();
    book.note(id, seen, text);
    records.records.set(id, { deleted: false, value: { text } });
  }
  const ports: SyncFolderPorts = {
    store,
    accounts,
    replica: createReplicaKeeper({ store, local: records, now }),
    folderOf: () => openFaultyFolder(server, random, gate),
    mayAsk: async () => true,
    tools,
    label: name,
    pause: async () => gate(),
    progress: () => undefined,
    report: (error) => {
      if (!(error instanceof Died)) throw error;
    },
    stepMs: 20_000,
  };
  return {
    store,
    records,
    edit,
    async sync() {
      isDead = false;
      try {
        return await syncFolder(ports);
      } catch (error) {
        if (error instanceof Died) return 'died';
        throw error;
      }
    },
  };
}

export interface RoundResult {
  /** Runs of all devices until nothing was written any more. */
  readonly rounds: number;
  readonly ends: Readonly<Record<string, number>>;
}

/** Plays one round; throws where devices differ in the end, or something is lost. */
export async function playRound(seed: number): Promise<RoundResult> {
  const random = seeded(seed);
  const server = createFaultyServer(random);
  const world: World = { random, server, book: new Book(), now: Date.UTC(2026, 10, 26), isCalm: false };
  const count = random() < 0.5 ? 2 : 3;
  const devices: Device[] = [];
  // T130: clocks that are wrong by days and by years.
  const skews = [0, (random() - 0.5) * 2 * 86_400_000, (random() - 0.5) * 20 * 365 * 86_400_000];
  for (let i = 0; i < count; i++)
    devices.push(await createDevice(world, 'abc'[i] as string, random() < 0.5 ? 0 : (skews[i] as number)));
  const ends: Record<string, number> = {};
  const steps = 12 + Math.floor(random() * 12);
  for (let i = 0; i < steps; i++) {
    world.now += Math.floor(random() * 30 * MINUTE);
    const device = devices[Math.floor(random() * count)] as Device;
    if (random() < 0.5) device.edit();
    else {
      const end = await device.sync();
      ends[end] = (ends[end] ?? 0) + 1;
    }
  }
  world.isCalm = true;
  server.faults = 0;
  for (const arrive of server.late.splice(0)) arrive();
  let rounds = 0;
  for (;;) {
    rounds += 1;
    const before = server.writes;
    for (const device of devices) {
      world.now += MINUTE;
      let end = await device.sync();
      if (end === 'more') end = await device.sync();
      // Whoever joins by a torn list waits until one of the others has mended it.
      const isWaiting = rounds === 1 && device.store.state.folder.problem === 'damaged';
      if (end !== 'done' && !isWaiting)
        throw new Error(`seed ${seed}: a calm run ended as ${end} (${device.store.state.folder.problem})`);
    }
    if (server.writes === before) break;
    if (rounds > 6) throw new Error(`seed ${seed}: still writing after ${rounds} rounds`);
  }
  check(seed, devices, world.book);
  return { rounds, ends };
}

function check(seed: number, devices: readonly Device[], book: Book): void {
  // A device whose clock is far ahead takes an old deletion of what it never had for forgotten.
  const alive = (rows: ReturnType<Device['store']['state']['rows']['entries']>) =>
    new Map(
      [...rows].flatMap(([id, { entry }]) => (entry?.versions.some(({ deleted }) => !deleted) ? [[id, entry]] : [])),
    );
  const texts = devices.map(({ store }) => entriesText(alive(store.state.rows.entries())));
  if (new Set(texts).size > 1) throw new Error(`seed ${seed}: devices know different things\n${texts.join('\n')}`);
  for (const { store, records } of devices) {
    for (const id of IDS) {
      const row = store.state.rows.get(id);
      const shown = row?.entry ? winner(row.entry) : null;
      const has = records.records.get(id);
      if (shown && !shown.deleted && JSON.stringify(has?.value) !== JSON.stringify(shown.value))
        throw new Error(`seed ${seed}: ${id} shows ${JSON.stringify(has)} and should show ${JSON.stringify(shown)}`);
      const kept = row?.entry?.versions.map(({ value }) => (value as { text: string } | null)?.text) ?? [];
      const lost = book.open(id).filter((text) => !kept.includes(text));
      if (lost.length > 0)
        throw new Error(`seed ${seed}: ${id} has lost ${lost.join(', ')}; it has ${kept.join(', ')}`);
    }
  }
}
