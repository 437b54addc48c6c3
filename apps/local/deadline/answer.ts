// What the command `deadline` does with one line: read it, find its class, its term and its calendar, count, explain,
// and say in one sentence what is wrong with it. commands/deadline.ts wires it up.
import { z } from 'zod';
import type { Calendar, WorkTime } from '../../../workflows/rules/calendar.ts';
import { explainDue } from '../../../workflows/rules/explain.ts';
import type { DeadlinePolicy, Policy } from '../../../workflows/rules/policy.ts';
import { sentenceOf } from '../../../workflows/rules/sentence.ts';
import { BadInput } from '../../../workflows/rules/violation.ts';
import { PolicyFault } from '../../../policies/load.ts';
import { termsByClass } from './classes.ts';

/** A line that cannot be answered; the message is one sentence with its number and field. */
export class LineFault extends Error {
  constructor(number: number, said: string) {
    super(`Line ${number}: ${said}.`);
  }
}

const EXAMPLE = '2024-09-30T16:00:00+08:00';
const text = (field: string) => z.string(`"${field}" must be a text`).min(1, `"${field}" must not be empty`);

const Line = z
  .object(
    {
      id: z.union([z.string().min(1), z.number()], '"id" must be a text or a number'),
      class: text('class').optional(),
      term: text('term').optional(),
      calendar: text('calendar').optional(),
      openedAt: z.iso.datetime({
        offset: true,
        local: true,
        error: ({ input }) =>
          input === undefined
            ? '"openedAt" is missing'
            : `"openedAt" must be a date and time like ${EXAMPLE}, not ${JSON.stringify(input)}`,
      }),
    },
    'must be a JSON object',
  )
  .refine(
    (line) => (line.class === undefined) !== (line.term === undefined),
    'must have either "class" or "term"',
  );
type Line = z.infer<typeof Line>;

type FindCalendar = (name: string) => Promise<Calendar>;

/** A function from a line and its number to the answer's line. Throws PolicyFault for the policy's own calendar, else LineFault. */
export async function answerer(policy: DeadlinePolicy | Policy, find: FindCalendar) {
  const terms = termsByClass(policy);
  const calendars = new Map([[policy.calendar, await find(policy.calendar)]]);

  async function calendarOf(name: string, number: number): Promise<Calendar> {
    const calendar =
      calendars.get(name) ?? (await find(name).catch((error) => refuseCalendar(error, number)));
    calendars.set(name, calendar);
    return calendar;
  }

  return async (written: string, number: number): Promise<string> => {
    const line = read(written, number);
    const calendar = await calendarOf(line.calendar ?? policy.calendar, number);
    const term = line.term ?? terms.get(line.class ?? '');
    if (term === undefined) throw new LineFault(number, unknownClass(line, terms));
    const explained = explain(line, term, { calendar, office: policy.office }, number);
    const versions = {
      policy: { name: policy.name, version: policy.version },
      calendar: { id: calendar.id, version: calendar.version },
      class: line.class,
    };
    const explanation = { ...versions, ...explained, sentence: sentenceOf(explained) };
    return JSON.stringify({ id: line.id, dueAt: explained.dueAt, explanation });
  };
}

function read(written: string, number: number): Line {
  const result = Line.safeParse(json(written, number));
  if (result.success) return result.data;
  throw new LineFault(number, result.error.issues.map(({ message }) => message).join(', '));
}

function json(written: string, number: number): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    throw new LineFault(number, 'is not JSON');
  }
}

function explain(line: Line, term: string, time: WorkTime, number: number) {
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(line.openedAt);
  try {
    return explainDue(
      new Date(hasOffset ? line.openedAt : line.openedAt + time.office.utcOffset),
      term,
      time,
    );
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new LineFault(number, said(error, term));
  }
}

function said({ code, facts }: BadInput, term: string): string {
  if (code === 'calendar.before')
    return `"openedAt" lies before ${facts.from}, where the calendar "${facts.calendar}" begins, so the term "${term}" cannot be counted`;
  if (code === 'term.reach') return `the term "${term}" goes past what the calendar can reach`;
  return `"term" must be written like 30min, 24h, 7d, 3d-eod, 1mo, 4wh or 5wd-eod, not "${term}"`;
}

function unknownClass(line: Line, terms: ReadonlyMap<string, string>): string {
  return `"class" is "${line.class}", which the policy does not have; it has ${[...terms.keys()].join(', ')}`;
}

function refuseCalendar(error: unknown, number: number): never {
  if (!(error instanceof PolicyFault)) throw error;
  throw new LineFault(number, `"calendar": ${error.message.replace(/\.$/, '')}`);
}
