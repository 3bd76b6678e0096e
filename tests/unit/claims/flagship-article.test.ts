/** The claims of the flagship article, against the labels beside it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/claims/claim';
import { bundledKnowledge } from '../../support/build-facts';
import { aBlock, claimsOf, shortId } from '../../support/read-claims';
import { hasShared, MISSING, readShared } from '../../support/shared';

interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly events: readonly string[];
}

describe.skipIf(!hasShared)(`the flagship article (${hasShared ? 'shared' : MISSING})`, () => {
  let claims: (Claim & { readonly from: number; readonly to: number })[];
  let labels: readonly Label[];
  beforeAll(async () => {
    const text = readShared('article/article.txt');
    labels = (JSON.parse(readShared('article/labels.json')) as { claims: Label[] }).claims;
    const starts: number[] = [];
    let at = 0;
    const blocks = text.split('\n').map((line, id) => {
      starts.push(at);
      at += line.length + 1;
      return aBlock(line, id);
    });
    const found = await claimsOf(await bundledKnowledge(), blocks, { day: '2025-09-08', lang: 'en' });
    claims = found.map((claim) => ({
      ...claim,
      from: (starts[claim.block] ?? 0) + claim.start,
      to: (starts[claim.block] ?? 0) + claim.end,
    }));
  });
  const claimOf = ({ start, end }: Label) => claims.find(({ from, to }) => from < end && start < to);
  const labelled = (part: string) => labels.find(({ text }) => text.includes(part)) as Label;
  const eventsOf = (claim: Claim | undefined) => claim?.events.map(shortId);

  it('has all 14 expressions found', () => {
    expect(labels).toHaveLength(14);
    expect(labels.filter((label) => !claimOf(label)).map(({ text }) => text)).toEqual([]);
  });

  it('has 13 of them tied to their event; the outcome of what was to come is not told', () => {
    const untied = labels.filter((label) => eventsOf(claimOf(label))?.join() !== label.events.join());
    expect(untied.map(({ text }) => text)).toEqual(['this November']);
    expect(claimOf(labelled('this November'))).toMatchObject({ events: [], laterEvents: 1, verdict: null });
  });

  it('has nothing else tied to anything but this day’s talks and the parade of its caption', () => {
    const others = claims.filter(({ from, to }) => !labels.some(({ start, end }) => from < end && start < to));
    expect(
      others.filter(({ events }) => events.length > 0).map((claim) => [claim.text, ...claim.events.map(shortId)]),
    ).toEqual([
      ['on Monday', 'event/2025-09-08-nakatani-seoul'],
      ['on Wednesday', 'event/2025-09-03-beijing-parade'],
    ]);
  });

  it('has four phrases that count, each with its verdict, and the arithmetic of those that fit', () => {
    expect(claims.filter(({ verdict }) => verdict !== null)).toHaveLength(4);
    expect(claimOf(labelled('in a decade'))).toMatchObject({
      verdict: 'fits',
      arithmetic: { from: '2015-10-20', to: '2025-09-08', years: 9, months: 10 },
    });
    expect(claimOf(labelled('in 15 years'))).toMatchObject({
      verdict: 'fits',
      arithmetic: { from: '2009-04-23', to: '2024-07-28', years: 15, months: 3 },
    });
    expect(claimOf(labelled('in 17 years'))).toMatchObject({
      verdict: 'fits',
      arithmetic: { from: '2008-04-21', to: '2025-08-23', years: 17, months: 4 },
    });
    const compared = claimOf(labelled('before the United States'));
    expect(compared).toMatchObject({ verdict: 'out-of-reach', arithmetic: null, missing: { what: 'comparison' } });
  });
});
