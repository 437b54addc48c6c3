// What a person who looks after the house has to know: how each part stands, since when, and what to do about it.
// Counted from PostgreSQL and asked of the services; nothing here tells of any resident or matter.
import type { Name } from './words-zh.ts';

/** ok: nothing to do. warning: soon. alarm: now. */
export type Level = 'ok' | 'warning' | 'alarm';

/** How one part stands. `since`: null where nobody knows, or where all is well. */
export type Finding = {
  name: Name;
  level: Level;
  since: Date | null;
  count: number;
  facts: Readonly<Record<string, string | number>>;
};

/** A number against its two limits, both in the number's own unit: at or above the second it is an alarm. */
export function levelOf(value: number, [warning, alarm]: readonly [number, number]): Level {
  if (value >= alarm) return 'alarm';
  return value >= warning ? 'warning' : 'ok';
}

const order: readonly Level[] = ['alarm', 'warning', 'ok'];

/** The worst first; within a level the order in which they are looked at. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
