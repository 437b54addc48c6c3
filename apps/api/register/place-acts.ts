import type { Tx } from '../../../prisma/client.ts';
import { NotNow } from '../../../workflows/rules/violation.ts';
import { BadField, NotFound } from '../refusal.ts';
import type { Change } from './deed.ts';
import { levelBelow } from './place.ts';
import type { NamedPlace, NewPlace } from './place.ts';
import { englishOf } from './field.ts';
import { difference } from './record.ts';

type Found = {
  id: string;
  code: string;
  name: string;
  name_en: string;
  path: string;
  level: string;
  ended_at: Date | null;
};

/** The place as it stands now. Throws NotFound, and NotNow when it is ended. */
export async function standingPlace(tx: Tx, id: string): Promise<Found> {
  const { rows } = await tx.query<Found>('select * from place where id = $1', [id]);
  const [place] = rows;
  if (place === undefined) throw new NotFound();
  if (place.ended_at !== null) throw new NotNow('ended-already');
  return place;
}

/** Adds a place right below another; its level follows from that one's. */
export async function addPlace(tx: Tx, parentId: string, id: string, given: NewPlace): Promise<Change> {
  const parent = await standingPlace(tx, parentId);
  const level = levelBelow(parent.level);
  if (level === undefined) throw new NotNow('place-lowest');
  const { name } = given;
  await mustBeNew(tx, parentId, name);
  const code = given.code ?? (await nextCode(tx, parent));
  const known = await tx.query('select 1 from place where code = $1', [code]);
  if (known.rows.length > 0) throw new BadField('code', 'code-known', { code });
  const path = `${parent.path}/${code}`;
  await tx.query(
    'insert into place (id, code, level, name, name_en, parent_id, path) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, code, level, name, englishOf(given), parentId, path],
  );
  return { before: {}, after: { code, name, level, place: `${parent.name} ${path}` } };
}

/** Codes below a place begin with its own and have three digits more, as the statistical ones do. */
async function nextCode(tx: Tx, { code }: Found): Promise<string> {
  const { rows } = await tx.query<{ next: number }>(
    `select coalesce(max(right(code, 3)::int), 0) + 1 as next from place
     where left(code, length($1)) = $1 and right(code, -length($1)) ~ '^[0-9]{3}$'`,
    [code],
  );
  return `${code}${String(rows[0]?.next ?? 1).padStart(3, '0')}`;
}

async function mustBeNew(tx: Tx, parentId: string | null, name: string, but: string | null = null) {
  const { rows } = await tx.query(
    `select 1 from place where parent_id is not distinct from $1 and name = $2 and ended_at is null
       and id is distinct from $3`,
    [parentId, name, but],
  );
  if (rows.length > 0) throw new BadField('name', 'name-known', { name });
}

export async function renamePlace(tx: Tx, id: string, given: NamedPlace): Promise<Change> {
  const { name } = given;
  const nameEn = englishOf(given);
  const old = await standingPlace(tx, id);
  const { rows } = await tx.query<{ parent_id: string | null }>('select parent_id from place where id = $1', [
    id,
  ]);
  await mustBeNew(tx, rows[0]?.parent_id ?? null, name, id);
  await tx.query('update place set name = $2, name_en = $3 where id = $1', [id, name, nameEn]);
  return difference({ name: old.name, nameEn: old.name_en }, { name, nameEn });
}

/** What still lies at a place or below it, so that it cannot be ended. */
const LEFT = `
  select (select count(*)::int from place where ended_at is null and path like $1 || '/%') as below,
         (select count(*)::int from unit join place on place.id = unit.place_id
          where unit.ended_at is null and (path = $1 or path like $1 || '/%')) as units,
         (select count(*)::int from post join place on place.id = post.place_id
          where post.ended_at is null and role <> 'resident' and (path = $1 or path like $1 || '/%')) as posts,
         (select count(*)::int from process where closed_at is null
          and (place_path = $1 or place_path like $1 || '/%'))
         + (select count(*)::int from outbox join intake on intake.id = outbox.process_id
            join place on place.id = intake.place_id
            where lane = 'start' and done_at is null and (path = $1 or path like $1 || '/%')) as open`;

/** Ends a place at which nothing is open and nobody sits any more. */
export async function endPlace(tx: Tx, id: string): Promise<Change> {
  const { path } = await standingPlace(tx, id);
  const { rows } = await tx.query<Record<'below' | 'units' | 'posts' | 'open', number>>(LEFT, [path]);
  const left = rows[0];
  if (left !== undefined && Object.values(left).some((count) => count > 0))
    throw new NotNow('place-not-empty', left);
  await tx.query('update place set ended_at = now() where id = $1', [id]);
  return { before: { isEnded: false }, after: { isEnded: true } };
}
