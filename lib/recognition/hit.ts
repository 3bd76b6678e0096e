/** A form found in a text, in UTF-16 units of the text as it was given; `end` is exclusive. */
export interface Hit {
  readonly form: number;
  readonly start: number;
  readonly end: number;
}
