import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { reroute } from '../../../prisma/telling/route.ts';
import { nothing } from '../../../workflows/process/field.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { decide } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { likePattern, matches } from '../reference/title.ts';
import { Wanted } from '../wanted.ts';
import { change, Written } from './deed.ts';
import { Id } from './id.ts';
import { Standing } from './standing.ts';
import { adding, ChangedUnit, NewUnit, UnitShown, unitShown } from './unit.ts';
import type { UnitRow } from './unit.ts';
import { addUnit, changeUnit, endUnit } from './unit-acts.ts';

export const UnitQuery = PageQuery.extend({
  kind: z.string().max(40).optional(),
  place: z.uuid().optional(),
  q: z.string().trim().min(1).max(40).optional(),
  /** Only those that work may be sent to while nobody holds an A post there. */
  vacant: z.enum(['true', 'false']).default('false'),
  state: Standing,
});

/** The units as their keeper sees them, with who is there. */
@Controller('api/v1/register/units')
export class UnitRegisterController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('register:read')
  @Answers(
    200,
    pageOf(UnitShown).extend({ actions: z.array(ShownAction) }),
    'Units by code; `place` takes in all places below it; `vacant`: nobody holds an A post',
  )
  async list(
    @Caller() subject: Subject,
    @Query({ schema: UnitQuery }) query: z.infer<typeof UnitQuery>,
    @Wanted() language: Language,
  ) {
    const { kind = null, place = null, q, vacant, state, limit, cursor } = query;
    const [, after = ''] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<UnitRow>(ROWS, [
      ...[after, kind, likePattern(q), place, state, vacant === 'true', limit + 1],
    ]);
    const mayKeep = decide(subject, 'register:keep').may;
    const item = (row: UnitRow) => unitShown(row, language, mayKeep);
    return {
      ...cut(rows, limit, item, ({ code }) => [null, code]),
      actions: mayKeep ? adding(language) : [],
    };
  }

  @Post()
  @Action('register:keep')
  @NeedsKey()
  @Answers(201, Written, 'The unit is there')
  async add(@Key() key: string, @Caller() subject: Subject, @Body({ schema: NewUnit }) raw: NewUnit) {
    const id = newId();
    const wish = { key, subject, act: 'addUnit', what: 'unit', id, raw } as const;
    return change(this.db, wish, (tx) => addUnit(tx, id, raw));
  }

  @Post(':id/change')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The unit is called so, and stands there')
  async change(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: ChangedUnit }) raw: ChangedUnit,
  ) {
    const wish = { key, subject, act: 'changeUnit', what: 'unit', id, raw } as const;
    const written = await change(this.db, wish, (tx) => changeUnit(tx, id, raw));
    await reroute(this.db);
    return written;
  }

  @Post(':id/end')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'Nothing can be dispatched there any more; what happened there stays')
  end(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    const wish = { key, subject, act: 'endUnit', what: 'unit', id, raw } as const;
    return change(this.db, wish, (tx) => endUnit(tx, id));
  }
}

const named = (row: string) =>
  `jsonb_build_object('id', ${row}.id, 'name', ${row}.name, 'nameEn', ${row}.name_en)`;

const ROWS = `
  select unit.id, unit.code, unit.name, unit.name_en, unit.kind, unit.handles, unit.ended_at,
         ${named('place')} as place, case when above.id is not null then ${named('above')} end as superior,
         coalesce(held.a, 0) as a, coalesce(held.b, 0) as b, coalesce(held.heads, '[]') as heads
  from unit join place on place.id = unit.place_id left join unit above on above.id = unit.superior_id
  left join lateral (
    select count(distinct person.id) filter (where rank = 'A')::int as a, count(distinct person.id) filter (where rank = 'B')::int as b,
           jsonb_agg(distinct ${named('person')}) filter (where is_head and not call_back) as heads
    from post join person on person.id = post.person_id
    where post.unit_id = unit.id and post.ended_at is null and person.disabled_at is null) held on true
  where unit.code > $1 and ($2::text is null or unit.kind = $2) and ${matches('$3', 'unit.')}
    and ($4::uuid is null or unit.place_id = $4 or place.path like (select path || '/%' from place where id = $4))
    and ($5 = 'all' or (unit.ended_at is null) = ($5 = 'standing'))
    and (not $6 or (unit.handles and unit.ended_at is null and coalesce(held.a, 0) = 0))
  order by unit.code limit $7`;
