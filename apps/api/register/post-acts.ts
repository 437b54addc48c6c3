import type { Tx } from '../../../prisma/client.ts';
import { NotNow, NotYours } from '../../../workflows/rules/violation.ts';
import { covers } from '../../../workflows/process/actor.ts';
import { BadField, NotFound } from '../refusal.ts';
import type { Change } from './deed.ts';
import { placeAt, unitNamed } from './lookup.ts';
import type { Named } from './lookup.ts';
import { standingPerson } from './person-acts.ts';
import { ofUnits, powers } from './post.ts';
import type { NewPost } from './post.ts';

/** Nobody gives himself anything, or takes it from himself. Throws NotYours. */
export function mustBeAnother(by: string | null, person: string): void {
  if (by === person) throw new NotYours('not-yourself');
}

/** Gives a person a post from now on. */
export async function givePost(tx: Tx, personId: string, id: string, given: NewPost): Promise<Change> {
  const person = await standingPerson(tx, personId);
  const { role, rank, isHead, callBack } = given;
  const unit = given.unit === undefined ? null : await unitNamed(tx, 'unit', given.unit);
  if (unit === null && ofUnits.includes(role)) throw new BadField('unit', 'unit-needed');
  const place = await placeFor(tx, given.place, unit);
  if (callBack && role !== 'supervisor') throw new BadField('callBack', 'call-back-supervisor');
  await mustStayApart(tx, personId, role);
  await mustBeNew(tx, personId, role, unit, place);
  await tx.query(
    'insert into post (id, person_id, role, unit_id, place_id, rank, is_head, call_back) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, personId, role, unit?.id ?? null, place.id, rank, isHead, callBack],
  );
  const at = { unit: unit?.said ?? null, place: place.said };
  return { before: {}, after: { person: person.said, role, ...at, rank, isHead, callBack } };
}

async function placeFor(tx: Tx, path: string | undefined, unit: Named | null): Promise<Named> {
  if (path !== undefined) {
    const place = await placeAt(tx, path);
    if (unit !== null && !covers(unit.path, place.path)) throw new BadField('place', 'place-outside-unit');
    return place;
  }
  if (unit === null) throw new BadField('place', 'place-needed');
  return placeAt(tx, unit.path);
}

/** Three powers apart: an administrator or auditor holds nothing else, and nobody who does becomes one. */
async function mustStayApart(tx: Tx, personId: string, role: string): Promise<void> {
  const { rows } = await tx.query<{ role: string }>(
    `select distinct role from post where person_id = $1 and ended_at is null and role <> 'resident'`,
    [personId],
  );
  const isPower = (one: string) => powers.includes(one);
  const clash = rows.some((held) => held.role !== role && (isPower(held.role) || isPower(role)));
  if (clash) throw new BadField('role', 'powers-apart');
}

async function mustBeNew(tx: Tx, personId: string, role: string, unit: Named | null, place: Named) {
  const { rows } = await tx.query(
    `select 1 from post where person_id = $1 and role = $2 and unit_id is not distinct from $3 and place_id = $4
       and ended_at is null`,
    [personId, role, unit?.id ?? null, place.id],
  );
  if (rows.length > 0) throw new BadField('role', 'post-known');
}

type Held = {
  person_id: string;
  role: string;
  rank: string;
  unit: string | null;
  place: string;
  person: string;
};

const HELD = `
  select person_id, role, rank, unit.name || ' ' || unit.code as unit, place.name || ' ' || place.path as place,
         person.name || ' ' || person.account as person
  from post join place on place.id = post.place_id join person on person.id = post.person_id
  left join unit on unit.id = post.unit_id`;

/** Ends a post; what was done in it stays done in it. */
export async function endPost(tx: Tx, id: string, by: string | null): Promise<Change> {
  const { rows } = await tx.query<Held>(`${HELD} where post.id = $1 and post.ended_at is null`, [id]);
  const [held] = rows;
  if (held === undefined) throw new NotFound();
  mustBeAnother(by, held.person_id);
  await mustHoldNothing(tx, held.person_id);
  await mustNotBeLast(tx, held.person_id, held.role);
  await tx.query('update post set ended_at = now() where id = $1', [id]);
  const { person, role, unit, place, rank } = held;
  return { before: { person, role, unit, place, rank, isEnded: false }, after: { isEnded: true } };
}

/** A task in somebody's hands would wait for nobody: it is finished or given back first, by B while A is away. */
export async function mustHoldNothing(tx: Tx, personId: string): Promise<void> {
  const { rows } = await tx.query<{ open: number }>(
    `select count(*)::int as open from task where held_by_id = $1 and status = 'open'`,
    [personId],
  );
  const open = rows[0]?.open ?? 0;
  if (open > 0) throw new NotNow('holds-tasks', { open });
}

/** A town without one of the three powers could not give it back to anybody. */
export async function mustNotBeLast(tx: Tx, personId: string, role: string): Promise<void> {
  if (!powers.includes(role)) return;
  const { rows } = await tx.query(
    `select 1 from post join person on person.id = post.person_id
     where role = $1 and post.ended_at is null and disabled_at is null and person_id <> $2 limit 1`,
    [role, personId],
  );
  if (rows.length === 0) throw new NotNow('last-of-power');
}
