import type { Door } from '../door.ts';
import { fatesOf } from '../plan.ts';
import type { Fate } from '../plan.ts';
import { until } from '../quarter.ts';
import type { Quarter } from '../quarter.ts';
import type { Stage } from '../stage.ts';
import { timeIn } from '../time.ts';
import type { Member } from '../town.ts';

/** A claimed task: its process, who has it, and what becomes of it. */
export type Task = { id: string; member: Member; fate: Fate };

/** Days until it is to be done: what comes late is short, so that little time has to be skipped. */
const DAYS: Readonly<Record<Fate, number>> = { done: 30, sentBack: 30, late: 10, never: 30 };
const DAY = 86_400_000;

/** The service list: each holder names a person and a day for each of its problems, and its tasks begin. */
export async function list(stage: Stage, door: Door, quarter: Quarter): Promise<Task[]> {
  await quarter.stands('service');
  const problems = await quarter.openItems('problem');
  const fates = fatesOf(problems.length, quarter.chance);
  const fateOf = new Map(problems.map(({ id }, n) => [id, fates[n] ?? 'done']));
  const now = await timeIn(stage.client, quarter.id);
  const members = quarter.cast.bouts.flat();
  await Promise.all(
    members.map(async (member) => {
      const own = problems.filter(({ unit }) => unit === member.unit).map(({ id }) => id);
      if (own.length > 0)
        await name(
          door,
          quarter,
          member,
          own.map((id) => [id, dayIn(DAYS[fateOf.get(id) ?? 'done'], now)]),
        );
    }),
  );
  await until(`Not all tasks of ${quarter.cast.path} have begun.`, async () => {
    return (await quarter.tasks()).length === problems.length;
  });
  const holders = new Map(problems.map(({ id, unit }) => [id, members.find((one) => one.unit === unit)]));
  return (await quarter.tasks()).flatMap(({ id, item }) => {
    const problem = `${quarter.id}.${item}`;
    const member = holders.get(problem);
    return member === undefined ? [] : { id, member, fate: fateOf.get(problem) ?? 'done' };
  });
}

const dayIn = (days: number, now: Date): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

async function name(
  door: Door,
  quarter: Quarter,
  { account, unit, person }: Member,
  problems: readonly (readonly [id: string, dueOn: string])[],
): Promise<void> {
  for (const [id, dueOn] of problems)
    await door.act({ account, at: `items/${id}`, act: 'nameResponsible', input: { person, dueOn } });
  const task = await quarter.task('serviceList', { unit });
  await door.act({ account, at: `tasks/${task}`, act: 'submitServiceList' });
}
