import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { reroute } from '../../../prisma/telling/route.ts';
import { nothing } from '../../../workflows/process/field.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { change, Written } from '../register/deed.ts';
import type { Change } from '../register/deed.ts';
import { Id } from '../register/id.ts';
import { NewAway } from '../register/person.ts';
import { mustBeAnother } from '../register/post-acts.ts';
import { endAway, setAway } from '../register/securing.ts';
import type { Tx } from '../../../prisma/client.ts';
import { Wanted } from '../wanted.ts';
import { COLLEAGUES, colleagueShown, ColleagueShown, unitsLedBy } from './colleague.ts';
import type { ColleagueRow } from './colleague.ts';

/** The people of the units that somebody leads: who is there, who acts for whom, who has how much in hand. */
@Controller('api/v1/colleagues')
export class ColleaguesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('colleagues:read')
  @Answers(200, pageOf(ColleagueShown), 'The people of the units that I lead; nobody where I lead none')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
    @Wanted() language: Language,
  ) {
    const [, after = null] = placeOf(cursor) ?? [];
    const units = await unitsLedBy(this.db, subject);
    const { rows } = await this.db.pool.query<ColleagueRow>(COLLEAGUES, [units, after, null, limit + 1]);
    const item = (row: ColleagueRow) => colleagueShown(row, subject, language);
    return cut(rows, limit, item, ({ id }) => [null, id]);
  }

  @Post(':id/away')
  @Action('colleagues:set')
  @HttpCode(201)
  @NeedsKey()
  @Answers(201, Written, 'B acts for the person in that time; it is recorded who said so')
  setAway(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: NewAway }) raw: NewAway,
  ) {
    return this.#change({ key, subject, act: 'setAway', id, raw }, (tx) => setAway(tx, id, raw));
  }

  @Post(':id/back')
  @Action('colleagues:set')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The person is back')
  endAway(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    return this.#change({ key, subject, act: 'endAway', id, raw }, (tx) => endAway(tx, id));
  }

  async #change(wish: Wish, work: (tx: Tx) => Promise<Change>) {
    mustBeAnother(wish.subject.personId, wish.id);
    await this.#mustLead(wish.subject, wish.id);
    const written = await change(this.db, { ...wish, what: 'absence' }, work);
    await reroute(this.db);
    return written;
  }

  async #mustLead(subject: Subject, id: string): Promise<void> {
    const units = await unitsLedBy(this.db, subject);
    const { rowCount } = await this.db.pool.query(COLLEAGUES, [units, null, id, 1]);
    if (rowCount === 0) throw new NotYours('not-yours');
  }
}

type Wish = { key: string; subject: Subject; act: 'setAway' | 'endAway'; id: string; raw: unknown };
