/** Knowledge without a browser: packs read from files, the same index and the same builders as in the extension. */
import type { CheckedPack } from '../packs/check-pack';
import { compileIndex } from '../recognition/compile-index';
import { fingerprintOf } from '../services/installed-set';
import type { Knowledge } from '../services/knowledge';
import { createMemoryKnowledge } from '../services/memory-knowledge';
import { RECORDS_PER_ROW } from '../services/stage-pack';
import { sha256 } from './files';

export async function createTerminalKnowledge(packs: readonly CheckedPack[]): Promise<Knowledge> {
  const fingerprint = await fingerprintOf(packs, sha256);
  const compiled = compileIndex(
    packs.map(({ header, records }) => ({ header, records, rowSize: RECORDS_PER_ROW })),
    fingerprint,
  );
  return createMemoryKnowledge(packs, compiled, fingerprint);
}
