/** Knowledge without a browser: packs read from files, compiled in one go. */
import type { CheckedPack } from '../packs/check-pack';
import type { Knowledge } from '../services/knowledge';
import { createMemoryKnowledge } from '../services/memory-knowledge';
import { IN_ONE_GO } from '../services/slices';
import { sha256 } from './files';

export const createTerminalKnowledge = (packs: readonly CheckedPack[]): Promise<Knowledge> =>
  createMemoryKnowledge(packs, { sha256, slices: IN_ONE_GO });
