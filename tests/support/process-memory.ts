/** The memory of a browser's processes, as Linux counts it: for what a browser does not tell of itself. */
import { readdirSync, readFileSync } from 'node:fs';

/** The most MB that any process below one ever had in memory, by process id; nothing on other systems. */
export function peakMemory(parent: number): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const peaks = new Map<number, number>();
  let entries: string[] = [];
  try {
    entries = readdirSync('/proc');
  } catch {
    return peaks;
  }
  for (const entry of entries) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      peaks.set(pid, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === parent) return true;
    return false;
  };
  return new Map([...peaks].filter(([pid]) => pid !== parent && isBelow(pid)));
}
