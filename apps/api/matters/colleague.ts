import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { asked, present } from '../../../prisma/telling/present.ts';
import { loadStaff } from '../../../prisma/telling/staff.ts';
import type { Staff } from '../../../prisma/telling/staff.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import type { State, Task } from '../../../workflows/process/state.ts';
import { postsOf } from '../door/session.ts';
import type { Language } from '../language.ts';
import { actorsOfPosts } from './actors.ts';
import type { Choice } from './choice-lists.ts';
import { fieldsOf } from './form.ts';
import { titlesOf } from './titles.ts';

/** What a field that asks for a colleague chooses from (workflows/process/field.ts). */
export const COLLEAGUES = 'colleagues';

/** Lists that differ from one task to the next are asked for by the task as well. */
export const aimedAt = (list: string, target: string | undefined): string =>
  list === COLLEAGUES ? `${COLLEAGUES}:${target ?? ''}` : list;

/** Whoever may matter to the tasks of a process. */
export function staffOf({ pool }: Database, { tasks, place }: State): Promise<Staff> {
  const performers = Object.values(tasks).map(({ performer }) => performer);
  const units = performers.flatMap(({ unit }) => unit ?? []);
  return loadStaff(pool, { place, people: [], units: [...new Set(units)] });
}

/** Who may do the task and is there: A unless away, B only in the stead of an A who is. With how much each has in hand. */
export async function colleaguesFor(
  db: Database,
  { performer }: Task,
  { place }: State,
  { staff, language }: { staff: Staff; language: Language },
): Promise<Choice[]> {
  const people = present(asked(performer, place, staff), staff).map(({ person }) => person);
  const [titles, inHand] = await Promise.all([titlesOf(db, language, { people }), heldBy(db, people)]);
  return people.map((value) => {
    const name = titles.person(value)?.title ?? value;
    return { value, title: loaded[language](name, inHand.get(value) ?? 0) };
  });
}

const loaded: Readonly<Record<Language, (name: string, n: number) => string>> = {
  zh: (name, n) => `${name}（在办 ${n} 件）`,
  en: (name, n) => `${name} (${n} in hand)`,
};

/** How many open tasks each of the people holds. */
async function heldBy({ pool }: Database, people: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; n: number }>(
    `select held_by_id as id, count(*)::int as n from task
     where status = 'open' and held_by_id = any($1::uuid[]) group by held_by_id`,
    [people],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** In which capacities the colleague whom a form names could take the task: by each post, as if he stood before it himself. */
export async function colleagueIn(
  db: Database,
  form: z.ZodType,
  input: Readonly<Record<string, unknown>>,
): Promise<Actor[] | undefined> {
  const [field = ''] = fieldsOf(form).options.find(([, list]) => list === COLLEAGUES) ?? [];
  const { data: personId } = z.uuid().safeParse(input[field]);
  return personId === undefined
    ? undefined
    : actorsOfPosts(db, { personId, posts: await postsOf(db, personId) });
}
