import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import { BadField } from '../refusal.ts';

/** Something that was named in a form; `said` is how the record calls it. */
export type Named = { id: string; said: string; path: string };

/** The place at a path, not ended; refused at the field `place`. */
export async function placeAt(tx: Tx, path: string): Promise<Named> {
  const { rows } = await tx.query<Named>(
    `select id, path, name || ' ' || path as said from place where path = $1 and ended_at is null`,
    [path],
  );
  const [place] = rows;
  if (place === undefined) throw new BadField('place', 'place-unknown');
  return place;
}

/** A unit by its id, not ended unless `isOld`; refused at the field that named it. `path` is that of its place. */
export async function unitNamed(tx: Tx, field: string, id: string, isOld = false): Promise<Named> {
  const { rows } = await tx.query<Named>(
    `select unit.id, place.path, unit.name || ' ' || unit.code as said
     from unit join place on place.id = unit.place_id where unit.id = $1 and ($2 or unit.ended_at is null)`,
    [z.uuid().parse(id), isOld],
  );
  const [unit] = rows;
  if (unit === undefined) throw new BadField(field, 'no-such-unit');
  return unit;
}
