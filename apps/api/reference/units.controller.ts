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

const UnitQuery = PageQuery.extend({
  kind: z.string().max(40).optional(),
  place: z.uuid().optional(),
  q: z.string().trim().min(1).max(40).optional(),
});

const UnitShown = z.object({
  value: z.uuid(),
  title: z.string(),
  code: z.string(),
  kind: z.string(),
  place: z.uuid(),
  superior: z.uuid().nullable(),
});

type Row = {
  id: string;
  code: string;
  kind: string;
  name: string;
  name_en: string;
  place_id: string;
  superior_id: string | null;
};

@Controller('api/v1/units')
export class UnitsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('units:read')
  @Answers(200, pageOf(UnitShown), 'Units of the town, by code; `place` takes in all places below it')
  async list(@Query({ schema: UnitQuery }) query: z.infer<typeof UnitQuery>, @Wanted() language: Language) {
    const { kind = null, place = null, q, limit, cursor } = query;
    const [, after = ''] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<Row>(
      `select unit.id, unit.code, kind, unit.name, unit.name_en, place_id, superior_id
       from unit join place on place.id = unit.place_id
       where unit.ended_at is null and unit.code > $1 and ($2::text is null or kind = $2) and ${matches('$3', 'unit.')}
         and ($4::uuid is null or place_id = $4 or place.path like (select path || '/%' from place where id = $4))
       order by unit.code limit $5`,
      [after, kind, likePattern(q), place, limit + 1],
    );
    const item = (row: Row) => ({
      value: row.id,
      title: titleOf({ name: row.name, nameEn: row.name_en }, language),
      code: row.code,
      kind: row.kind,
      place: row.place_id,
      superior: row.superior_id,
    });
    return cut(rows, limit, item, ({ code }) => [null, code]);
  }
}
