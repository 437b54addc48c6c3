import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { Hands, handsOf } from './hands.ts';

/** Whose time it was, for those who oversee: it says how the inside works, which is not for the reporter. */
@Controller('api/v1')
export class HandsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get('matters/:id/hands')
  @Action('overview:read', 'matter')
  @Answers(200, Hands, 'Clocks with their rungs, days off, and in whose hands the time was')
  matter(@Param('id') id: string, @Wanted() language: Language) {
    return handsOf(this.course, id, language);
  }

  @Get('processes/:id/hands')
  @Action('overview:read', 'process')
  @Answers(200, Hands, 'Clocks with their rungs, days off, and in whose hands the time was')
  process(@Param('id') id: string, @Wanted() language: Language) {
    return handsOf(this.course, id, language);
  }
}
