import type { Database } from '../../../prisma/client.ts';
import { partsOf } from '../../../prisma/project/course.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { Actor } from '../../../workflows/process/actor.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Post, Subject } from '../door/subject.ts';

/** In which capacities somebody may act on one process: always, and for single tasks that nobody is there for. */
export type Capacities = { always: readonly Actor[]; standIn: ReadonlyMap<string, Actor> };

/** Whoever stands before this process: by each post, as its reporter, as who they are, and as a stand-in (practice.md, 11 and 12). */
export async function capacitiesIn(db: Database, subject: Subject, state: State): Promise<Capacities> {
  const reported = await reportedBy(db, subject, state);
  const posts = await actorsOfPosts(db, subject);
  const asReporter = reported.map((matter) =>
    Actor.parse({ ...nobody(subject, state.place), reporterOf: matter }),
  );
  const asSelf = isMetInPerson(subject, state) ? [Actor.parse(nobody(subject, state.place))] : [];
  return { always: [...posts, ...asReporter, ...asSelf], standIn: await standIns(db, subject, state) };
}

/** Where anybody may come, and where somebody is asked by name or something is his, people act as who they are. */
function isMetInPerson({ personId }: Subject, { process, tasks, items }: State): boolean {
  if (catalog[process]?.isPublic === true) return true;
  if (personId === null) return false;
  return (
    Object.values(tasks).some(({ performer }) => performer.person === personId) ||
    Object.values(items).some(({ facts }) => facts['person'] === personId)
  );
}

const nobody = ({ personId: person }: Subject, place: string) => ({
  person,
  role: 'resident',
  unit: null,
  place,
});

/** Each post, B's only while A is away: then B acts for A, and both are recorded. */
export async function actorsOfPosts(
  db: Database,
  { personId, posts }: Pick<Subject, 'personId' | 'posts'>,
): Promise<Actor[]> {
  const absent = posts.some(({ rank }) => rank === 'B')
    ? await firstsOf(db, posts)
    : new Map<string, First>();
  return posts.flatMap((post) => {
    const { role, unitId: unit, placePath: place, isHead, callBack } = post;
    const actor = Actor.parse({ person: personId, role, unit, place, isHead, callBack });
    const first = absent.get(post.id);
    if (post.rank !== 'B' || first === undefined) return [actor];
    return first.isAway ? [{ ...actor, for: first.person }] : [];
  });
}

type First = { person: string; isAway: boolean };

/** For each B post the A who shares it: one who is away, where there is one. A lonely B acts by himself. */
async function firstsOf({ pool }: Database, posts: readonly Post[]): Promise<Map<string, First>> {
  const { rows } = await pool.query<First & { id: string }>(
    `select distinct on (mine.id) mine.id, post.person_id as person,
            exists (select from absence where absence.person_id = post.person_id and absence.ended_at is null
                    and now() >= absence.from_at and now() < absence.until_at) as "isAway"
     from post mine join post on post.rank <> 'B' and post.ended_at is null and post.role = mine.role
       and post.place_id = mine.place_id and post.unit_id is not distinct from mine.unit_id and post.is_head = mine.is_head
     where mine.id = any($1::uuid[]) order by mine.id, 3 desc`,
    [posts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, ...first }) => [id, first]));
}

/** The reports among those that this process answers which are the subject's own. */
async function reportedBy({ pool }: Database, subject: Subject, state: State): Promise<string[]> {
  const matters = reportersIn(state);
  if (subject.matterId !== null) return matters.filter((matter) => matter === subject.matterId);
  const { rows } = await pool.query<{ id: string }>(
    'select id from intake where id = any($1::uuid[]) and reporter_id = $2',
    [matters, subject.personId],
  );
  return rows.map(({ id }) => id);
}

/** The reports that a process answers: its own and those merged into it. */
export function reportersIn({ facts, id }: State): string[] {
  const list = Array.isArray(facts['reporters']) ? facts['reporters'] : [];
  const matters = list.flatMap((one) =>
    one !== null && typeof one === 'object' && 'matter' in one && typeof one['matter'] === 'string'
      ? one['matter']
      : [],
  );
  return matters.length === 0 ? [id] : matters;
}

type Route = { task_id: string; unit_id: string | null; for_id: string | null };

/** Tasks of the process for which nobody was there, and which came to this person. */
async function standIns(
  { pool }: Database,
  { personId, posts }: Subject,
  state: State,
): Promise<Map<string, Actor>> {
  if (personId === null) return new Map();
  const { rows } = await pool.query<Route>(
    `select task_id, unit_id, for_id from task_route where person_id = $1 and task_id like $2`,
    [personId, `${state.id}.%`],
  );
  return new Map(
    rows.flatMap(({ task_id, unit_id: unit, for_id: inSteadOf }) => {
      const role = posts[0]?.role ?? 'supervisor';
      const actor = Actor.parse({
        person: personId,
        role,
        unit,
        place: state.place,
        for: inSteadOf,
        standsIn: true,
      });
      const local = partsOf(task_id)?.localId;
      return local === undefined ? [] : [[local, actor] as const];
    }),
  );
}
