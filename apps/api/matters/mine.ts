import type { Database } from '../../../prisma/client.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import type { Subject } from '../door/subject.ts';
import { actorsOfPosts } from './actors.ts';

/** Takes a value into a query; answers its placeholder. */
export type Add = (value: unknown) => string;

/** Pieces of SQL about a task `t`: whether it asks for the subject, and whether nobody else has it in hand. */
export type Own = { mine: string; free: string };

const STAFF = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor'];

/** SQL for "asks for this actor", as actor.ts says it; the process itself has the last word. */
function asksFor(actor: Actor, add: Add): string {
  const { role, unit, place, isHead, callBack, person } = actor;
  const area = `${add(place)}::text`;
  return `(t.reporter_of is null and t.person_id is null and (t.role = ${add(role)}::text or (t.role is null and ${add(STAFF.includes(role))}::boolean))
    and (t.unit_id = ${add(unit)}::uuid or (t.unit_id is null and (t.place_path = ${area} or t.place_path like ${area} || '/%')))
    and (not t.is_head or ${add(isHead)}::boolean) and t.call_back = ${add(callBack)}::boolean
    and (t.not_unit_id is null or t.not_unit_id is distinct from ${add(unit)}::uuid)
    and (t.not_person_id is null or t.not_person_id <> ${add(person)}::uuid))`;
}

/**
 * Which open tasks are the subject's: by a post, by name, as the reporter, or because nobody else is there. `person`: SQL
 * for his id. What A holds is free for B while A is away (AB岗).
 */
export async function ownTasks(db: Database, subject: Subject, person: string, add: Add): Promise<Own> {
  const actors = await actorsOfPosts(db, subject);
  const away = `${add(actors.flatMap(({ for: a }) => a ?? []))}::uuid[]`;
  const byPost = actors.map((actor) => asksFor(actor, add));
  const byName = `t.person_id = any(array_append(${away}, ${person}::uuid))`;
  const reported =
    subject.matterId !== null
      ? `t.reporter_of = ${add(subject.matterId)}::uuid`
      : `t.reporter_of in (select id from intake where reporter_id = ${person}::uuid)`;
  const inStead = `t.id in (select task_id from task_route where person_id = ${person}::uuid)`;
  return {
    mine: `(${[...byPost, byName, reported, inStead].join(' or ')})`,
    free: `(t.held_by_id is null or t.held_by_id = any(${away}))`,
  };
}
