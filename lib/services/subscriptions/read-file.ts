/** From the body of an answer to a file on disk, its digest and its header; whether it is sound is the importer's to say. */
import type { PackHeader } from '../../model/pack';
import type { ByteTools } from '../../packs/byte-tools';
import { streamPack } from '../../packs/stream-pack';
import type { PackFile } from '../jobs';
import { piecesOf } from '../pieces-of';
import type { AnswerRefusal } from './subscription';

/** Writes pieces away while they come, to disk where there are many: a pack does not fit into memory. */
export type Spool = (pieces: AsyncIterable<Uint8Array<ArrayBuffer>>) => Promise<PackFile>;

/** A file that was read whole. */
export interface ReadFile {
  readonly file: PackFile;
  /** Of its bytes. */
  readonly sha256: string;
}

interface ReadPorts {
  readonly tools: ByteTools;
  readonly spool: Spool;
}

interface ReadOptions {
  /** Bytes beyond which reading ends: the file is refused, and what was read of it is gone (T08). */
  readonly maxBytes: number;
  /** Told how many bytes have come. */
  readonly onBytes: (bytes: number) => void;
}

class TooLargeError extends Error {}

/** Reads a body to its end. Rejects as the body does. */
export async function readFile(
  body: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { tools, spool }: ReadPorts,
  { maxBytes, onBytes }: ReadOptions,
): Promise<ReadFile | Extract<AnswerRefusal, 'too-large' | 'empty'>> {
  const digest = tools.createDigest();
  let bytes = 0;
  /** Why the body ended early: what spools it says only that it did. */
  let failure: { readonly cause: unknown } | null = null;
  async function* counted() {
    try {
      for await (const piece of body) {
        bytes += piece.length;
        if (bytes > maxBytes) throw new TooLargeError();
        digest.update(piece);
        onBytes(bytes);
        yield piece;
      }
    } catch (cause) {
      failure = { cause };
      throw cause;
    }
  }
  try {
    const file = await spool(counted());
    return bytes === 0 ? 'empty' : { file, sha256: digest.hex() };
  } catch (error) {
    const { cause } = (failure as { readonly cause: unknown } | null) ?? { cause: error };
    if (cause instanceof TooLargeError) return 'too-large';
    throw cause;
  }
}

/** Ends the reading once the header is known. */
class HeaderRead extends Error {
  constructor(readonly header: PackHeader) {
    super();
  }
}

/** The header of a file, or why it is no pack for this version of Sidelight. */
export async function readHeader(
  file: PackFile,
  tools: ByteTools,
): Promise<PackHeader | Extract<AnswerRefusal, 'not-a-pack' | 'newer-format'>> {
  try {
    const verdict = await streamPack(piecesOf(file.stream()), tools, {
      onHeader(header) {
        throw new HeaderRead(header);
      },
    });
    const isNewer = 'problems' in verdict && verdict.problems.some(({ code }) => code === 'newer');
    return isNewer ? 'newer-format' : 'not-a-pack';
  } catch (error) {
    if (error instanceof HeaderRead) return error.header;
    throw error;
  }
}
