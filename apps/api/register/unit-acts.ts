import type { Tx } from '../../../prisma/client.ts';
import { NotNow } from '../../../workflows/rules/violation.ts';
import { BadField, NotFound } from '../refusal.ts';
import type { Change } from './deed.ts';
import { englishOf } from './field.ts';
import { difference } from './record.ts';
import { placeAt, unitNamed } from './lookup.ts';
import type { Named } from './lookup.ts';
import type { ChangedUnit, NewUnit } from './unit.ts';

type Found = {
  id: string;
  name: string;
  name_en: string;
  handles: boolean;
  superior_id: string | null;
  ended_at: Date | null;
};

async function standingUnit(tx: Tx, id: string): Promise<Found> {
  const { rows } = await tx.query<Found>('select * from unit where id = $1', [id]);
  const [unit] = rows;
  if (unit === undefined) throw new NotFound();
  if (unit.ended_at !== null) throw new NotNow('ended-already');
  return unit;
}

async function mustBeNew(tx: Tx, name: string, but: string | null = null): Promise<void> {
  const { rows } = await tx.query(
    'select 1 from unit where name = $1 and ended_at is null and id is distinct from $2',
    [name, but],
  );
  if (rows.length > 0) throw new BadField('name', 'name-known', { name });
}

export async function addUnit(tx: Tx, id: string, given: NewUnit): Promise<Change> {
  const { name, kind, handles } = given;
  await mustBeNew(tx, name);
  const place = await placeAt(tx, given.place);
  const superior = await superiorOf(tx, given.superior);
  const code = given.code ?? (await nextCode(tx, kind));
  const known = await tx.query('select 1 from unit where code = $1', [code]);
  if (known.rows.length > 0) throw new BadField('code', 'code-known', { code });
  await tx.query(
    'insert into unit (id, code, kind, name, name_en, place_id, superior_id, handles) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, code, kind, name, englishOf(given), place.id, superior?.id ?? null, handles],
  );
  const after = { code, name, kind, place: place.said, superior: superior?.said ?? null, handles };
  return { before: {}, after };
}

const superiorOf = async (tx: Tx, id: string | null | undefined, isOld = false): Promise<Named | null> =>
  id === null || id === undefined ? null : unitNamed(tx, 'superior', id, isOld);

async function nextCode(tx: Tx, kind: string): Promise<string> {
  const { rows } = await tx.query<{ next: number }>(
    `select coalesce(max(substring(code from '^' || $1 || '-([0-9]{1,6})$')::int), 0) + 1 as next from unit`,
    [kind],
  );
  return `${kind}-${rows[0]?.next ?? 1}`;
}

export async function changeUnit(tx: Tx, id: string, given: ChangedUnit): Promise<Change> {
  const old = await standingUnit(tx, id);
  const { name, handles } = given;
  await mustBeNew(tx, name, id);
  const superior = await superiorOf(tx, given.superior);
  if (superior !== null) await mustNotComeBack(tx, id, superior.id);
  const before = await superiorOf(tx, old.superior_id, true);
  const nameEn = englishOf(given);
  await tx.query('update unit set name = $2, name_en = $3, superior_id = $4, handles = $5 where id = $1', [
    id,
    name,
    nameEn,
    superior?.id ?? null,
    handles,
  ]);
  return difference(
    { name: old.name, nameEn: old.name_en, superior: before?.said ?? null, handles: old.handles },
    { name, nameEn, superior: superior?.said ?? null, handles },
  );
}

/** Whoever is above must not be below: the chain of superiors would lead back to the unit itself. */
async function mustNotComeBack(tx: Tx, id: string, superior: string): Promise<void> {
  const { rows } = await tx.query(
    `with recursive above as (
       select id, superior_id from unit where id = $1
       union select unit.id, unit.superior_id from unit join above on unit.id = above.superior_id)
     select 1 from above where id = $2`,
    [superior, id],
  );
  if (rows.length > 0) throw new BadField('superior', 'unit-cycle');
}

/** What a unit still has, so that it cannot be ended. */
const LEFT = `
  select (select count(*)::int from unit where superior_id = $1 and ended_at is null) as below,
         (select count(*)::int from post where unit_id = $1 and ended_at is null) as posts,
         (select count(*)::int from membership where unit_id = $1 and ended_at is null) as memberships,
         (select count(*)::int from kind where lead_unit_id = $1) as kinds,
         (select count(*)::int from task where unit_id = $1 and status = 'open')
         + (select count(*)::int from card where unit_id = $1 and cleared_at is null and lifted_at is null) as open`;

/** Ends a unit that has nothing to do and nobody in it; nothing can be dispatched to it from then on. */
export async function endUnit(tx: Tx, id: string): Promise<Change> {
  await standingUnit(tx, id);
  const { rows } = await tx.query<Record<string, number>>(LEFT, [id]);
  const left = rows[0];
  if (left !== undefined && Object.values(left).some((count) => count > 0))
    throw new NotNow('unit-not-empty', left);
  await tx.query('update unit set ended_at = now(), handles = false where id = $1', [id]);
  return { before: { isEnded: false }, after: { isEnded: true } };
}
