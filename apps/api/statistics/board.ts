import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { timeOf } from '../wire.ts';
import { areasIn, areaSql, titleIn, topFor } from './areas.ts';
import { BoardRow, boardSql } from './board-sql.ts';
import { casesFor } from './cases.ts';
import { localDay, OFFSET, spanOf } from './query.ts';
import { Quarter, quarterOf } from './quarter.ts';
import { SMALLEST, suppressed } from './suppression.ts';
import type { Shown } from './suppression.ts';

/** So many parts fit a screen. */
const MOST = 12;

/** Null where it is hidden: so few people could be known by it, or by what is left of a total beside it. */
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

/** What is happening now in the area that the subject oversees, with what tells of few people hidden. */
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
  // The parts of one area on one wall: their own names are enough.
  const parts = new Map(areas.map((one) => [one.path, { value: one.path, title: titleIn(one, language) }]));
  const [places, units] = [suppressed(row.places).slice(0, MOST), suppressed(row.units).slice(0, MOST)];
  const titles = await titlesOf(db, language, {
    units: units.map(({ of }) => of),
    kinds: row.repeated.map(({ of }) => of),
  });
  return {
    at: timeOf(now),
    place: titleIn(top, language),
    smallest: SMALLEST,
    ...{ totals: row.totals, colours: row.colours, cards: row.cards, days: row.days, quarter },
    places: places.flatMap((part) => partOf(part, parts.get(part.of) ?? null)),
    units: units.flatMap((part) => partOf(part, titles.unit(part.of))),
    repeated: row.repeated.flatMap(({ of, n, before }) => {
      const kind = titles.kind(of);
      return kind === null ? [] : [{ of: kind, n, before: hidden(before) }];
    }),
  };
}

const hidden = (n: number): number | null => (n > 0 && n < SMALLEST ? null : n);

function partOf({ open, overdue }: Shown, of: Titled | null): z.infer<typeof Part>[] {
  return of === null ? [] : [{ of, open, overdue }];
}
