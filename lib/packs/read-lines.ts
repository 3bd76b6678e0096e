/**
 * From pieces of bytes to lines of text, with the digest of all lines before the last. Whole lines are decoded
 * together, several hundred at a time: a line feed is one byte in UTF-8 and never part of another character.
 */
import type { Bytes, ByteTools } from './byte-tools';
import type { PackLimits } from './limits';
import { UnreadableError } from './unpack';

const LINE_FEED = 0x0a;
/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const MAX_BYTES_PER_UNIT = 3;

/** Pieces of bytes in, lines out, in the order of the file. */
export interface LineReader {
  /** Takes the next piece; returns the lines that are whole by now, without their line feeds. */
  push(piece: Bytes): readonly string[];
  /** The last line, when the file does not end in a line feed. */
  end(): readonly string[];
  /** SHA-256 of the bytes before the last line, in lower-case hexadecimal. May be asked once, after `end`. */
  digest(): string;
}

/** Methods throw `UnreadableError` on what is not UTF-8 and on a line that is too long. */
export function createLineReader({ decode, createDigest }: ByteTools, limits: PackLimits): LineReader {
  const hash = createDigest();
  const maxBytes = limits.lineChars * MAX_BYTES_PER_UNIT;
  /** Bytes of the line that is not whole yet, in pieces. */
  let rest: Bytes[] = [];
  let restBytes = 0;
  /** The last whole line with its line feed: it is part of the digest once another one follows. */
  let last: Bytes | null = null;

  /** Thrown with the next piece, once the lines before the one that is not UTF-8 are out. */
  let failure: UnreadableError | null = null;

  /** The text of whole lines, or of those before the first that is not UTF-8. */
  function decodeLines(bytes: Bytes): readonly string[] {
    try {
      return decode(bytes).slice(0, -1).split('\n');
    } catch {
      failure = new UnreadableError('is not UTF-8: save the file as UTF-8', 'damaged');
    }
    const sound: string[] = [];
    try {
      for (let at = 0; at < bytes.length; ) {
        const stop = bytes.indexOf(LINE_FEED, at);
        sound.push(decode(bytes.subarray(at, stop)));
        at = stop + 1;
      }
    } catch {
      // That is the line.
    }
    return sound;
  }

  /** Enters bytes that hold whole lines and nothing else. */
  function hashLines(lines: Bytes): void {
    if (last) hash.update(last);
    const start = lines.subarray(0, -1).lastIndexOf(LINE_FEED) + 1;
    hash.update(lines.subarray(0, start));
    // A copy: the piece it lies in need not be kept, and may be written over by its owner.
    last = lines.slice(start);
  }

  return {
    push(piece) {
      if (failure) throw failure;
      const stop = piece.lastIndexOf(LINE_FEED) + 1;
      if (stop === 0) {
        rest.push(piece.slice());
        restBytes += piece.length;
        if (restBytes > maxBytes)
          throw new UnreadableError(`is longer than ${limits.lineChars} characters: no record is`, 'limit');
        return [];
      }
      const lines = join(rest, restBytes, piece.subarray(0, stop));
      rest = stop < piece.length ? [piece.slice(stop)] : [];
      restBytes = piece.length - stop;
      hashLines(lines);
      return decodeLines(lines);
    },
    end() {
      if (failure) throw failure;
      if (restBytes === 0) return [];
      const line = join(rest, restBytes, Uint8Array.of(LINE_FEED));
      rest = [];
      restBytes = 0;
      if (last) hash.update(last);
      const lines = decodeLines(line);
      if (failure) throw failure;
      return lines;
    },
    digest: () => hash.hex(),
  };
}

function join(pieces: readonly Bytes[], bytes: number, end: Bytes): Bytes {
  if (bytes === 0) return end;
  const joined = new Uint8Array(bytes + end.length);
  let at = 0;
  for (const piece of [...pieces, end]) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
