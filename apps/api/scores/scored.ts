import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { ScoreReason } from '../../../workflows/rules/score.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { cut, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { hrefOf, reported } from '../processes/address.ts';
import { timeOf } from '../wire.ts';
import { ScoredMatter } from './scorecard.ts';

/** A grid is a community here: the first three places of the path. */
const OWNER = {
  unit: 'm.lead_unit_id::text',
  grid: `array_to_string((string_to_array(m.place_path, '/'))[1:3], '/')`,
} as const;
export type OwnedBy = keyof typeof OWNER;

const LINES = `m.judged -> 'lines'`;
const IS_EXCLUDED = `(m.judged -> 'isExcluded')::boolean`;

const columns = { unitIds: 'm.unit_ids', placePath: 'm.place_path' };

/** Closed and scored matters of a period, as far as scorecards need them; `$1` and `$2` are the period. */
function scoredIn(subject: Subject, by: OwnedBy, period: readonly unknown[]): Condition {
  const seen = scope(subject, 'overview:read', columns, period);
  const sql = `m.closed_at between $1 and $2 and m.judged is not null and ${OWNER[by]} is not null and ${seen.sql}`;
  return { sql, values: seen.values };
}

const FROM = 'from matter m';

/** Every one of them. */
export async function scoredMatters(
  { pool }: Database,
  subject: Subject,
  by: OwnedBy,
  period: readonly unknown[],
): Promise<ScoredMatter[]> {
  const scored = scoredIn(subject, by, period);
  const { rows } = await pool.query(
    `select m.id::text, ${OWNER[by]} as owner, m.score, m.judged ->> 'exclusion' as exclusion,
            ${IS_EXCLUDED} as "isExcluded", (m.judged -> 'rehandlings')::int as rehandlings,
            m.judged -> 'ratings' as ratings, ${LINES} as lines,
            ${LINES} @> '[{"reason": "late"}]' as "isLate" ${FROM} where ${scored.sql}`,
    scored.values,
  );
  return z.array(ScoredMatter).parse(rows);
}

/** A matter behind a deduction, with what it took off there. */
export const DeductedMatter = z.object({
  id: z.uuid(),
  href: z.string(),
  number: z.string().nullable(),
  kind: Titled.nullable(),
  place: Titled.nullable(),
  lead: Titled.nullable(),
  closedAt: z.string(),
  score: z.number(),
  points: z.number(),
  times: z.int(),
});
export type DeductedMatter = z.infer<typeof DeductedMatter>;

type Row = {
  id: string;
  number: string | null;
  kind: string;
  place_path: string;
  lead_unit_id: string | null;
  closed_at: Date;
  closed_text: string;
  score: number;
  points: number;
  times: number;
};

export type DeductionQuery = { owner: string; reason: ScoreReason; cursor?: string; limit: number };

/** A page of the matters in which one unit or community lost points for one reason, the latest closed first. */
export async function deductedMatters(
  db: Database,
  subject: Subject,
  { by, period }: { by: OwnedBy; period: readonly unknown[] },
  { owner, reason, cursor, limit }: DeductionQuery,
  language: Language,
): Promise<Page<DeductedMatter>> {
  const scored = scoredIn(subject, by, period);
  const values = [...scored.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const [isOwner, isReason] = [`${OWNER[by]} = ${add(owner)}`, `line ->> 'reason' = ${add(reason)}`];
  const after = placeOf(cursor);
  const next = after
    ? `(m.closed_at, m.id) < (${add(after[0])}::timestamptz, ${add(after[1])}::uuid)`
    : 'true';
  const { rows } = await db.pool.query<Row>(
    `select m.id, m.number, m.kind, m.place_path, m.lead_unit_id, m.closed_at, m.closed_at::text as closed_text, m.score,
            (taken.line ->> 'points')::float8 as points, (taken.line ->> 'times')::int as times
     ${FROM} cross join lateral (select line from jsonb_array_elements(${LINES}) line where ${isReason}) taken
     where ${scored.sql} and ${isOwner} and not ${IS_EXCLUDED} and ${next}
     order by m.closed_at desc, m.id desc limit ${limit + 1}`,
    values,
  );
  const titles = await titlesOf(db, language, {
    kinds: rows.map(({ kind }) => kind),
    places: rows.map(({ place_path: path }) => path),
    units: rows.flatMap(({ lead_unit_id: id }) => id ?? []),
  });
  return cut(
    rows,
    limit,
    (row) => lineOf(row, titles),
    ({ closed_text: at, id }) => [at, id],
  );
}

const lineOf = (row: Row, titles: Titles): DeductedMatter => ({
  ...{ id: row.id, href: hrefOf(reported().name, row.id), number: row.number },
  kind: titles.kind(row.kind),
  place: titles.place(row.place_path),
  lead: titles.unit(row.lead_unit_id),
  closedAt: timeOf(row.closed_at),
  ...{ score: row.score, points: row.points, times: row.times },
});
