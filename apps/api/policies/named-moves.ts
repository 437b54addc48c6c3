import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { hrefOf, titledProcess } from '../processes/address.ts';
import { Time } from '../wire.ts';

const Moved = z.object({
  clock: z.string(),
  task: z.string().nullable(),
  from: Time.nullable(),
  to: Time.nullable(),
});
export const Move = z.object({
  id: z.uuid(),
  process: z.string(),
  place: z.string(),
  clocks: z.array(Moved),
});
/** What it is called, and where it stands. */
export const ShownMove = Move.extend({ href: z.string(), title: z.string() });

/** Moves with the number, the kind and the place of each. */
export async function namedMoves(
  db: Database,
  moves: readonly z.infer<typeof Move>[],
  language: Language,
): Promise<z.infer<typeof ShownMove>[]> {
  const ids = moves.map(({ id }) => id);
  const { rows } = await db.pool.query<{ id: string; number: string | null }>(
    'select id, number from process where id = any($1::uuid[])',
    [ids],
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const titles = await titlesOf(db, language, { places: moves.map(({ place }) => place) });
  return moves.map((move) => ({
    ...move,
    href: hrefOf(move.process, move.id),
    title: [
      numbers.get(move.id),
      titledProcess(move.process, language).title,
      titles.place(move.place)?.title,
    ]
      .filter((part) => typeof part === 'string')
      .join(' · '),
  }));
}
