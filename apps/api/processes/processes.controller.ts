import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import type { Language } from '../language.ts';
import { Deadlines, deadlinesOf } from '../matters/deadlines.ts';
import { HistoryPage, readHistory } from '../matters/history.ts';
import { PageQuery, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { hrefOf } from './address.ts';
import { beginProcess } from './begin.ts';
import { ChoicePage, choicesNamed } from './choices-at.ts';
import { entrancesFor } from './entrances.ts';
import { listProcesses, ProcessQuery } from './list.ts';
import { rowOf } from './row.ts';
import { Begun, ProcessPage, ShownProcess } from './shown.ts';
import { viewProcess } from './view.ts';

const Input = z.record(z.string(), z.unknown());

/** Every process that is no matter: begun by people, by the calendar or by another process. */
@Controller('api/v1/processes')
export class ProcessesController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get()
  @Action('processes:list')
  @Answers(200, ProcessPage, 'The processes that I may see; `actions`: which I may begin')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: ProcessQuery }) query: z.infer<typeof ProcessQuery>,
    @Wanted() language: Language,
  ) {
    const { db } = this.course;
    const page = await listProcesses(db, subject, query, language);
    return { ...page, actions: await entrancesFor(db, subject, language, query.process) };
  }

  /** Taken in at once, also while Temporal is away. What may begin only once answers with the one that is there. */
  @Post(':process/entrances/:entrance')
  @Action('processes:begin')
  @Limited({ times: 30, seconds: 60, strangersOnly: true })
  @NeedsKey()
  @Answers(201, Begun, 'Taken in; `received` while it has not begun')
  async begin(
    @Param('process') process: string,
    @Param('entrance') entrance: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Input }) input: z.infer<typeof Input>,
  ) {
    const id = await beginProcess(this.course, subject, { process, entrance, input, key });
    const { type, status } = await rowOf(this.course.db, id);
    return { id, href: hrefOf(type, id), status };
  }

  @Get(':id')
  @Action('processes:read', 'process')
  @Answers(200, ShownProcess, 'The process, with everything that I may see and do')
  read(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return viewProcess(this.course, id, { subject, language });
  }

  @Get(':id/history')
  @Action('processes:history', 'process')
  @Answers(200, HistoryPage, 'What happened, in order')
  history(
    @Param('id') id: string,
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
    @Wanted() language: Language,
  ) {
    const [after = 0] = placeOf(cursor) ?? [];
    return readHistory(this.course, id, { subject, language }, { limit, after: Number(after) });
  }

  @Get(':id/deadlines')
  @Action('processes:history', 'process')
  @Answers(200, Deadlines, 'Each clock, explained')
  deadlines(@Param('id') id: string, @Wanted() language: Language) {
    return deadlinesOf(this.course, id, language);
  }

  /** Where a form has more to choose from than it holds. */
  @Get(':id/choices/:name')
  @Action('processes:history', 'process')
  @Answers(200, ChoicePage, 'What a field of this process chooses from')
  choices(
    @Param('id') id: string,
    @Param('name') name: string,
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) page: PageQuery,
    @Wanted() language: Language,
  ) {
    return choicesNamed(this.course, id, name, { subject, language, page });
  }
}
