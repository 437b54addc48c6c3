import { z } from 'zod';
import { actNamed } from '../../../workflows/process/acts.ts';
import { handOf } from '../matters/hands.ts';
import type { Hand } from '../matters/shown.ts';
import { violationOf } from '../matters/acting.ts';
import { answerTo, problemOf } from '../problem.ts';
import { timeOf } from '../wire.ts';
import type { Audited } from './audited.ts';
import type { CommandRow } from './commands.ts';
import type { Piece } from './course.ts';
import { filledIn } from './fields.ts';
import type { Field, Words } from './fields.ts';
import { filled, said } from './said.ts';

/** The name under which taking the file away is kept. */
export const EXPORT = 'exportAudit';
const LOOK = 'seeReporter';

const Refused = z.object({ kind: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()) });
const Taken = z.object({ format: z.string(), role: z.string() });
const Input = z.record(z.string(), z.unknown()).catch({});

/** What stands beside the journal: accepted acts are in it already. */
export const isToldOf = ({ act, status, name }: CommandRow): boolean =>
  act === undefined ? name === EXPORT || name === LOOK : status !== 'accepted';

/** A command as a line of the course: refused, without an outcome yet, or a look that left no entry. */
export function commandLine(row: CommandRow, audited: Audited, words: Words): Piece {
  const { id, receivedAt, endedAt, status, act } = row;
  return {
    ...{ id: `c${id}`, seq: null, moment: receivedAt, command: id },
    countsAt: timeOf(receivedAt),
    recordedAt: endedAt === null ? null : timeOf(endedAt),
    kind: act === undefined ? 'access' : status === 'rejected' ? 'refused' : 'act',
    by: handIn(row, audited),
    sentence: sentenceOf(row, audited),
    fields: fieldsIn(row, audited, words),
    waitedMs: 0,
  };
}

function handIn({ act, body, subject }: CommandRow, { titles, naming }: Audited): Hand | null {
  if (act !== undefined) {
    const { person, role, unit, for: inSteadOf } = act.actor;
    return handOf({ person, role, unit, for: inSteadOf }, titles, naming);
  }
  const role = Taken.safeParse(body).data?.role ?? 'auditor';
  return { role, person: titles.person(subject), unit: null, inSteadOf: null };
}

function sentenceOf(row: CommandRow, { scene, looking }: Audited): string {
  const { language } = looking;
  const { refused, waiting, looked, exported } = said[language].command;
  if (row.name === LOOK) return looked;
  if (row.name === EXPORT) return filled(exported, { format: Taken.safeParse(row.body).data?.format });
  const act = actNamed(scene.definition, row.name)?.title[language] ?? row.name;
  return row.status === 'rejected'
    ? filled(refused, { act, why: reasonOf(row, language) })
    : filled(waiting, { act });
}

/** Why it was refused, in the sentence that whoever tried it has read. */
function reasonOf({ answer, id }: CommandRow, language: Audited['looking']['language']): string {
  const refusal = Refused.safeParse(answer).data;
  if (refusal === undefined) return '';
  const violation = violationOf(refusal);
  return problemOf(answerTo(violation), violation, language, id).detail;
}

function fieldsIn({ act, name }: CommandRow, audited: Audited, words: Words): Field[] {
  if (act === undefined || audited.naming.sight !== 'all') return [];
  const form = actNamed(audited.scene.definition, name)?.input;
  return filledIn(Input.parse(act.input), form, audited.telling, words);
}
