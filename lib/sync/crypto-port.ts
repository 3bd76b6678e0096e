/** What the envelope needs of WebCrypto, as browsers and Node have it; pure modules know no `crypto`. */

export type Octets = Uint8Array<ArrayBuffer>;
/** A key that the browser holds. Never looked into. */
export interface KeyHandle {
  readonly type: string;
  readonly extractable: boolean;
}

type Usage = 'encrypt' | 'decrypt' | 'sign' | 'deriveBits' | 'deriveKey';

/** The part of `SubtleCrypto` that is used. */
export interface Subtle {
  importKey(
    format: 'raw',
    data: Octets,
    algorithm: object | string,
    extractable: boolean,
    usages: Usage[],
  ): Promise<KeyHandle>;
  deriveBits(algorithm: object, key: KeyHandle, bits: number): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: object,
    key: KeyHandle,
    derived: object,
    extractable: boolean,
    usages: Usage[],
  ): Promise<KeyHandle>;
  encrypt(algorithm: object, key: KeyHandle, data: Octets): Promise<ArrayBuffer>;
  decrypt(algorithm: object, key: KeyHandle, data: Octets): Promise<ArrayBuffer>;
  sign(algorithm: string, key: KeyHandle, data: Octets): Promise<ArrayBuffer>;
}

export interface CryptoTools {
  readonly subtle: Subtle;
  /** So many random bytes. */
  readonly random: (bytes: number) => Octets;
  readonly encode: (text: string) => Octets;
}
