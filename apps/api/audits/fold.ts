import type { CourseLine } from './course-line.ts';

/** A row of the paper: what happened in one moment, or several reminders in a row. */
export type Folded = { line: CourseLine; more: readonly CourseLine[]; reminders: number };

type Since = CourseLine['since'];

const sum = (one: Since, other: Since): Since => ({
  ms: one.ms + other.ms,
  workMs: one.workMs + other.workMs,
});

/** Leaves out what is technical, puts what came by itself under what it came with, and makes one row of reminders. */
export function folded(lines: readonly CourseLine[]): Folded[] {
  const told: Folded[] = [];
  let since: Since = { ms: 0, workMs: 0 };
  for (const line of lines) {
    since = sum(since, line.since);
    if (line.kind === 'technical') continue;
    const last = told.at(-1);
    const joined = last && joinedWith(last, line);
    if (joined === undefined) told.push({ line: { ...line, since }, more: [], reminders: countIn(line) });
    else told.splice(-1, 1, joined);
    since = { ms: 0, workMs: 0 };
  }
  return told;
}

const countIn = ({ kind }: CourseLine): number => (kind === 'reminder' ? 1 : 0);

/** The row with one line more; nothing where the line begins a row of its own. */
function joinedWith(last: Folded, line: CourseLine): Folded | undefined {
  if (line.kind === 'reminder' && last.reminders > 0)
    return { ...last, line: { ...line, since: last.line.since }, reminders: last.reminders + 1 };
  return line.follows && last.reminders === 0 ? { ...last, more: [...last.more, line] } : undefined;
}
