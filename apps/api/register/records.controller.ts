import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { RecordShown, recordShown } from './record-shown.ts';
import type { RecordRow } from './record-shown.ts';
import { whats } from './record.ts';

export const RecordQuery = PageQuery.extend({
  what: z.enum(whats).optional(),
  /** Who did it, and to whom or what; both by id. */
  by: z.uuid().optional(),
  of: z.string().max(80).optional(),
});

/** What the administrators changed. The auditor reads all of it, an administrator what he did himself. */
@Controller('api/v1/records')
export class RecordsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('records:read')
  @Answers(200, pageOf(RecordShown), 'What was changed, by whom, from what to what; the latest first')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: RecordQuery }) query: z.infer<typeof RecordQuery>,
    @Wanted() language: Language,
  ) {
    const { what = null, by = null, of = null, limit, cursor } = query;
    const [, after = null] = placeOf(cursor) ?? [];
    const seen = scope(subject, 'records:read', { personId: 'r.by_id' }, [after, what, by, of, limit + 1]);
    const { rows } = await this.db.pool.query<RecordRow>(
      `select r.*, ${named('b')} as by, coalesce(${known('p')}, ${known('u')}, ${known('l')}, ${known('h')}) as of
       from admin_record r join person b on b.id = r.by_id
       left join person p on p.id::text = r.of_id left join unit u on u.id::text = r.of_id
       left join place l on l.id::text = r.of_id left join post on post.id::text = r.of_id
       left join person h on h.id = post.person_id
       where ($1::uuid is null or r.id < $1) and ($2::text is null or r.what = $2)
         and ($3::uuid is null or r.by_id = $3) and ($4::text is null or r.of_id = $4 or post.person_id::text = $4) and ${seen.sql}
       order by r.id desc limit $5`,
      seen.values,
    );
    return cut(
      rows,
      limit,
      (row) => recordShown(row, language),
      ({ id }) => [null, id],
    );
  }
}

const named = (row: string) => `jsonb_build_object('name', ${row}.name, 'nameEn', ${row}.name_en)`;
const known = (row: string) => `case when ${row}.id is not null then ${named(row)} end`;
