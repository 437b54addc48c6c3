// What happened in a process: entries of the journal told in sentences,
// one act with all that followed from it.
import { z } from 'zod';
import { Hand } from '../../api/matters.ts';

const Text = z.string().optional();

/** What the events of the journal hold, as far as their sentences need it. */
export const Happening = z.looseObject({
  task: Text,
  kind: Text,
  /** To whom a task was handed and who held it until then, by name (read.ts). */
  to: Text,
  from: Text,
  step: Text,
  outcome: Text,
  form: z.record(z.string(), z.unknown()).optional(),
  how: Text,
  reason: Text,
  why: Text,
  does: Text,
  isOvertaken: z.boolean().optional(),
  request: Text,
  isGranted: z.boolean().optional(),
  words: z.string().nullish(),
  what: Text,
  facts: z.record(z.string(), z.unknown()).optional(),
  ending: Text,
  clock: z.unknown().optional(),
  item: Text,
  process: Text,
  policy: z.object({ name: z.string(), version: z.string() }).optional(),
});
export type Happening = z.infer<typeof Happening>;

/** One entry of the journal; `countsAt` is earlier than `at` when the act had to wait for its turn. */
export const HistoryLine = z.object({
  seq: z.int(),
  at: z.string(),
  countsAt: z.string(),
  type: z.string(),
  by: Hand.nullable(),
  event: Happening,
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** An act, and what followed from it in the same moment. */
export type Scene = { main: HistoryLine; rest: readonly HistoryLine[] };

/** What people look for first; what follows by itself comes last. */
const rank = [
  'taskCompleted',
  'stopped',
  'asked',
  'answered',
  'urged',
  'commented',
  'cardLifted',
  'adopted',
  'opened',
  'itemAdded',
  'itemChanged',
  'rungReached',
  'taskClaimed',
  'taskReleased',
  'taskAssigned',
  'taskReopened',
  'closed',
  'itemClosed',
  'began',
  'taskEnded',
  'noted',
  'told',
  'stepEntered',
  'taskOpened',
];

const rankOf = ({ type }: HistoryLine): number => (rank.includes(type) ? rank.indexOf(type) : rank.length);

/** Clocks that start and stop with their tasks need no sentence of their own. */
function isNoise({ type, event }: HistoryLine): boolean {
  return (
    type === 'messageSent' || (type === 'clockMoved' && ['started', 'stopped'].includes(event.why ?? ''))
  );
}

/** Gathers what happened in one moment by one hand. */
export function scenesOf(lines: readonly HistoryLine[]): Scene[] {
  const moments: HistoryLine[][] = [];
  for (const line of lines) {
    const last = moments.at(-1);
    if (last?.[0] !== undefined && isOneMoment(last[0], line)) last.push(line);
    else moments.push([line]);
  }
  return moments.map(sceneOf);
}

/** What follows by itself has no hand of its own. */
const isOneMoment = (first: HistoryLine, next: HistoryLine): boolean =>
  first.at === next.at && (next.by === null || first.by?.person?.value === next.by.person?.value);

function sceneOf(lines: HistoryLine[]): Scene {
  const [first, ...others] = lines.filter((line) => !isNoise(line));
  if (first === undefined) return { main: lines[0] ?? nothing, rest: [] };
  const main = others.reduce((best, line) => (rankOf(line) < rankOf(best) ? line : best), first);
  return { main, rest: [first, ...others].filter((line) => line !== main) };
}

const nothing: HistoryLine = { seq: 0, at: '', countsAt: '', type: '', by: null, event: {} };
