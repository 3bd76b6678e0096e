import { describe, expect, it } from 'vitest';
import { createLatest } from '../../../lib/services/latest';

describe('createLatest', () => {
  it('ends the request before when the next for the same key begins, and no other', () => {
    const latest = createLatest();
    const [first, other] = [latest.begin(1), latest.begin(2)];
    const second = latest.begin(1);
    expect([first, other, second].map(({ aborted }) => aborted)).toEqual([true, false, false]);
    latest.forget(1);
    expect([other, second].map(({ aborted }) => aborted)).toEqual([false, true]);
    latest.forget(3);
  });
});
