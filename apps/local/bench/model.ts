import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { Actor } from '../../../workflows/process/actor.ts';

/** Who plays in a course: the community dispatches and checks, one unit leads, another helps, a resident reports. */
export type Model = Record<'community' | 'lead' | 'helper' | 'reporter', Actor>;

/** Where a matter may lie, and who dispatches there: the community's own people, where it has any. */
const Spot = z.object({
  id: z.uuid(),
  path: z.string(),
  community: z.string(),
  unit: z.uuid(),
  clerk: z.uuid(),
});
export type Spot = z.infer<typeof Spot>;

/** A unit that matters are dispatched to, with somebody who works there. */
const Handler = z.object({ unit: z.uuid(), person: z.uuid(), place: z.string() });
export type Handler = z.infer<typeof Handler>;

/** The town as matters need it: at least one spot, two handlers, one kind of matter. */
export type Cast = { spots: Spot[]; handlers: Handler[]; kinds: string[]; resident: string };

const SPOTS = `select distinct on (spot.path) spot.id, spot.path, community.path as community, post.unit_id as unit, post.person_id as clerk
  from place spot join place community on spot.path like community.path || '/%' and community.level = 'community'
  join post on post.place_id = community.id and post.role = 'community' and post.unit_id is not null and post.ended_at is null
  order by spot.path, post.is_head, post.rank, post.person_id`;
const HANDLERS = `select distinct on (unit.id) unit.id as unit, post.person_id as person, place.path as place
  from unit join post on post.unit_id = unit.id and post.role = 'department' and post.ended_at is null
  join place on place.id = post.place_id where unit.kind = 'department' and unit.handles
  order by unit.id, post.is_head, post.person_id`;
const RESIDENT = `select person_id as id from post where role = 'resident' and ended_at is null order by person_id limit 1`;

/** Reads the town that is there. */
export async function castOf({ pool }: Database): Promise<Cast> {
  const read = async (sql: string) => (await pool.query(sql)).rows;
  const [spots, handlers, kinds, residents] = await Promise.all([
    read(SPOTS),
    read(HANDLERS),
    read('select code from kind where not is_complaint order by code'),
    read(RESIDENT),
  ]);
  return {
    spots: z.array(Spot).min(1).parse(spots),
    handlers: z.array(Handler).min(2).parse(handlers),
    kinds: z
      .array(z.object({ code: z.string() }))
      .min(1)
      .parse(kinds)
      .map(({ code }) => code),
    resident:
      z
        .array(z.object({ id: z.uuid() }))
        .min(1)
        .parse(residents)[0]?.id ?? '',
  };
}

/** Those who play the courses that are multiplied. */
export function modelOf({ spots: [spot], handlers: [lead, helper] }: Cast, matter: string): Model {
  const handler = (one: Handler | undefined) =>
    Actor.parse({ person: one?.person, role: 'department', unit: one?.unit, place: one?.place });
  return {
    community: Actor.parse({
      ...{ person: spot?.clerk, role: 'community', unit: spot?.unit, place: spot?.community },
    }),
    lead: handler(lead),
    helper: handler(helper),
    reporter: Actor.parse({
      person: null,
      role: 'resident',
      unit: null,
      place: spot?.path,
      reporterOf: matter,
    }),
  };
}
