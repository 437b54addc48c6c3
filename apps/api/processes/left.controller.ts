import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { OPENED_BY, PEOPLE } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { Wanted } from '../wanted.ts';
import { Time, timeOf } from '../wire.ts';
import { LINE, lineOf, ProcessLine } from './line.ts';
import type { LineRow } from './line.ts';
import { inPlace } from './list.ts';

/** `process`: every kind when unsaid; `place`: its id, code or path; `at`: as it stood then, now when unsaid. */
const LeftQuery = z.object({
  process: z.string().max(60).optional(),
  place: z.string().max(200).optional(),
  at: Time.optional(),
});

const Left = z.object({
  at: z.string(),
  opened: z.int(),
  struckOff: z.int(),
  left: z.int(),
  items: z.array(ProcessLine),
});

/** So many of those that are left are listed; the numbers count all. */
const MOST = 500;

/**
 * The "0" of 13710 as a report [003]: opened less struck off, for a scope and a moment, with what is open. What has a dated
 * plan counts as open, because its process does not end with it.
 */
@Controller('api/v1/left')
export class LeftController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('processes:list')
  @Answers(200, Left, 'What of these processes was open at a moment')
  async read(
    @Caller() subject: Subject,
    @Query({ schema: LeftQuery }) { process, place, at }: z.infer<typeof LeftQuery>,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Left>> {
    const moment = at === undefined ? new Date() : new Date(at);
    const values: unknown[] = [process ?? null, moment, ...(place === undefined ? [] : [place])];
    const columns = {
      unitIds: 'pr.unit_ids',
      placePath: 'pr.place_path',
      personIds: PEOPLE,
      takenById: OPENED_BY,
    };
    const seen = scope(subject, 'processes:list', columns, values);
    const wanted = [
      '($1::text is null or pr.type = $1) and pr.opened_at <= $2',
      ...(place === undefined ? [] : [inPlace('pr.place_path', '$3')]),
      seen.sql,
    ].join(' and ');
    const isLeft = '(pr.closed_at is null or pr.closed_at > $2)';
    const [counts, lines] = await Promise.all([
      this.db.pool.query<{ opened: number; left: number }>(
        `select count(*)::int as opened, (count(*) filter (where ${isLeft}))::int as left from process pr where ${wanted}`,
        seen.values,
      ),
      this.db.pool.query<LineRow & { kind: string | null }>(
        `select ${LINE}, (select m.kind from matter m where m.id = pr.id) as kind from process pr where ${wanted} and ${isLeft} order by pr.opened_at, pr.id limit ${MOST}`,
        seen.values,
      ),
    ]);
    const { opened = 0, left = 0 } = counts.rows[0] ?? {};
    const titles = await titlesOf(this.db, language, {
      places: lines.rows.map((row) => row.place_path),
      kinds: lines.rows.flatMap(({ kind }) => kind ?? []),
    });
    // A matter is called by its kind.
    const items = lines.rows.map((row) => {
      const line = lineOf(row, titles, language);
      return { ...line, label: titles.kind(row.kind)?.title ?? line.label };
    });
    return { at: timeOf(moment), opened, struckOff: opened - left, left, items };
  }
}
