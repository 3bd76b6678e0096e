/** Knowledge without a browser: packs read from files, compiled in one go. */
import type { CheckedPack } from '../packs/check-pack';
import type { Knowledge } from '../services/knowledge';
import { createMemoryKnowledge } from '../services/memory-knowledge';
import type { Slices } from '../services/slices';
import { sha256 } from './files';

/** Nothing else waits in a terminal. */
export const IN_ONE_GO: Slices = { now: () => 0, pause: async () => undefined };

export const createTerminalKnowledge = (packs: readonly CheckedPack[]): Promise<Knowledge> =>
  createMemoryKnowledge(packs, { sha256, slices: IN_ONE_GO });
