// What forms choose from: places, units, kinds, people. Each list answers `items` of `value` and `title`, in the
// caller's language, and nothing about anybody but a name.
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { placeTitles } from './place-title.ts';
import { likePattern, matches, titleOf } from './title.ts';

const PlaceQuery = PageQuery.extend({
  parent: z.uuid().optional(),
  level: z.string().max(40).optional(),
  flat: z.enum(['true', 'false']).default('false'),
  /** The place at this path, and everything below it. */
  under: z.string().max(200).optional(),
  /** What `value` is: a place's id, or its path for fields that take one. */
  by: z.enum(['id', 'path']).default('id'),
  q: z.string().trim().min(1).max(40).optional(),
});

const PlaceShown = z.object({
  value: z.string(),
  title: z.string(),
  code: z.string(),
  level: z.string(),
  parent: z.uuid().nullable(),
  hasChildren: z.boolean(),
});

type Row = {
  id: string;
  path: string;
  code: string;
  level: string;
  name: string;
  name_en: string;
  parent_id: string | null;
  has_children: boolean;
};

@Controller('api/v1/places')
export class PlacesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  /**
   * The top of the tree without `parent`, `level`, `q` and `flat`; else what lies below, on that level, has that name, or all.
   * `flat` tells each from the community down: no tree stands around it.
   */
  @Get()
  @Action('reference:read')
  @Answers(200, pageOf(PlaceShown), 'Places of the grid tree, by code')
  async list(@Query({ schema: PlaceQuery }) query: z.infer<typeof PlaceQuery>, @Wanted() language: Language) {
    const { parent = null, level = null, under = null, by, q, limit, cursor } = query;
    const isTop = parent === null && level === null && q === undefined && query.flat === 'false';
    const [, after = ''] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<Row>(
      `select id, path, code, level, name, name_en, parent_id,
              exists (select from place child where child.parent_id = place.id and child.ended_at is null) as has_children
       from place
       where place.ended_at is null and code > $1 and ($2::uuid is null or parent_id = $2) and ($3::text is null or level = $3)
         and ${matches('$4')} and (not $5 or parent_id is null)
         and ($7::text is null or path = $7 or path like $7 || '/%')
       order by code limit $6`,
      [after, parent, level, likePattern(q), isTop, limit + 1, under],
    );
    const flat = query.flat === 'true' ? rows.map(({ path }) => path) : [];
    const whole = await placeTitles(this.db, language, flat);
    const item = (row: Row) => ({
      value: by === 'path' ? row.path : row.id,
      title: whole.get(row.path) ?? titleOf({ name: row.name, nameEn: row.name_en }, language),
      code: row.code,
      level: row.level,
      parent: row.parent_id,
      hasChildren: row.has_children,
    });
    return cut(rows, limit, item, ({ code }) => [null, code]);
  }
}
