import { Controller, Get, Inject, Param } from '@nestjs/common';
import { z } from 'zod';
import { findCommand } from '../../../prisma/commands.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { answerTo, problemOf } from '../problem.ts';
import { Problem } from '../problem.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { addressOf } from '../processes/address.ts';
import { violationOf } from './acting.ts';
import { matterIn } from './acts.controller.ts';

const CommandShown = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(['accepted', 'rejected', 'unknown']),
  receivedAt: z.string(),
  /** What it was done to; `matter` where it is one. */
  process: z.string().nullable(),
  matter: z.string().nullable(),
  problem: Problem.nullable(),
});

const Refused = z.object({ kind: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()) });

/** What became of an act of mine, for whoever was told that nobody knows yet. */
@Controller('api/v1/commands')
export class CommandsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id')
  @Action('commands:read')
  @Answers(200, CommandShown, 'What became of it')
  async read(
    @Param('id', { schema: z.uuid() }) id: string,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    const command = await findCommand(this.course.db, id);
    if (command === undefined || command.subjectId !== nameOf(subject)) throw new NotFound();
    const { name, receivedAt, processId, outcome } = command;
    const refused = outcome?.status === 'rejected' ? Refused.safeParse(outcome.answer).data : undefined;
    const violation = refused && violationOf(refused);
    const problem = violation ? problemOf(answerTo(violation), violation, language, id) : null;
    const process = await addressOf(this.course.db, processId);
    return {
      id,
      name,
      status: outcome?.status ?? 'unknown',
      receivedAt: timeOf(receivedAt),
      process,
      matter: matterIn(process),
      problem,
    };
  }
}
