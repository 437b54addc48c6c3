import { z } from 'zod';
import { Named } from './query.ts';
import { isBackSql, orderOf, visitsOf } from './traffic.ts';

const Step = z.string().max(40).optional();

/** Which mark of a process's traffic was opened; `path` is two steps with `-` between them. */
export const WayQuery = z.object({
  process: Named.optional(),
  step: Step,
  standing: Step,
  again: Step,
  path: z
    .string()
    .regex(/^\w{1,40}-\w{1,40}$/)
    .optional(),
  rework: z.literal('true').optional(),
});
type WayQuery = z.infer<typeof WayQuery>;

type Condition = (value: string, add: (value: unknown) => string, process: string | undefined) => string;

/** Each by the conditions that traffic counts by. */
const conditions: Readonly<Record<Exclude<keyof WayQuery, 'process'>, Condition>> = {
  step: (step, add) => visited(`step = ${add(step)}`),
  again: (step, add) => visited(`step = ${add(step)} and turn > 1`),
  standing: (step, add) =>
    step === 'end' ? 'c.closed_at is not null' : `c.closed_at is null and c.step = ${add(step)}`,
  path(path, add) {
    const [from, to] = path.split('-');
    return visited(`before = ${add(from)} and step = ${add(to)}`);
  },
  rework: (_true, add, process) =>
    process === undefined ? 'false' : visited(isBackSql(add(orderOf(process)))),
};

/** What the course of a case `c` passed through, as conditions. */
export function onTheWay(query: WayQuery, add: (value: unknown) => string): string[] {
  const names = ['step', 'standing', 'again', 'path', 'rework'] as const;
  return names.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : conditions[name](value, add, query.process);
  });
}

/** Whether one entering of a step by the case is such. */
const visited = (condition: string) =>
  `exists (select from (${visitsOf('(select c.id, c.closed_at)')}) visit where ${condition})`;
