/** The processes of a browser, as Linux counts them: for what a browser does not tell of itself. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessCount {
  readonly pid: number;
  /** As it was started. */
  readonly command: string;
  /** The most MB that it ever had in memory. */
  readonly peakMb: number;
  /** Time of processors that it has had so far. */
  readonly cpuMs: number;
}

/** The kernel counts time in hundredths of a second. */
const MS_PER_TICK = 10;

/** All processes below one; none on other systems. */
export function processesBelow(parent: number): ProcessCount[] {
  const parents = new Map<number, number>();
  const counts: ProcessCount[] = [];
  for (const entry of entriesOfProc()) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      // After the name, which may hold anything: the 12th and 13th field are the time in user and in system code.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      counts.push({
        pid,
        command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
        peakMb: Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
        cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK,
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at = parents.get(pid) ?? 0; at > 1; at = parents.get(at) ?? 0) if (at === parent) return true;
    return false;
  };
  return counts.filter(({ pid }) => isBelow(pid));
}

function entriesOfProc(): string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}
