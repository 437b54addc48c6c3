import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Area, areaOf, areasIn, areaSql, topFor, wayTo } from './areas.ts';
import { casesFor, STATE } from './cases.ts';

/** `by`: a level of the tree, to show all its places at once instead of those right below. */
export const PlacesQuery = z.object({
  place: z.uuid().optional(),
  by: z.string().max(40).optional(),
  unit: z.uuid().optional(),
  kind: z.string().max(60).optional(),
});

const Counts = z.object({ open: z.int(), overdue: z.int(), soon: z.int() });
const Counted = Counts.extend({ place: Area });
export const Places = z.object({ way: z.array(Area), total: Counts, items: z.array(Counted) });

const states = ['open', 'overdue', 'soon'] as const;

const Row = Counts.extend({ area: z.string().nullable() });

/** How many matters are open, overdue or due within 24 hours in each part of a place, now. */
export async function placesOf(
  db: Database,
  subject: Subject,
  query: z.infer<typeof PlacesQuery>,
  language: Language,
): Promise<z.infer<typeof Places>> {
  const top = await topFor(db, subject, query.place);
  const [areas, cases, way] = await Promise.all([
    areasIn(db, top, query.by),
    casesFor(db, subject, { ...query, place: top.id }),
    wayTo(db, top.path, language),
  ]);
  const counted = states.map((state) => `count(*) filter (where ${STATE[state]})::int as ${state}`);
  const summed = states.map((state) => `sum(${state})::int as ${state}`).join(', ');
  const { rows } = await db.pool.query(
    `with open as (${cases.sql} and pr.closed_at is null),
       c as (select place_path, ${counted.join(', ')} from open c group by 1)
     select ${areaSql(cases.add(areas.map(({ path }) => path)))} as area, ${summed} from c group by 1`,
    cases.values,
  );
  const counts = z.array(Row).parse(rows);
  const items = areas.map((row) => {
    const { open = 0, overdue = 0, soon = 0 } = counts.find(({ area }) => area === row.path) ?? {};
    return { place: areaOf(row, language, row.path === top.path), open, overdue, soon };
  });
  return { way, total: sumOf(counts), items: items.filter(({ place, open }) => !place.isDirect || open > 0) };
}

const sumOf = (counts: readonly z.infer<typeof Counts>[]): z.infer<typeof Counts> =>
  counts.reduce(
    (sum, { open, overdue, soon }) => ({
      open: sum.open + open,
      overdue: sum.overdue + overdue,
      soon: sum.soon + soon,
    }),
    { open: 0, overdue: 0, soon: 0 },
  );
