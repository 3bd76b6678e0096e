/**
 * The flagship pack alone: reading the world packs too takes five seconds in each file of tests, and what their names do
 * to an article is for tests of their own.
 */
import { bundledPackFiles } from '../../lib/cli/files';

export const flagshipPackFiles = (): string[] =>
  bundledPackFiles().filter((file) => !/world(?:-sharealike)?\.jsonl/.test(file));
