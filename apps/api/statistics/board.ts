import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { timeOf } from '../wire.ts';
import { areasIn, areaSql, topFor } from './areas.ts';
import { BoardRow, boardSql } from './board-sql.ts';
import type { BoardTally } from './board-sql.ts';
import { casesFor } from './cases.ts';
import { localDay, OFFSET, spanOf } from './query.ts';
import { Quarter, quarterOf } from './quarter.ts';

/** A breakdown shows no number below this but 0: so few people could be known by it. Totals of the whole area stay exact. */
const SMALLEST = 3;

/** `n` is null where it is 1 or 2 and hidden. */
const Hidden = z.int().nullable();
const Part = z.object({ of: Titled, open: Hidden, overdue: Hidden });

/** What a screen on a wall may show to everybody who passes: sums, never a case, never a person. */
export const Board = z.object({
  at: z.string(),
  place: z.string(),
  smallest: z.int(),
  totals: BoardRow.shape.totals,
  colours: BoardRow.shape.colours,
  cards: BoardRow.shape.cards,
  places: z.array(Part),
  units: z.array(Part),
  /** Kinds reported at least three times in 30 days, with the 30 days before. */
  repeated: z.array(z.object({ of: Titled, n: z.int(), before: Hidden })),
  days: z.array(z.object({ day: z.string(), received: z.int(), closed: z.int() })),
  quarter: z.array(Quarter),
});

/** What is happening now in the area that the subject oversees, with small numbers of its parts hidden. */
export async function boardOf(
  db: Database,
  subject: Subject,
  language: Language,
  now = new Date(),
): Promise<z.infer<typeof Board>> {
  const top = await topFor(db, subject, undefined);
  const areas = await areasIn(db, top);
  const cases = await casesFor(db, subject, {});
  const days = spanOf({ from: localDay(new Date(now.getTime() - 13 * 86_400_000)) }, now);
  const today = new Date(`${localDay(now)}T00:00:00${OFFSET}`);
  const area = areaSql(cases.add(areas.map(({ path }) => path)));
  const sql = boardSql(cases, { area, today: cases.add(today), first: cases.add(days.from) });
  const [{ rows }, quarter] = await Promise.all([
    db.pool.query(sql, cases.values),
    quarterOf(db, subject, language, now),
  ]);
  const row = BoardRow.parse(rows[0]);
  const titles = await titlesOf(db, language, {
    places: areas.map(({ path }) => path),
    units: row.units.map(({ of }) => of),
    kinds: row.repeated.map(({ of }) => of),
  });
  return {
    at: timeOf(now),
    place: language === 'zh' ? top.name : top.name_en,
    smallest: SMALLEST,
    ...{ totals: row.totals, colours: row.colours, cards: row.cards, days: row.days, quarter },
    places: row.places.flatMap((part) => partOf(part, titles.place(part.of))),
    units: row.units.flatMap((part) => partOf(part, titles.unit(part.of))),
    repeated: row.repeated.flatMap(({ of, n, before }) => {
      const kind = titles.kind(of);
      return kind === null ? [] : [{ of: kind, n, before: hidden(before) }];
    }),
  };
}

const hidden = (n: number): number | null => (n > 0 && n < SMALLEST ? null : n);

function partOf({ open, overdue }: BoardTally, of: Titled | null): z.infer<typeof Part>[] {
  return of === null ? [] : [{ of, open: hidden(open), overdue: hidden(overdue) }];
}
