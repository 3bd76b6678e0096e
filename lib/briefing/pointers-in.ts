import type { ClaimModel } from './view-models';

/** A date that leads to nothing tells a reader nothing, and one that is said twice no more than once. */
export function pointersIn(claims: readonly ClaimModel[]): ClaimModel[] {
  const pointers = claims.filter(
    ({ verdict, events, laterEvents }) => verdict === null && (events.length > 0 || laterEvents !== null),
  );
  const said = ({ text, events }: ClaimModel) => `${text.toLowerCase()} ${events[0]?.reference}`;
  return [...new Map(pointers.toReversed().map((claim) => [said(claim), claim])).values()].reverse();
}
