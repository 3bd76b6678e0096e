/** What reading bytes needs of its surroundings: browsers, their workers and Node have it, a pure module has not. */

/** A piece of a file. */
export type Bytes = Uint8Array;
/** A file in pieces of any size, in order. */
export type ByteSource = AsyncIterable<Bytes> | Iterable<Bytes>;

/** SHA-256 in steps: WebCrypto wants the whole at once. */
export interface Digest {
  update(bytes: Bytes): void;
  /** In lower-case hexadecimal; ends the digest. */
  hex(): string;
}

/** The tools; `lib/platform/byte-tools` makes them. */
export interface ByteTools {
  /** Unpacks gzip while it is read; throws on what is not gzip, or ends early, or goes on behind its end. */
  readonly gunzip: (packed: AsyncIterable<Bytes>) => AsyncIterable<Bytes>;
  /** Reads UTF-8 and keeps a byte order mark; throws on what is not UTF-8. */
  readonly decode: (bytes: Bytes) => string;
  readonly createDigest: () => Digest;
}
