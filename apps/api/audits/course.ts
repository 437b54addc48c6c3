import { countsAt } from '../../../workflows/process/event.ts';
import type { Entry } from '../../../workflows/process/event.ts';
import { handOf } from '../matters/hands.ts';
import { timeOf } from '../wire.ts';
import type { Audited } from './audited.ts';
import { causesOf } from './causes.ts';
import { commandLine, isToldOf } from './command-line.ts';
import { kindOf } from './course-line.ts';
import type { CourseLine } from './course-line.ts';
import { fieldsOf } from './fields.ts';
import type { Words } from './fields.ts';
import type { JournalRow } from './reading.ts';
import { said } from './said.ts';
import { tell } from './tell.ts';
import { waitBetween } from './waits.ts';

/** A line before it is known what came before it. */
export type Piece = Omit<CourseLine, 'since' | 'follows' | 'at' | 'policy'> & { moment: Date };

/** The course in business words, oldest first: what is recorded, and beside it what was tried and refused. */
export function courseOf(audited: Audited, words: Words): CourseLine[] {
  const { rows, commands, entries, scene } = audited;
  const { commandOf } = causesOf(entries, commands);
  const recorded = rows.map((row) => ({
    ...pieceOf(row, audited, words),
    command: commandOf.get(row.seq) ?? null,
  }));
  const tried = commands.filter(isToldOf).map((row) => commandLine(row, audited, words));
  const pieces = [...recorded, ...tried].sort((a, b) => a.moment.getTime() - b.moment.getTime());
  const policyAt = policies(entries);
  return pieces.map((piece, i) => {
    const { moment, ...line } = piece;
    const before = pieces[i - 1];
    const since = waitBetween(before?.moment, moment, scene.time);
    const follows = before !== undefined && isOneMoment(before, piece);
    return { ...line, at: timeOf(moment), since, follows, policy: policyAt(moment) };
  });
}

/** What follows by itself has no hand of its own, or the same one. */
const isOneMoment = (before: Piece, { moment, by, seq }: Piece): boolean =>
  seq !== null &&
  before.seq !== null &&
  before.moment.getTime() === moment.getTime() &&
  (by === null || before.by?.person?.value === by.person?.value);

function pieceOf(row: JournalRow, audited: Audited, words: Words): Piece {
  const { entry, seq, at, recordedAt, number } = row;
  const line = {
    ...{ id: `e${seq}`, seq, moment: at, recordedAt: timeOf(recordedAt), command: null },
    ...{ countsAt: timeOf(at), waitedMs: 0 },
  };
  const { language } = audited.looking;
  if (entry === undefined) {
    const sentence = said[language].command.unreadable;
    return { ...line, kind: 'technical', by: null, sentence, fields: [] };
  }
  const telling = { ...audited.telling, number: number ?? undefined };
  return {
    ...line,
    countsAt: timeOf(countsAt(entry)),
    waitedMs: entry.waitedMs ?? 0,
    kind: kindOf(entry),
    by: handOf(entry.by, audited.titles, audited.naming),
    sentence: tell(entry.event, telling),
    fields: audited.naming.sight === 'all' ? fieldsOf(entry.event, telling, words) : [],
  };
}

/** Which version of the policy counted at a moment. */
function policies(entries: readonly Entry[]): (at: Date) => string {
  const versions = entries.flatMap(({ event, at }) =>
    event.type === 'opened' || event.type === 'adopted'
      ? [{ from: Date.parse(at), name: `${event.policy.name} ${event.policy.version}` }]
      : [],
  );
  return (at) => (versions.findLast(({ from }) => from <= at.getTime()) ?? versions[0])?.name ?? '';
}
