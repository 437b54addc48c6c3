import { Body, Controller, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { hashPassword, isPassword } from '../../../prisma/password.ts';
import { BadInput, NotYours } from '../../../workflows/rules/violation.ts';
import { Answers } from '../answers.ts';
import { recordIn } from '../register/record.ts';
import { timeOf } from '../wire.ts';
import { Action, Caller } from './action.ts';
import { Limited } from './limits.ts';
import { openSession, revoke } from './session.ts';
import type { Subject } from './subject.ts';

const NewPassword = z.strictObject({
  oldPassword: z.string().max(200),
  newPassword: z.string().min(10).max(200),
});
const TokenWish = z.strictObject({ days: z.int().min(1).max(366) });
const Token = z.object({ token: z.string(), expiresAt: z.string() });

/** One's own password, and tokens for information systems. */
@Controller('api/v1/people')
export class PeopleController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  /** All other sessions of the person end with the old password. */
  @Patch('current')
  @Action('password:change')
  @Limited({ times: 10, seconds: 900 })
  @HttpCode(204)
  @Answers(204, undefined, 'The password is changed, every other session of mine is ended')
  async change(
    @Caller() { personId, sessionId }: Subject,
    @Body({ schema: NewPassword }) { oldPassword, newPassword }: z.infer<typeof NewPassword>,
  ) {
    const person = await this.db.prisma.person.findUnique({ where: { id: personId ?? '' } });
    if (person === null || !(await isPassword(oldPassword, person.passwordHash)))
      throw new NotYours('password-wrong');
    if (newPassword === oldPassword) throw new BadInput('password-same');
    const passwordHash = await hashPassword(newPassword);
    await this.db.prisma.person.update({
      where: { id: person.id },
      data: { passwordHash, passwordUntil: null },
    });
    await revoke(this.db, { personId: person.id, except: sessionId ?? undefined });
  }

  @Post(':id/sessions')
  @Action('tokens:issue', 'person')
  @Answers(201, Token, 'A token for an information system; it is told this once')
  async issue(
    @Caller() { personId: by }: Subject,
    @Param('id') id: string,
    @Body({ schema: TokenWish }) { days }: z.infer<typeof TokenWish>,
  ) {
    const posts = await this.db.prisma.post.findMany({ where: { personId: id, endedAt: null } });
    if (posts.length === 0 || posts.some(({ role }) => role !== 'system')) throw new BadInput('not-a-system');
    const { token, expiresAt } = await openSession(this.db, { personId: id, hours: days * 24 });
    if (by !== null)
      await recordIn(this.db.pool, {
        ...{ by, act: 'issueToken', what: 'session', of: id },
        ...{ before: {}, after: { until: timeOf(expiresAt) } },
      });
    return { token, expiresAt: timeOf(expiresAt) };
  }
}
