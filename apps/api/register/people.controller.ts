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
import { likePattern } from '../reference/title.ts';
import { Wanted } from '../wanted.ts';
import { change, Written } from './deed.ts';
import { Id } from './id.ts';
import { endPerson } from './leaving.ts';
import { oneTime, Told } from './one-time.ts';
import { PEOPLE } from './people-sql.ts';
import { addPerson, changePerson, restorePerson } from './person-acts.ts';
import { adding } from './person-offers.ts';
import { PersonShown, personShown } from './person-shown.ts';
import type { PersonRow } from './person-shown.ts';
import { ChangedPerson, NewPerson } from './person.ts';

export const PeopleQuery = PageQuery.extend({
  q: z.string().trim().min(1).max(40).optional(),
  role: z.string().max(40).optional(),
  unit: z.uuid().optional(),
  /** without: holds no post */
  state: z.enum(['standing', 'ended', 'locked', 'without', 'away', 'all']).default('standing'),
});

/** The accounts of the staff. Residents' accounts are in no list. */
@Controller('api/v1/register/people')
export class PeopleRegisterController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('register:read')
  @Answers(
    200,
    pageOf(PersonShown).extend({ actions: z.array(ShownAction) }),
    'People of the staff by account, with their posts',
  )
  async list(
    @Caller() subject: Subject,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
    @Wanted() language: Language,
  ) {
    const { q, role = null, unit = null, state, limit, cursor } = query;
    const [, after = ''] = placeOf(cursor) ?? [];
    const { rows } = await this.db.pool.query<PersonRow>(PEOPLE, [
      ...[after, likePattern(q), role, unit, state, limit + 1],
    ]);
    const may = {
      keep: decide(subject, 'register:keep').may,
      secure: decide(subject, 'register:secure').may,
      self: subject.personId,
    };
    const now = new Date();
    const item = (row: PersonRow) => personShown(row, language, may, now);
    return {
      ...cut(rows, limit, item, ({ account }) => [null, account]),
      actions: may.keep ? adding(language) : [],
    };
  }

  @Post()
  @Action('register:keep')
  @NeedsKey()
  @Answers(201, Told, 'The account, without any post; its one-time password is told this once')
  async add(@Key() key: string, @Caller() subject: Subject, @Body({ schema: NewPerson }) raw: NewPerson) {
    const id = newId();
    const secret = await oneTime();
    const wish = { key, subject, act: 'addPerson', what: 'person', id, raw } as const;
    const written = await change(this.db, wish, (tx) => addPerson(tx, id, raw, secret));
    return written.id === id ? { ...written, ...secret.told } : written;
  }

  @Post(':id/change')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The person is called so')
  change(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: ChangedPerson }) raw: ChangedPerson,
  ) {
    const wish = { key, subject, act: 'changePerson', what: 'person', id, raw } as const;
    return change(this.db, wish, (tx) => changePerson(tx, id, raw));
  }

  @Post(':id/end')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The account is closed; its sessions and posts have ended')
  async end(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    const wish = { key, subject, act: 'endPerson', what: 'person', id, raw } as const;
    const written = await change(this.db, wish, (tx) => endPerson(tx, id, subject.personId));
    await reroute(this.db);
    return written;
  }

  @Post(':id/restore')
  @Action('register:keep')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The account is open again, without posts; security sets a new password')
  restore(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: z.infer<typeof nothing>,
  ) {
    const wish = { key, subject, act: 'restorePerson', what: 'person', id, raw } as const;
    return change(this.db, wish, (tx) => restorePerson(tx, id));
  }
}
