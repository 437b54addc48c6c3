import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in ticks of this many a second, on every Linux of today. */
const TICKS = 100;

/** Processor time that a process and those below it have used, in seconds; null where the system does not tell. */
export function cpuSeconds(pid: number): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : [],
  );
  const used = (top: number): number =>
    all.reduce((sum, one) => {
      if (one.pid === top) return sum + one.own;
      return one.parent === top ? sum + used(one.pid) : sum;
    }, 0);
  return Math.round(used(pid) / TICKS);
}

type Stat = { pid: number; parent: number; own: number };

/** After the name in brackets: field 4 is the parent, 14 and 15 its own time, 16 and 17 that of children that have ended. */
function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0);
    return { pid, parent: fields[1] ?? 0, own };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
