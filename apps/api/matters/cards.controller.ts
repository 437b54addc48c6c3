import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { Titled } from './shown.ts';
import { titlesOf } from './titles.ts';
import { tasksWithoutHolder, WithoutHolder } from './without-holder.ts';

const CardQuery = PageQuery.extend({
  level: z.enum(['yellow', 'red', 'letter']).optional(),
  /** `up`: neither cleared nor lifted: the supervisors' list. */
  show: z.enum(['up', 'all']).default('up'),
});

const CardLine = z.object({
  id: z.string(),
  level: z.string(),
  matter: z.object({
    id: z.uuid(),
    href: z.string(),
    number: z.string().nullable(),
    kind: Titled.nullable(),
  }),
  task: z.string().nullable(),
  unit: Titled.nullable(),
  place: Titled.nullable(),
  setAt: z.string(),
  replyDueAt: z.string().nullable(),
  clearedAt: z.string().nullable(),
  liftedAt: z.string().nullable(),
  liftedReason: z.string().nullable(),
});

const Cards = pageOf(CardLine).extend({ withoutHolder: z.array(WithoutHolder) });

type Row = {
  id: string;
  level: string;
  process_id: string;
  task_id: string | null;
  unit_id: string | null;
  place_path: string;
  set_at: Date;
  set_text: string;
  reply_due_at: Date | null;
  cleared_at: Date | null;
  lifted_at: Date | null;
  lifted_reason: string | null;
  number: string | null;
  kind: string | null;
};

const columns = { unitIds: `array[c.unit_id]`, placePath: 'c.place_path' };

/** Yellow and red cards and letters of supervision 督办函: the supervisors' list, and each unit's own. */
@Controller('api/v1/cards')
export class CardsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('cards:list')
  @Answers(
    200,
    Cards,
    'Cards and letters, the latest first; `withoutHolder`: tasks that nobody was there for',
  )
  async list(
    @Caller() subject: Subject,
    @Query({ schema: CardQuery }) query: z.infer<typeof CardQuery>,
    @Wanted() language: Language,
  ) {
    const rows = await this.#rows(subject, query);
    const titles = await titlesOf(this.db, language, {
      units: rows.flatMap(({ unit_id: id }) => id ?? []),
      kinds: rows.flatMap(({ kind }) => kind ?? []),
      places: rows.map(({ place_path: path }) => path),
    });
    const reasons = await openWords(
      this.db,
      rows.flatMap(({ lifted_reason: reason }) => reason ?? []),
    );
    const item = (row: Row): z.infer<typeof CardLine> => ({
      id: row.id,
      level: row.level,
      matter: {
        id: row.process_id,
        href: `/api/v1/matters/${row.process_id}`,
        number: row.number,
        kind: titles.kind(row.kind),
      },
      task: row.task_id,
      unit: titles.unit(row.unit_id),
      place: titles.place(row.place_path),
      setAt: timeOf(row.set_at),
      replyDueAt: timeOrNull(row.reply_due_at),
      clearedAt: timeOrNull(row.cleared_at),
      liftedAt: timeOrNull(row.lifted_at),
      liftedReason: row.lifted_reason === null ? null : (reasons.get(row.lifted_reason) ?? null),
    });
    const page = cut(rows, query.limit, item, ({ set_text: at, id }) => [at, id]);
    return { ...page, withoutHolder: await tasksWithoutHolder(this.db, subject, language) };
  }

  async #rows(subject: Subject, { level, show, cursor, limit }: z.infer<typeof CardQuery>): Promise<Row[]> {
    const [from = null, after = null] = placeOf(cursor) ?? [];
    const seen = scope(subject, 'cards:list', columns, [
      level ?? null,
      show === 'up',
      from,
      after,
      limit + 1,
    ]);
    const { rows } = await this.db.pool.query<Row>(
      `select c.*, c.set_at::text as set_text, m.number, m.kind from card c left join matter m on m.id = c.process_id
       where ($1::text is null or c.level = $1) and (not $2 or (c.cleared_at is null and c.lifted_at is null))
         and ($3::timestamptz is null or (c.set_at, c.id) < ($3, $4)) and ${seen.sql}
       order by c.set_at desc, c.id desc limit $5`,
      seen.values,
    );
    return rows;
  }
}
