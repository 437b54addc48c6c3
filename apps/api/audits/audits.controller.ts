import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { auditedAt, wordsSeen } from './audited.ts';
import { AuditChoices, ChoiceList, choicesOf } from './choices.ts';
import { CourseLine } from './course-line.ts';
import { courseOf } from './course.ts';
import { clocksOf, ExplainedClock } from './deadlines.ts';
import { AuditEvents, eventsOf } from './events.ts';
import { Integrity, integrityOf } from './integrity.ts';
import { AuditQuery } from './search-query.ts';
import { AuditPage, searchAudits } from './search.ts';
import { AuditShown, shownOf } from './shown.ts';

/** Audits: a process found by what happened in it, its whole course in words, and whether its record is whole. */
@Controller('api/v1/audits')
export class AuditsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get()
  @Action('audits:search')
  @Answers(200, AuditPage, 'Matters and all other processes, each with why it was found')
  search(
    @Caller() subject: Subject,
    @Query({ schema: AuditQuery }) query: AuditQuery,
    @Wanted() language: Language,
  ) {
    return searchAudits(this.course.db, { subject, language }, query);
  }

  @Get('choices/:list')
  @Action('audits:search')
  @Answers(200, AuditChoices, 'What a filter of the search can be set to')
  choices(
    @Param('list', { schema: ChoiceList }) list: ChoiceList,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
    @Wanted() language: Language,
  ) {
    const [, after = null] = placeOf(cursor) ?? [];
    return choicesOf(this.course.db, list, language, { limit, after });
  }

  @Get(':id')
  @Action('audits:read', 'course')
  @Answers(200, AuditShown, 'What it is, under which rules it ran, and where its parts are read')
  async read(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return shownOf(this.course, await auditedAt(this.course, id, { subject, language }));
  }

  @Get(':id/course')
  @Action('audits:read', 'course')
  @Answers(200, pageOf(CourseLine), 'What happened and what was refused, oldest first')
  async lines(
    @Param('id') id: string,
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
    @Wanted() language: Language,
  ) {
    const audited = await auditedAt(this.course, id, { subject, language });
    const [after = 0] = placeOf(cursor) ?? [];
    const all = courseOf(audited, await wordsSeen(this.course, audited));
    const rest = all.map((line, i) => ({ line, n: i + 1 })).slice(Number(after));
    return cut(
      rest,
      limit,
      ({ line }) => line,
      ({ line, n }) => [n, line.id],
    );
  }

  @Get(':id/deadlines')
  @Action('audits:read', 'course')
  @Answers(200, z.object({ items: z.array(ExplainedClock) }), 'Each clock explained, and who granted what')
  async deadlines(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return { items: clocksOf(await auditedAt(this.course, id, { subject, language })) };
  }

  /** Computed when it is asked for; a process that is not archived yet is compared with what Temporal has. */
  @Get(':id/integrity')
  @Action('audits:read', 'course')
  @Answers(200, Integrity, 'Whether the record is whole: each check with what was compared')
  async integrity(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return integrityOf(this.course, await auditedAt(this.course, id, { subject, language }));
  }

  @Get(':id/events')
  @Action('audits:read', 'course')
  @Answers(200, AuditEvents, 'Temporal’s events by workflow task, with the entries that came out of each')
  async events(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return eventsOf(this.course, await auditedAt(this.course, id, { subject, language }));
  }
}
