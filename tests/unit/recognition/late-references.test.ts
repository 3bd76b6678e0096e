import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../lib/model/article';
import { parseReference, type Reference } from '../../../lib/model/ids';
import { lateReference, lateTarget, lateTargets, withReferences } from '../../../lib/recognition/late-references';

const ref = (id: string) => `p:person/${id}` as Reference;
const mention = (fields: Partial<Mention>): Mention => ({
  block: 0,
  start: 0,
  end: 3,
  surface: 'Kim',
  score: 1,
  evidence: [],
  rivals: [],
  ...fields,
});
const KNOWN = new Map([1, 2, 3].map((target) => [target, ref(`p${target}`)]));
const settled = (fields: Partial<Mention>) => withReferences([mention(fields)], KNOWN);

describe('a late reference', () => {
  it('is the reference of no pack, and tells its target', () => {
    expect(parseReference(lateReference(12))).toBeNull();
    expect(lateTarget(lateReference(12))).toBe(12);
    expect(lateTarget(ref('kim'))).toBeNull();
    expect(lateTarget(':x')).toBeNull();
  });

  it('is found wherever a mention refers to something', () => {
    const mentions = [
      mention({ entity: lateReference(1), rivals: [{ entity: lateReference(2), refusal: 'case' }] }),
      mention({
        candidates: [lateReference(3), lateReference(4)],
        evidence: [{ kind: 'context', with: lateReference(5) }],
      }),
      mention({ entity: ref('known'), evidence: [{ kind: 'context', with: ref('known') }, { kind: 'full-name' }] }),
    ];
    expect([...lateTargets(mentions)]).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives way to the true one', () => {
    expect(
      settled({
        candidates: [lateReference(1), lateReference(2)],
        rivals: [{ entity: lateReference(3), refusal: 'case' }],
        evidence: [{ kind: 'context', with: lateReference(1) }, { kind: 'full-name' }],
      }),
    ).toEqual([
      mention({
        candidates: [ref('p1'), ref('p2')],
        rivals: [{ entity: ref('p3'), refusal: 'case' }],
        evidence: [{ kind: 'context', with: ref('p1') }, { kind: 'full-name' }],
      }),
    ]);
  });

  it.each<[what: string, fields: Partial<Mention>, left: readonly Mention[]]>([
    ['the mention, when it is what was meant', { entity: lateReference(9) }, []],
    ['the mention, when it is all that could be meant', { candidates: [lateReference(8), lateReference(9)] }, []],
    [
      'the question, when one answer is left',
      { candidates: [lateReference(1), lateReference(9)] },
      [mention({ entity: ref('p1') })],
    ],
    [
      'the rival',
      { entity: lateReference(1), rivals: [{ entity: lateReference(9), refusal: 'case' }] },
      [mention({ entity: ref('p1') })],
    ],
    [
      'the name of what spoke for it',
      { entity: lateReference(1), evidence: [{ kind: 'context', with: lateReference(9) }] },
      [mention({ entity: ref('p1'), evidence: [{ kind: 'context', with: '' }] })],
    ],
  ])('that has lost its record takes with it %s', (_, fields, left) => {
    expect(settled(fields)).toEqual(left);
  });
});
