/**
 * The first and the last line of a pack's file, without checking what lies between: which pack it is, and the digest
 * that it states of its content. Enough to tell that a file is what is installed already.
 */
import type { ByteSource, Bytes, ByteTools } from './byte-tools';
import { PACK_LIMITS } from './limits';
import { UnreadableError, unpack } from './unpack';

const LINE_FEED = 0x0a;
/** Headers and end records are far shorter. */
const MAX_END_BYTES = 1024 * 1024;

export interface PackEnds {
  readonly id: string;
  /** Not looked for where the caller did not want it; `null` when the last line is no end record. */
  readonly sha256: string | null;
}

/**
 * Reads the header, and on to the end where `wantsEnd` says so of its id. `null` for what is no pack: whoever checks it
 * says why. Throws what the source throws.
 */
export async function readEnds(
  source: ByteSource,
  tools: ByteTools,
  wantsEnd: (id: string) => boolean,
): Promise<PackEnds | null> {
  let head: number[] | null = [];
  let id: string | null = null;
  let tail: Bytes = new Uint8Array(0);
  try {
    for await (const piece of unpack(source, tools, PACK_LIMITS)) {
      if (head) {
        const stop = piece.indexOf(LINE_FEED);
        for (const byte of stop < 0 ? piece : piece.subarray(0, stop)) head.push(byte);
        if (head.length > MAX_END_BYTES) return null;
        if (stop < 0) continue;
        id = textField(tools, Uint8Array.from(head), 'id');
        head = null;
        if (id === null) return null;
        if (!wantsEnd(id)) return { id, sha256: null };
      }
      tail = lastLine(tail, piece);
    }
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
  return id === null ? null : { id, sha256: textField(tools, tail, 'sha256') };
}

/** The last line of what was read, with the line feed that ends it if there is one; as much of it as may matter. */
function lastLine(before: Bytes, piece: Bytes): Bytes {
  const start = piece.subarray(0, -1).lastIndexOf(LINE_FEED) + 1;
  // A line feed at the very end of what came before ends that line.
  if (start > 0 || before.at(-1) === LINE_FEED) return piece.slice(start);
  const joined = new Uint8Array(Math.min(MAX_END_BYTES, before.length + piece.length));
  joined.set(before.subarray(Math.max(0, before.length + piece.length - joined.length)));
  joined.set(piece.subarray(Math.max(0, piece.length - joined.length)), Math.max(0, joined.length - piece.length));
  return joined;
}

function textField(tools: ByteTools, line: Bytes, field: string): string | null {
  try {
    const value = (JSON.parse(tools.decode(line)) as Record<string, unknown>)[field];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
