/**
 * Which records of other devices are taken to where the reader sees them. They come sealed, and so from the reader; but a
 * later version may have another idea of them, and an earlier one may have been mistaken.
 */
import * as v from 'valibot';
import { isPackId } from '../../model/ids';
import { refuseLink } from '../../packs/refuse-link';
import { tableOf } from '../../sync/collect';
import type { Content } from '../../sync/entry';
import type { RecordId } from '../../sync/replica';

/** Nothing that a reader writes by hand is longer. */
const MAX_CHARS = 100_000;

const subscription = v.looseObject({
  url: v.pipe(
    v.string(),
    v.check((url) => refuseLink(url, { secure: true }) === null),
  ),
  pack: v.nullable(v.pipe(v.string(), v.check(isPackId))),
  addedAt: v.string(),
  isPrivate: v.boolean(),
});

/** An address is asked only where the browser lets us, and that no record can change. */
export function acceptsRecord(id: RecordId, { deleted, value }: Content): boolean {
  if (deleted) return true;
  if (JSON.stringify(value).length > MAX_CHARS) return false;
  if (tableOf(id) !== 'subscriptions') return typeof value === 'object' && value !== null;
  return v.is(subscription, value) && value.url === id.slice('subscriptions/'.length);
}
