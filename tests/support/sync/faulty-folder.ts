/** A folder whose server and network do whatever servers and networks do: lose, cut, repeat, delay, forget conditions. */
import { FolderError } from '../../../lib/services/sync/folder-error';
import type { FolderFiles } from '../../../lib/services/sync/folder-files';
import type { Octets } from '../../../lib/sync/crypto-port';

interface StoredFile {
  readonly bytes: Octets;
  readonly etag: number;
}

export interface FaultyServer {
  readonly files: Map<string, StoredFile>;
  /** Writes that have been sent, and arrive a second time later. */
  late: (() => void)[];
  /** Requests that changed something. */
  writes: number;
  requests: number;
  /** Share of requests of which something goes wrong. */
  faults: number;
  readonly isUnconditional: boolean;
  readonly isWithoutMove: boolean;
  readonly etags: 'strong' | 'none';
  counter: number;
}

export const createFaultyServer = (random: () => number): FaultyServer => ({
  files: new Map(),
  late: [],
  writes: 0,
  requests: 0,
  faults: 0.15,
  isUnconditional: random() < 0.3,
  isWithoutMove: random() < 0.3,
  etags: random() < 0.5 ? 'strong' : 'none',
  counter: 0,
});

const PROBLEMS = ['unreachable', 'timeout', 'server', 'busy', 'full', 'locked'] as const;

/** `gate` comes before and after every request: the device may die in either place. */
export function openFaultyFolder(server: FaultyServer, random: () => number, gate: () => void): FolderFiles {
  const isFault = () => random() < server.faults;
  const lost = (): never => {
    throw new FolderError(PROBLEMS[Math.floor(random() * PROBLEMS.length)] as 'busy');
  };
  const cut = (bytes: Octets): Octets => bytes.slice(0, Math.floor(random() * bytes.length));
  const etagOf = ({ etag }: StoredFile) => (server.etags === 'none' ? null : `"${etag}"`);
  const store = (name: string, bytes: Octets) => {
    server.counter += 1;
    server.writes += 1;
    server.files.set(name, { bytes, etag: server.counter });
  };
  const previous = new Map<string, StoredFile>();

  async function request<T>(act: () => T): Promise<T> {
    gate();
    server.requests += 1;
    // What was sent before, and arrives now: twice, or late.
    if (server.late.length > 0 && random() < 0.3)
      server.late.splice(Math.floor(random() * server.late.length), 1)[0]?.();
    if (isFault() && random() < 0.4) lost();
    const answer = act();
    // The server has done it, and nobody hears of it.
    if (isFault() && random() < 0.4) lost();
    gate();
    return answer;
  }

  return {
    read: (name, etag) =>
      request(() => {
        const file = server.files.get(name);
        const old = previous.get(name);
        const shown = isFault() && random() < 0.2 && old ? old : file;
        if (file) previous.set(name, file);
        if (!shown) return { kind: 'absent' };
        if (etag !== null && etag === etagOf(shown)) return { kind: 'same' };
        const bytes = isFault() && random() < 0.3 ? cut(shown.bytes) : shown.bytes;
        return { kind: 'file', bytes, etag: etagOf(shown) };
      }),
    write: (name, bytes, condition) =>
      request(() => {
        const file = server.files.get(name);
        if (!server.isUnconditional && condition !== 'any') {
          if (
            condition === 'absent'
              ? file !== undefined
              : condition.etag !== null && (!file || condition.etag !== etagOf(file))
          )
            return false;
        }
        if (isFault() && random() < 0.3) {
          store(name, cut(bytes));
          if (random() < 0.7) lost();
          return true;
        }
        store(name, bytes);
        if (isFault() && random() < 0.4) server.late.push(() => store(name, bytes));
        return true;
      }),
    move: (from, to) =>
      request(() => {
        const file = server.files.get(from);
        if (server.isWithoutMove || !file) return false;
        server.files.delete(from);
        store(to, file.bytes);
        return true;
      }),
    remove: (name) =>
      request(() => {
        server.files.delete(name);
      }),
  };
}
