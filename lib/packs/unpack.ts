/** From the bytes of a file to those of its text: gzip is known by its first bytes, and bombs by what comes out. */
import type { ByteSource, Bytes, ByteTools } from './byte-tools';
import { INFLATION_FROM_BYTES, type PackLimits } from './limits';
import type { ProblemCode } from './report';

/** Ends the reading of a file with what is wrong with it. */
export class UnreadableError extends Error {
  readonly code: ProblemCode;

  constructor(message: string, code: ProblemCode) {
    super(message);
    this.name = 'UnreadableError';
    this.code = code;
  }
}

const MIB = 1024 * 1024;
/** First two bytes of every gzip file (RFC 1952, section 2.3.1). */
const GZIP = [0x1f, 0x8b] as const;

/**
 * The unpacked bytes of a file, piece by piece. Throws `UnreadableError` when a limit is passed or gzip is damaged; what
 * the source itself throws passes through.
 */
export async function* unpack(source: ByteSource, tools: ByteTools, limits: PackLimits): AsyncGenerator<Bytes> {
  let read = 0;
  const failure: { cause: unknown }[] = [];
  async function* counted(): AsyncGenerator<Bytes> {
    try {
      for await (const piece of source) {
        read += piece.length;
        if (read > limits.fileBytes)
          throw new UnreadableError(`is larger than ${Math.floor(limits.fileBytes / MIB)} MiB`, 'limit');
        if (piece.length > 0) yield piece;
      }
    } catch (cause) {
      failure.push({ cause });
      throw cause;
    }
  }

  const { head, whole } = await peek(counted(), GZIP.length);
  if (!GZIP.every((byte, i) => head[i] === byte)) {
    yield* withinLimit(whole, limits, null);
    return;
  }
  try {
    yield* withinLimit(tools.gunzip(whole), limits, () => read);
  } catch (error) {
    if (failure[0]) throw failure[0].cause;
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('is damaged: its gzip packing is broken or cut short', 'damaged');
  }
}

async function* withinLimit(
  pieces: AsyncIterable<Bytes>,
  limits: PackLimits,
  packedBytes: (() => number) | null,
): AsyncGenerator<Bytes> {
  let unpacked = 0;
  for await (const piece of pieces) {
    unpacked += piece.length;
    if (unpacked > limits.unpackedBytes)
      throw new UnreadableError(`unpacks to more than ${Math.floor(limits.unpackedBytes / MIB)} MiB`, 'limit');
    if (packedBytes && unpacked > INFLATION_FROM_BYTES && unpacked > packedBytes() * limits.inflation)
      throw new UnreadableError(`unpacks to more than ${limits.inflation} times its size: a bomb, not a pack`, 'limit');
    if (piece.length > 0) yield piece;
  }
}

/** The first bytes of a file, and the whole of it again. */
async function peek(
  pieces: AsyncGenerator<Bytes>,
  count: number,
): Promise<{ head: readonly number[]; whole: AsyncGenerator<Bytes> }> {
  const first: Bytes[] = [];
  const head: number[] = [];
  while (head.length < count) {
    const next = await pieces.next();
    if (next.done) break;
    first.push(next.value);
    head.push(...next.value.subarray(0, count - head.length));
  }
  async function* again(): AsyncGenerator<Bytes> {
    try {
      yield* first;
      yield* pieces;
    } finally {
      await pieces.return(undefined);
    }
  }
  return { head, whole: again() };
}
