import { z } from 'zod';
import { policyInForce } from '../../../prisma/policies.ts';
import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { endOfPeriod, Period, periodOf, startOfPeriod } from '../../../workflows/rules/period.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';

/** How often a community has begun one in a quarter. */
export const BandShown = z.object({
  process: Titled,
  place: Titled,
  period: z.string(),
  begun: z.int(),
  band: z.enum(['few', 'right', 'many']),
});
export type BandShown = z.infer<typeof BandShown>;

export const BandQuery = z.object({ period: Period.optional() });
export type BandQuery = z.infer<typeof BandQuery>;

type Row = { path: string; name: string; name_en: string; begun: number };

const OFFSET = '+08:00';

/** Every community that the subject may see, with each process whose frequency is a sign. */
export async function bandsOf(
  db: Database,
  subject: Subject,
  { period = periodOf(new Date(), 'quarter', OFFSET) }: BandQuery,
  language: Language,
): Promise<BandShown[]> {
  const counted = Object.values(catalog).filter(({ bandOf }) => bandOf !== undefined);
  const shown = await Promise.all(
    counted.map(async ({ name, title, bandOf }) => {
      const rows = await begunIn(db, subject, name, period);
      const bands = rows.map(async (row): Promise<BandShown[]> => {
        const numbers = (await policyInForce(db.pool, row.path, new Date()))?.policy.processes[name];
        if (numbers === undefined || bandOf === undefined) return [];
        const place = { value: row.path, title: language === 'zh' ? row.name : row.name_en };
        const process = { value: name, title: title[language] };
        return [{ process, place, period, begun: row.begun, band: bandOf(row.begun, numbers) }];
      });
      return (await Promise.all(bands)).flat();
    }),
  );
  return shown.flat();
}

async function begunIn(db: Database, subject: Subject, process: string, period: Period): Promise<Row[]> {
  const span = [startOfPeriod(period, OFFSET), endOfPeriod(period, OFFSET), process];
  const seen = scope(subject, 'overview:read', { placePath: 'p.path' }, span);
  const { rows } = await db.pool.query<Row>(
    `select p.path, p.name, p.name_en,
            (select count(*)::int from process pr where pr.type = $3 and pr.opened_at >= $1 and pr.opened_at < $2
               and (pr.place_path = p.path or pr.place_path like p.path || '/%')) as begun
     from place p where p.level = 'community' and ${seen.sql} order by begun desc, p.path`,
    seen.values,
  );
  return rows;
}
