import type { CourseLine } from './answer.ts';

/** What happened in one moment: the first line, what came with it, and how long nothing had happened before. */
export type Moment = { main: CourseLine; rest: readonly CourseLine[]; since: Wait };

/** Several moments in which nothing but reminders were sent. */
export type Reminders = { reminders: readonly Moment[]; since: Wait };

export type Wait = { ms: number; workMs: number };

/** What a reader wants to see: of one hand, of some kinds, also what is technical. */
export type Wish = { by: string | null; kind: string | null; isTechnicalShown: boolean };

const none: Wait = { ms: 0, workMs: 0 };
const sum = (one: Wait, other: Wait): Wait => ({
  ms: one.ms + other.ms,
  workMs: one.workMs + other.workMs,
});

/** The lines in moments, oldest first; what is left out adds its waiting to the next that is shown. */
export function momentsOf(lines: readonly CourseLine[], wish: Wish): Moment[] {
  const moments: Moment[] = [];
  let skipped = none;
  for (const group of grouped(lines)) {
    skipped = sum(skipped, group[0]?.since ?? none);
    const shown = group.filter(({ kind }) => wish.isTechnicalShown || kind !== 'technical');
    const [main, ...rest] = shown;
    if (main === undefined || !isWished(shown, wish)) continue;
    moments.push({ main, rest, since: skipped });
    skipped = none;
  }
  return moments;
}

function grouped(lines: readonly CourseLine[]): CourseLine[][] {
  const groups: CourseLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.follows && last !== undefined) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The name under which a hand stands in the address; nobody's is the system's. */
export const handName = ({ by }: CourseLine): string => by?.person?.value ?? by?.role ?? 'itself';

const isWished = (lines: readonly CourseLine[], { by, kind }: Wish): boolean =>
  lines.some((line) => (by === null || handName(line) === by) && (kind === null || line.kind === kind));

const isReminder = ({ main, rest }: Moment): boolean =>
  [main, ...rest].every((line) => line.kind === 'reminder');

/** Reminders that follow each other become one. */
export function foldedOf(moments: readonly Moment[]): (Moment | Reminders)[] {
  const told: (Moment | Reminders)[] = [];
  for (const moment of moments) {
    const last = told.at(-1);
    if (!isReminder(moment)) told.push(moment);
    else if (last !== undefined && 'reminders' in last)
      told.splice(-1, 1, { ...last, reminders: [...last.reminders, moment] });
    else told.push({ reminders: [moment], since: moment.since });
  }
  return told;
}
