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
import { titlesOf } from './titles.ts';
import { cardLine, CardLine } from './card-line.ts';
import type { CardRow } from './card-line.ts';
import { tasksWithoutHolder, WithoutHolder } from './without-holder.ts';

export const CardQuery = PageQuery.extend({
  level: z.enum(['yellow', 'red', 'letter']).optional(),
  /** `up`: neither cleared nor lifted: the supervisors' list. */
  show: z.enum(['up', 'all']).default('up'),
});

const Cards = pageOf(CardLine).extend({ withoutHolder: z.array(WithoutHolder) });

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
    const item = (row: CardRow) => cardLine(row, titles, reasons, language);
    const page = cut(rows, query.limit, item, ({ set_text: at, id }) => [at, id]);
    return { ...page, withoutHolder: await tasksWithoutHolder(this.db, subject, language) };
  }

  async #rows(
    subject: Subject,
    { level, show, cursor, limit }: z.infer<typeof CardQuery>,
  ): Promise<CardRow[]> {
    const [from = null, after = null] = placeOf(cursor) ?? [];
    const seen = scope(subject, 'cards:list', columns, [
      level ?? null,
      show === 'up',
      from,
      after,
      limit + 1,
    ]);
    const { rows } = await this.db.pool.query<CardRow>(
      `select c.*, c.set_at::text as set_text, pr.type, pr.number, m.kind,
              case when m.id is null then pr.state -> 'facts' end as facts
       from card c join process pr on pr.id = c.process_id left join matter m on m.id = c.process_id
       where ($1::text is null or c.level = $1) and (not $2 or (c.cleared_at is null and c.lifted_at is null))
         and ($3::timestamptz is null or (c.set_at, c.id) < ($3, $4)) and ${seen.sql}
       order by c.set_at desc, c.id desc limit $5`,
      seen.values,
    );
    return rows;
  }
}
