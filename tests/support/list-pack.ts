/** A pack file as a build lists it. */
import type { PackId } from '../../lib/model/ids';
import type { BundledPack } from '../../lib/services/ports';

export function listPack(path: string, text: string): BundledPack {
  const lines = text.trimEnd().split('\n');
  const { id } = JSON.parse(lines[0] ?? '') as { id: PackId };
  const { sha256: digest } = JSON.parse(lines.at(-1) ?? '') as { sha256: string };
  const records = lines.slice(1, -1);
  const names = records.reduce((sum, line) => sum + namesIn(line), 0);
  return { path, id, sha256: digest, records: records.length, names };
}

function namesIn(line: string): number {
  try {
    return (JSON.parse(line) as { names?: unknown[] }).names?.length ?? 0;
  } catch {
    return 0;
  }
}
