/** What an answer is worth before its body is read. Pure. */
import type { Answer } from '../fetch-port';
import type { AnswerRefusal, CheckOutcome } from './subscription';

/** Kinds of files as which a pack may be served: text, JSON, gzip, or "bytes". A login page is none of them (T43). */
const MEDIA_TYPE =
  /^(?:text\/plain|(?:application|binary|text)\/(?:octet-stream|(?:x-)?(?:gzip|gunzip)|(?:x-)?(?:nd|l)?json(?:l|lines|-seq|-lines)?))$/;

/** How to go on with an answer. */
export type AnswerVerdict =
  | { readonly kind: 'read'; readonly total: number | null }
  | Exclude<CheckOutcome, { readonly kind: 'fetched' }>;

const refused = (reason: AnswerRefusal): AnswerVerdict => ({ kind: 'refused', reason });

/** Judges by status and headers. `maxBytes`: an announced length above it is refused unread (T08). */
export function judgeAnswer({ status, isRedirect, header }: Omit<Answer, 'body'>, maxBytes: number): AnswerVerdict {
  // Another host, a weaker scheme, a private address: where it leads is known only to who goes there (T42).
  if (isRedirect || (status >= 300 && status < 400 && status !== 304)) return refused('redirect');
  if (status === 304) return { kind: 'unchanged' };
  if (status === 204) return refused('empty');
  if (status !== 200) return { kind: 'failed', reason: 'status', status };
  const type = header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && !MEDIA_TYPE.test(type)) return refused('media-type');
  const announced = header('content-length');
  const length = announced !== null && /^\d+$/.test(announced) ? Number(announced) : null;
  if (length === 0) return refused('empty');
  if (length !== null && length > maxBytes) return refused('too-large');
  // What the browser unpacks on its way is longer than it was announced to be.
  const isPacked = !['', 'identity'].includes(header('content-encoding')?.trim().toLowerCase() ?? '');
  return { kind: 'read', total: isPacked ? null : length };
}
