/** How the parts of the checker tell what they find. */

/** A record, or what may become one, with its 1-based line. */
export interface Numbered<T> {
  readonly line: number;
  readonly value: T;
}

/** Takes one problem: a plain sentence without a subject, or one that begins with the field it is about. */
export type Report = (line: number, message: string) => void;
