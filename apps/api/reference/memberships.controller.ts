import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { nothing } from '../../../workflows/process/field.ts';
import { BadInput, NotNow, NotYours } from '../../../workflows/rules/violation.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import {
  admitting,
  MembershipShown,
  membershipShown,
  NewMembership,
  powersIn,
  seatsOf,
} from './membership.ts';
import type { MembershipRow } from './membership.ts';

const MembershipQuery = PageQuery.extend({ place: z.uuid().optional() });
const Written = z.object({ id: z.uuid() });

/** The member units 成员单位 of the subdistricts' 大工委: who belongs, with which powers. */
@Controller('api/v1/memberships')
export class MembershipsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('memberships:read')
  @Answers(
    200,
    pageOf(MembershipShown).extend({ actions: z.array(ShownAction) }),
    'Member units; `place` takes in all places below it; `actions`: whom I may admit',
  )
  async list(
    @Caller() subject: Subject,
    @Query({ schema: MembershipQuery }) query: z.infer<typeof MembershipQuery>,
    @Wanted() language: Language,
  ) {
    const { place = null, limit, cursor } = query;
    const [, after = null] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<MembershipRow>(
      `select membership.id, unit_id, membership.place_id, is_standing, powers,
              jsonb_build_object('name', unit.name, 'nameEn', unit.name_en) as unit,
              jsonb_build_object('name', place.name, 'nameEn', place.name_en) as place
       from membership join unit on unit.id = unit_id join place on place.id = membership.place_id
       where membership.ended_at is null and ($1::uuid is null or membership.id > $1)
         and ($2::uuid is null or place.id = $2 or place.path like (select path || '/%' from place where id = $2))
       order by membership.id limit $3`,
      [after, place, limit + 1],
    );
    const [seats, powers] = await Promise.all([seatsOf(this.db, subject), powersIn(this.db, language)]);
    const item = (row: MembershipRow) => membershipShown(row, { seats, powers, language });
    const own = seats.filter(({ id }) => place === null || id === place);
    return {
      ...cut(rows, limit, item, ({ id }) => [null, id]),
      actions: await admitting(this.db, own, language),
    };
  }

  @Post()
  @Action('memberships:set')
  @NeedsKey()
  @Answers(201, Written, 'The unit is a member')
  async admit(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: NewMembership }) raw: NewMembership,
  ) {
    await this.#mustHaveSeat(subject, raw.place);
    await this.#mustBeKnown(raw);
    const id = newId();
    const deed = { key, subject: nameOf(subject), name: 'admitMember', processId: id, raw };
    return once(this.db, deed, Written, async (tx) => {
      await insert(tx, id, raw);
      return { id };
    });
  }

  @Post(':id/end')
  @Action('memberships:set')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The unit is no member any more; what it has taken on stays its own')
  async end(
    @Key() key: string,
    @Caller() subject: Subject,
    @Param('id') id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    const known =
      z.uuid().safeParse(id).success && (await this.db.prisma.membership.findUnique({ where: { id } }));
    if (!known) throw new NotFound();
    await this.#mustHaveSeat(subject, known.placeId);
    const deed = { key, subject: nameOf(subject), name: 'endMembership', processId: id, raw };
    return once(this.db, deed, Written, async (tx) => {
      const { rowCount } = await tx.query(
        'update membership set ended_at = now() where id = $1 and ended_at is null',
        [id],
      );
      if (rowCount === 0) throw new NotNow('member-ended');
      return { id };
    });
  }

  async #mustHaveSeat(subject: Subject, place: string): Promise<void> {
    const count = await this.db.prisma.place.count({
      where: { id: place, level: 'subdistrict', endedAt: null },
    });
    if (count === 0) throw new BadInput('place-unknown');
    const seats = await seatsOf(this.db, subject);
    if (!seats.some(({ id }) => id === place)) throw new NotYours('not-yours');
  }

  async #mustBeKnown({ unit, powers }: NewMembership): Promise<void> {
    const count = await this.db.prisma.unit.count({ where: { id: unit, handles: true } });
    if (count === 0) throw new BadInput('unit-unknown');
    const all = await powersIn(this.db, 'zh');
    if (powers.some((power) => !all.has(power))) throw new BadInput('kind-unknown');
  }
}

async function insert(tx: Tx, id: string, { unit, place, standing, powers }: NewMembership): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [`${unit} ${place}`]);
  const { rowCount } = await tx.query(
    `insert into membership (id, unit_id, place_id, is_standing, powers)
     select $1, $2, $3, $4, $5 where not exists
       (select from membership where unit_id = $2 and place_id = $3 and ended_at is null)`,
    [id, unit, place, standing === 'standing', powers],
  );
  if (rowCount === 0) throw new BadInput('member-known');
}
