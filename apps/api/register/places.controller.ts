import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { nothing } from '../../../workflows/process/field.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { decide } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { likePattern, matches, titleOf } from '../reference/title.ts';
import { Wanted } from '../wanted.ts';
import { change, Written } from './deed.ts';
import { Id } from './id.ts';
import { adding, NamedPlace, NewPlace, PlaceShown, placeShown } from './place.ts';
import type { PlaceRow } from './place.ts';
import { addPlace, endPlace, renamePlace } from './place-acts.ts';
import { Standing } from './standing.ts';

export const PlaceQuery = PageQuery.extend({
  parent: z.uuid().optional(),
  q: z.string().trim().min(1).max(40).optional(),
  state: Standing,
});

const PlacePage = pageOf(PlaceShown).extend({ trail: z.array(Titled), actions: z.array(ShownAction) });

type Above = { id: string; name: string; nameEn: string; level: string; isEnded: boolean };

/** The grid tree as its keeper sees it: what lies right below a place, or what has a name. */
@Controller('api/v1/register/places')
export class PlaceRegisterController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('register:read')
  @Answers(200, PlacePage, 'Places right below `parent`, or anywhere by `q`; `trail`: the way down to them')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: PlaceQuery }) query: z.infer<typeof PlaceQuery>,
    @Wanted() language: Language,
  ) {
    const { parent = null, q, state, limit, cursor } = query;
    const [, after = ''] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<PlaceRow>(ROWS, [
      ...[after, parent, likePattern(q), state, limit + 1],
    ]);
    const mayKeep = decide(subject, 'register:keep').may;
    const item = (row: PlaceRow) => placeShown(row, language, mayKeep);
    const trail = parent === null ? [] : await this.#trail(parent);
    const here = trail.at(-1);
    return {
      ...cut(rows, limit, item, ({ code }) => [null, code]),
      trail: trail.map((one) => ({ value: one.id, title: titleOf(one, language) })),
      actions: mayKeep && here !== undefined && !here.isEnded ? adding(here, language) : [],
    };
  }

  @Post(':id/places')
  @Action('register:keep')
  @NeedsKey()
  @Answers(201, Written, 'The place is in the tree')
  add(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() parent: string,
    @Body({ schema: NewPlace }) raw: NewPlace,
  ) {
    const id = newId();
    const wish = { key, subject, act: 'addPlace', what: 'place', id, raw: { parent, ...raw } } as const;
    return change(this.db, wish, (tx) => addPlace(tx, parent, id, raw));
  }

  @Post(':id/name')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The place has another name; what was recorded keeps its own')
  rename(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: NamedPlace }) raw: NamedPlace,
  ) {
    const wish = { key, subject, act: 'renamePlace', what: 'place', id, raw } as const;
    return change(this.db, wish, (tx) => renamePlace(tx, id, raw));
  }

  @Post(':id/end')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'Nothing can be reported there any more; what happened there stays')
  end(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    const wish = { key, subject, act: 'endPlace', what: 'place', id, raw } as const;
    return change(this.db, wish, (tx) => endPlace(tx, id));
  }

  async #trail(id: string): Promise<Above[]> {
    const { rows } = await this.db.pool.query<Above>(
      `select above.id, above.name, above.name_en as "nameEn", above.level, above.ended_at is not null as "isEnded"
       from place here join place above on above.code = any(string_to_array(here.path, '/'))
       where here.id = $1 order by length(above.path)`,
      [id],
    );
    return rows;
  }
}

const ROWS = `
  select place.id, code, place.name, place.name_en, level, policy, ended_at,
         (select above.policy from place above where above.policy is not null
            and above.code = any(string_to_array(place.path, '/')) order by length(above.path) desc limit 1) as inherited,
         exists (select from place child where child.parent_id = place.id) as has_children,
         (select count(*)::int from unit where unit.place_id = place.id and unit.ended_at is null) as units,
         (select count(*)::int from post where post.place_id = place.id and post.ended_at is null
            and role <> 'resident') as posts
  from place
  where code > $1 and ($3::text is not null or parent_id is not distinct from $2) and ${matches('$3')}
    and ($4 = 'all' or (ended_at is null) = ($4 = 'standing'))
  order by code limit $5`;
