import { applyDecorators, Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { partsOf } from '../../../prisma/project/course.ts';
import type { Act } from '../../../workflows/process/definition.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import type { Kind } from '../door/resource.ts';
import type { Action as ActionName } from '../door/right.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { NotFound } from '../refusal.ts';
import { doAct } from './acting.ts';

/** What came of an act. `command` is where to ask while it is unknown, `process` what it was done to, `matter` where it is one. */
export const ActAnswer = z.object({
  status: z.enum(['accepted', 'unknown']),
  command: z.string(),
  seq: z.int().nullable(),
  process: z.string(),
  matter: z.string().nullable(),
});

const Input = z.record(z.string(), z.unknown());
type Input = z.infer<typeof Input>;

/** A route by which an act is done to a thing of a kind. */
const ActOn = (action: ActionName, of: Kind): MethodDecorator =>
  applyDecorators(
    Action(action, of),
    HttpCode(200),
    NeedsKey(),
    ApiResponse({
      status: 202,
      description: 'Nobody knows yet; it goes on by itself, ask `command`',
    }),
    Answers(200, ActAnswer, 'Done and recorded'),
  );

/** Acts, at the addresses that `actions` give: nobody builds them himself. */
@Controller('api/v1')
export class ActsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Post('matters/:id/acts/:name')
  @ActOn('matters:act', 'matter')
  onMatter(
    @Param('id') id: string,
    @Param('name') name: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: Input,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#do(reply, subject, { process: id, on: 'process', name, input, key });
  }

  @Post('processes/:id/acts/:name')
  @ActOn('processes:act', 'process')
  @Limited({ times: 30, seconds: 60, strangersOnly: true })
  onProcess(
    @Param('id') id: string,
    @Param('name') name: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: Input,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#do(reply, subject, { process: id, on: 'process', name, input, key });
  }

  @Post('tasks/:id/acts/:name')
  @ActOn('tasks:act', 'task')
  onTask(
    @Param('id') id: string,
    @Param('name') name: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: Input,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#do(reply, subject, { ...partOf(id), on: 'task', name, input, key });
  }

  @Post('cards/:id/acts/:name')
  @ActOn('cards:act', 'card')
  onCard(
    @Param('id') id: string,
    @Param('name') name: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: Input,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#do(reply, subject, { ...partOf(id), on: 'card', name, input, key });
  }

  @Post('items/:id/acts/:name')
  @ActOn('items:act', 'item')
  onItem(
    @Param('id') id: string,
    @Param('name') name: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: Input,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#do(reply, subject, { ...partOf(id), on: 'item', name, input, key });
  }

  async #do(reply: FastifyReply, subject: Subject, wish: Parameters<typeof doAct>[2]) {
    const acted = await doAct(this.course, subject, wish);
    if (acted.kind === 'unknown') void reply.code(202);
    const seq = acted.kind === 'accepted' ? acted.seq : null;
    const command = `/api/v1/commands/${acted.command}`;
    return { status: acted.kind, command, seq, process: acted.href, matter: matterIn(acted.href) };
  }
}

/** The same address where it is that of a matter. */
export const matterIn = (href: string | null): string | null =>
  href?.startsWith('/api/v1/matters/') === true ? href : null;

function partOf(key: string): { process: string; target: string; on?: Act['on'] } {
  const parts = partsOf(key);
  if (parts === undefined) throw new NotFound();
  return { process: parts.processId, target: parts.localId };
}
