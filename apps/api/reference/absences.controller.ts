import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { reroute } from '../../../prisma/telling/route.ts';
import { BadInput } from '../../../workflows/rules/violation.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import { pageOf } from '../page.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { Time, timeOf } from '../wire.ts';
import { AwayShown, awayShown, SET_BY } from './away.ts';
import type { AwayRow } from './away.ts';

const NewAbsence = z.strictObject({ from: Time, until: Time });
const AbsenceShown = AwayShown.extend({ id: z.uuid() });

/** When I am away, and B of my posts acts for me (AB岗). Stand-ins are looked for again at once. */
@Controller('api/v1/absences')
export class AbsencesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('posts:read')
  @Answers(200, pageOf(AbsenceShown), 'My absences that are not over')
  async list(@Caller() { personId }: Subject, @Wanted() language: Language) {
    const { rows } = await this.db.pool.query<AwayRow & { id: string }>(
      `select id, from_at, until_at, ${SET_BY} as by from absence
       where person_id = $1 and ended_at is null and until_at > now() order by from_at limit 200`,
      [personId],
    );
    return { items: rows.map((row) => ({ id: row.id, ...awayShown(row, language) })) };
  }

  @Post()
  @Action('absences:set')
  @NeedsKey()
  @Answers(201, AbsenceShown, 'I am away in that time')
  async create(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: NewAbsence }) raw: z.infer<typeof NewAbsence>,
  ) {
    const from = new Date(raw.from);
    const until = new Date(raw.until);
    if (until <= from) throw new BadInput('absence-order');
    const id = newId();
    const deed = { key, subject: nameOf(subject), name: 'setAbsence', processId: id, raw };
    const shown = await once(this.db, deed, AbsenceShown, async (tx) => {
      await tx.query('insert into absence (id, person_id, from_at, until_at) values ($1, $2, $3, $4)', [
        id,
        subject.personId,
        from,
        until,
      ]);
      return { id, from: timeOf(from), until: timeOf(until), by: null };
    });
    await reroute(this.db);
    return shown;
  }

  @Delete(':id')
  @Action('absences:set', 'absence')
  @HttpCode(204)
  @Answers(204, undefined, 'I am back')
  async end(@Param('id') id: string) {
    await this.db.prisma.absence.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
    await reroute(this.db);
  }
}
