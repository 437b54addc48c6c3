import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { readEnvironment } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { NeedsKey } from '../idempotency/key.ts';
import { languageOf } from '../language.ts';
import type { Language } from '../language.ts';
import { Answers } from '../answers.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { IS_STAFF } from '../register/person-acts.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { Action, Caller } from './action.ts';
import { giveCookie, takeCookie } from './credential.ts';
import { Limited } from './limits.ts';
import { scope } from './scope.ts';
import { endSession, SessionLine, sessionLine } from './session-line.ts';
import type { SessionRow } from './session-line.ts';
import { openSession, revoke } from './session.ts';
import { SignIn } from './sign-in.ts';
import type { Subject } from './subject.ts';
import { CurrentSession, describe } from './current.ts';

const Credentials = z.strictObject({
  account: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
export const SessionQuery = PageQuery.extend({ person: z.uuid().optional() });
const Ended = z.object({ id: z.string() });
const OpenedSession = z.object({ token: z.string(), expiresAt: z.string() });

/** Signing in and out, and seeing and ending what is open. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(readEnvironment) private readonly environment: Environment,
  ) {}

  @Post()
  @Action('sessions:open')
  @Limited({ times: 60, seconds: 60 })
  @Answers(201, OpenedSession, 'A session: a cookie for browsers, the token for `Authorization: Bearer`')
  async open(
    @Body({ schema: Credentials }) { account, password }: z.infer<typeof Credentials>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const personId = await this.signIn.open(account, password);
    const hours = this.environment.sessionHours;
    const { token, expiresAt } = await openSession(this.db, {
      personId,
      hours,
      agent: request.headers['user-agent'],
    });
    giveCookie(request, reply, token, expiresAt);
    return { token, expiresAt: timeOf(expiresAt) };
  }

  @Get('current')
  @Action('sessions:current')
  @Answers(200, CurrentSession, 'Who I am, and in which capacities I may act')
  current(@Caller() subject: Subject, @Headers('accept-language') wanted: string | undefined) {
    return describe(this.db, subject, languageOf(wanted));
  }

  @Delete('current')
  @Action('sessions:close')
  @HttpCode(204)
  @Answers(204, undefined, 'Signed out')
  async close(
    @Caller() { sessionId }: Subject,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (sessionId !== null) await revoke(this.db, { id: sessionId });
    takeCookie(request, reply);
  }

  @Get()
  @Action('sessions:list')
  @Answers(200, pageOf(SessionLine), 'Open sessions: my own, or with the right to it anybody’s')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: SessionQuery }) query: z.infer<typeof SessionQuery>,
    @Wanted() language: Language,
  ) {
    const [from, after] = placeOf(query.cursor) ?? [null, null];
    const seen = scope(subject, 'sessions:list', { personId: 'person_id' }, [
      query.person ?? null,
      from,
      after,
      query.limit + 1,
    ]);
    const { rows } = await this.db.pool.query<SessionRow>(
      `select session.id, person_id, session.created_at, expires_at, agent, name, name_en,
              ${IS_STAFF} as is_staff
       from session join person on person.id = person_id
       where revoked_at is null and expires_at > now() and ($1::uuid is null or person_id = $1)
         and ($2::timestamptz is null or (session.created_at, session.id) < ($2, $3)) and ${seen.sql}
       order by session.created_at desc, session.id desc limit $4`,
      seen.values,
    );
    const item = (row: SessionRow) => sessionLine(row, subject, language);
    return cut(rows, query.limit, item, (row) => [row.created_at.toISOString(), row.id]);
  }

  @Delete(':id')
  @Action('sessions:revoke', 'session')
  @HttpCode(204)
  @Answers(204, undefined, 'The session is ended')
  async revoke(@Caller() subject: Subject, @Param('id') id: string) {
    await endSession(this.db, id, subject);
  }

  @Post(':id/end')
  @Action('sessions:revoke', 'session')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Ended, 'The session is ended; once more changes nothing')
  async end(@Caller() subject: Subject, @Param('id') id: string) {
    await endSession(this.db, id, subject);
    return { id };
  }
}
