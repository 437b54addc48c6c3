import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { reroute } from '../../../prisma/telling/route.ts';
import { nothing } from '../../../workflows/process/field.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { change, Written } from './deed.ts';
import { Id } from './id.ts';
import { oneTime, Told } from './one-time.ts';
import { NewAway } from './person.ts';
import { endPost, givePost, mustBeAnother } from './post-acts.ts';
import { NewPost } from './post.ts';
import { endAway, endSessions, resetPassword, setAway, unlock } from './securing.ts';

type Nothing = z.infer<typeof nothing>;

/** What somebody may do, and the locks of their door: the security administrator's, and never about himself. */
@Controller('api/v1/register')
export class SecurityController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Post('people/:id/posts')
  @Action('register:secure')
  @NeedsKey()
  @Answers(201, Written, 'The person holds the post from now on')
  async give(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() person: string,
    @Body({ schema: NewPost }) raw: NewPost,
  ) {
    mustBeAnother(subject.personId, person);
    const id = newId();
    const wish = { key, subject, act: 'givePost', what: 'post', id, raw: { person, ...raw } } as const;
    const written = await change(this.db, wish, (tx) => givePost(tx, person, id, raw));
    await reroute(this.db);
    return written;
  }

  @Post('posts/:id/end')
  @Action('register:secure')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The post has ended; what was done in it stays')
  async end(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: Nothing,
  ) {
    const wish = { key, subject, act: 'endPost', what: 'post', id, raw } as const;
    const written = await change(this.db, wish, (tx) => endPost(tx, id, subject.personId));
    await reroute(this.db);
    return written;
  }

  @Post('people/:id/password')
  @Action('register:secure')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Told, 'A one-time password, told this once; the sessions have ended')
  async reset(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: Nothing,
  ) {
    const secret = await oneTime();
    let isDone = false;
    const wish = { key, subject, act: 'resetPassword', what: 'person', id, raw } as const;
    const written = await change(this.db, wish, (tx) => {
      isDone = true;
      return resetPassword(tx, id, subject.personId, secret);
    });
    return isDone ? { ...written, ...secret.told } : written;
  }

  @Post('people/:id/unlock')
  @Action('register:secure')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The lock that wrong passwords set is gone')
  unlock(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: Nothing,
  ) {
    const wish = { key, subject, act: 'unlockAccount', what: 'person', id, raw } as const;
    return change(this.db, wish, (tx) => unlock(tx, id));
  }

  @Post('people/:id/sessions/end')
  @Action('register:secure')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'Whoever was signed in with the account is out')
  endSessions(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: Nothing,
  ) {
    const wish = { key, subject, act: 'endSessions', what: 'session', id, raw } as const;
    return change(this.db, wish, (tx) => endSessions(tx, id));
  }

  @Post('people/:id/away')
  @Action('register:secure')
  @NeedsKey()
  @Answers(201, Written, 'B acts for the person in that time')
  async setAway(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: NewAway }) raw: NewAway,
  ) {
    const wish = { key, subject, act: 'setAway', what: 'absence', id, raw } as const;
    const written = await change(this.db, wish, (tx) => setAway(tx, id, raw));
    await reroute(this.db);
    return written;
  }

  @Post('people/:id/back')
  @Action('register:secure')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Written, 'The person is back')
  async endAway(
    @Key() key: string,
    @Caller() subject: Subject,
    @Id() id: string,
    @Body({ schema: nothing }) raw: Nothing,
  ) {
    const wish = { key, subject, act: 'endAway', what: 'absence', id, raw } as const;
    const written = await change(this.db, wish, (tx) => endAway(tx, id));
    await reroute(this.db);
    return written;
  }
}
