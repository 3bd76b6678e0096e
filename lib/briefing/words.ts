/**
 * Words and dates as the views need them. `lib/ui/words` implements this over `_locales` and `Intl`; the views get it
 * with their props and know neither.
 */
import type { InterfaceLanguage } from '../model/localized';
import type { EdtfText } from '../model/pack';

export interface Words {
  readonly lang: InterfaceLanguage;
  /** A message of `_locales` by its key, its placeholders filled in. */
  t(key: string, args?: Readonly<Record<string, string | number>>): string;
  /** "8 Sep 2025", "Oct 2015", "about 2001", "20–22 Oct 2015"; `weekday` adds "Mon", `long`: "8 September 2025". */
  date(edtf: EdtfText, options?: { readonly weekday?: boolean; readonly long?: boolean }): string;
  /** "9 years 10 months"; `short`: "9 yr 10 mo". */
  duration(years: number, months: number, options?: { readonly short?: boolean }): string;
  /** "3 days ago", "in 20 hours", "now": a length of time in ms, negative for the past. */
  relative(ms: number): string;
  /** "12 MB", in steps of a thousand. */
  bytes(value: number): string;
  /** A count in the reader's digits. */
  number(value: number): string;
}
