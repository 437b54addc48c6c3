import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { likePattern, matches, titleOf } from './title.ts';

const StaffQuery = PageQuery.extend({
  role: z.string().max(40).optional(),
  unit: z.uuid().optional(),
  place: z.uuid().optional(),
  /** With a post at this path or below it, or leading above it. */
  under: z.string().max(200).optional(),
  q: z.string().trim().min(1).max(40).optional(),
});

const PersonShown = z.object({
  value: z.uuid(),
  title: z.string(),
  roles: z.array(z.string()),
  isAway: z.boolean(),
});

type Row = { id: string; name: string; name_en: string; roles: string[]; is_away: boolean };

/** People who hold posts: names and roles. How to reach them is nobody's business here, and residents never appear. */
@Controller('api/v1/people')
export class StaffController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('people:read')
  @Answers(200, pageOf(PersonShown), 'People in posts, by id; `isAway`: an absence runs now')
  async list(@Query({ schema: StaffQuery }) query: z.infer<typeof StaffQuery>, @Wanted() language: Language) {
    const { role = null, unit = null, place = null, under = null, q, limit, cursor } = query;
    const [, after = null] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<Row>(
      `select person.id, person.name, person.name_en, array_agg(distinct post.role) as roles,
              exists (select from absence where person_id = person.id and ended_at is null
                      and now() between from_at and until_at) as is_away
       from person join post on post.person_id = person.id and post.ended_at is null and post.role <> 'resident'
         join place at on at.id = post.place_id
       where disabled_at is null and ($1::uuid is null or person.id > $1) and ($2::text is null or post.role = $2)
         and ($3::uuid is null or post.unit_id = $3) and ($4::uuid is null or post.place_id = $4) and ${matches('$5', 'person.')}
         and ($7::text is null or at.path = $7 or at.path like $7 || '/%'
              or ((post.role = 'deputy' or post.is_head) and $7 like at.path || '/%'))
       group by person.id order by person.id limit $6`,
      [after, role, unit, place, likePattern(q), limit + 1, under],
    );
    const item = (row: Row) => ({
      value: row.id,
      title: titleOf({ name: row.name, nameEn: row.name_en }, language),
      roles: row.roles,
      isAway: row.is_away,
    });
    return cut(rows, limit, item, ({ id }) => [null, id]);
  }
}
