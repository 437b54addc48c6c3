import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { aboutOf, toldOf } from './notice-about.ts';
import { IS_FIRST, NoticeShown, noticeShown, sentBy, wordsIn } from './notice.ts';
import type { NoticeRow } from './notice.ts';

export const NoticeQuery = PageQuery.extend({ unread: z.enum(['true', 'false']).default('false') });

const Mark = z.strictObject({ isRead: z.literal(true) });

/** What the product told me, each thing once, with the channels by which it went. */
@Controller('api/v1/notices')
export class NoticesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('notices:read')
  @Answers(
    200,
    pageOf(NoticeShown).extend({ unread: z.int() }),
    'My notices, the latest first; `unread` counts all',
  )
  async list(
    @Caller() { personId }: Subject,
    @Query({ schema: NoticeQuery }) query: z.infer<typeof NoticeQuery>,
    @Wanted() language: Language,
  ) {
    const [from = null, after = null] = placeOf(query.cursor) ?? [];
    const { rows } = await this.db.pool.query<NoticeRow>(
      `select n.*, n.created_at::text as created_text, pr.type, pr.state -> 'facts' as told_facts,
         m.kind as told_kind, coalesce(m.place_path, pr.place_path) as told_place
       from notice n left join process pr on pr.id = n.process_id left join matter m on m.id = n.process_id where n.person_id = $1 and n.not_before <= now() and (not $2 or n.read_at is null)
         and ($3::timestamptz is null or (n.created_at, n.id) < ($3, $4)) and ${IS_FIRST}
       order by n.created_at desc, n.id desc limit $5`,
      [personId, query.unread === 'true', from, after, query.limit + 1],
    );
    const [sent, words, titles] = await Promise.all([
      sentBy(this.db, personId, rows),
      openWords(this.db, rows.flatMap(wordsIn)),
      titlesOf(this.db, language, toldOf(rows)),
    ]);
    const item = (row: NoticeRow) => ({
      ...noticeShown(row, sent, words),
      about: aboutOf(row, titles, language),
    });
    const page = cut(rows, query.limit, item, ({ created_text: at, id }) => [at, id]);
    return { ...page, unread: await this.#countUnread(personId) };
  }

  @Patch()
  @Action('notices:read')
  @HttpCode(204)
  @Answers(204, undefined, 'All my notices are read')
  async markAll(@Caller() { personId }: Subject, @Body({ schema: Mark }) _mark: z.infer<typeof Mark>) {
    await this.db.pool.query(
      'update notice set read_at = now() where person_id = $1 and read_at is null and not_before <= now()',
      [personId],
    );
  }

  @Patch(':id')
  @Action('notices:mark', 'notice')
  @HttpCode(204)
  @Answers(204, undefined, 'The notice is read')
  async mark(@Param('id') id: string, @Body({ schema: Mark }) _mark: z.infer<typeof Mark>) {
    await this.db.pool.query('update notice set read_at = now() where id = $1 and read_at is null', [id]);
  }

  async #countUnread(personId: string | null): Promise<number> {
    const { rows } = await this.db.pool.query<{ count: number }>(
      `select count(*)::int as count from notice n
       where n.person_id = $1 and n.read_at is null and n.not_before <= now() and ${IS_FIRST}`,
      [personId],
    );
    return rows[0]?.count ?? 0;
  }
}
