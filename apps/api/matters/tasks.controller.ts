import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { partsOf } from '../../../prisma/project/course.ts';
import type { Offer } from '../../../workflows/process/offers.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { hrefOf } from '../processes/address.ts';
import { ChoicePage, choicesNamed } from '../processes/choices-at.ts';
import { namingAt } from '../processes/naming.ts';
import { aboutIn } from './about.ts';
import { actionsFor } from './actions.ts';
import { matterIn } from './acts.controller.ts';
import { aimedAt, COLLEAGUES } from './colleague.ts';
import { countInbox, inboxOf, InboxQuery } from './inbox.ts';
import type { TaskRow } from './inbox.ts';
import { InboxLine, inboxLine } from './inbox-line.ts';
import { namesInRequests, requestAt } from './request-view.ts';
import { wordsIn } from './reveal.ts';
import { sceneAt } from './scene.ts';
import { ShownAction } from './shown-action.ts';
import { ShownRequest, ShownTask } from './shown.ts';
import { namesInTasks, taskView } from './task-view.ts';
import { timesLeft } from './time-left.ts';
import { titlesOf } from './titles.ts';

const Counts = z.object({
  ...{ all: z.int(), late: z.int(), today: z.int(), mine: z.int(), free: z.int(), others: z.int() },
  /** How much lies in each box, counted up to 1,000. */
  boxes: z.object({ todo: z.int(), doing: z.int(), done: z.int(), copied: z.int(), started: z.int() }),
});
const Inbox = pageOf(InboxLine).extend({ counts: Counts });
const TaskWithActions = ShownTask.extend({
  /** What it is a task of; `matter` where that is one. */
  process: z.string(),
  matter: z.string().nullable(),
  /** What this task decides about, where it does. */
  request: ShownRequest.nullable(),
  actions: z.array(ShownAction),
});

/** What waits for the caller, by time left, and each task with what he may do about it. */
@Controller('api/v1/tasks')
export class TasksController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get()
  @Action('tasks:list')
  @Answers(200, Inbox, 'A box of mine, open ones by time left, and how much of each sort is in it')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: InboxQuery }) query: InboxQuery,
    @Wanted() language: Language,
  ) {
    const { db, book } = this.course;
    const [rows, counts] = await Promise.all([
      inboxOf(db, subject, query, placeOf(query.cursor)),
      countInbox(db, subject, query.box),
    ]);
    const [titles, left, about] = await Promise.all([
      titlesOf(db, language, namesIn(rows)),
      timesLeft(book, rows),
      aboutIn(db, rows),
    ]);
    const look = { titles, language, left, about, person: subject.personId };
    const page = cut(
      rows,
      query.limit,
      (row) => inboxLine(row, look),
      ({ rank, id }) => [rank, id],
    );
    return { ...page, counts };
  }

  @Get(':id')
  @Action('tasks:read', 'task')
  @Answers(200, TaskWithActions, 'The task, and what I may do about it')
  async read(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const { db } = this.course;
    const { processId, localId } = partsOf(id) ?? { processId: '', localId: '' };
    const scene = await sceneAt(this.course, processId);
    const task = scene?.state.tasks[localId];
    if (scene === undefined || task === undefined) throw new NotFound();
    const naming = await namingAt(this.course, processId, scene, { subject, language });
    const [inTasks, inRequests] = [namesInTasks(scene.state), namesInRequests(scene.state)];
    const titles = await titlesOf(db, language, {
      units: [...inTasks.units, ...inRequests.units],
      people: [...inTasks.people, ...inRequests.people],
    });
    const words = await wordsIn(db, task.form, scene.state.requests);
    const look = { ...scene, titles, words, naming, language };
    const isAboutIt = ({ act, target }: Offer) => act.on === 'task' && target === localId;
    const actions = await actionsFor(this.course, processId, { subject, language }, isAboutIt);
    const process = hrefOf(scene.state.process, processId);
    const request = requestAt(task.id, look);
    return { ...taskView(task, look), process, matter: matterIn(process), request, actions };
  }

  @Get(':id/colleagues')
  @Action('tasks:act', 'task')
  @Answers(200, ChoicePage, 'Who may be handed the task, with how much each has in hand')
  async colleagues(
    @Param('id') id: string,
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) page: PageQuery,
    @Wanted() language: Language,
  ) {
    const { processId, localId } = partsOf(id) ?? { processId: '', localId: '' };
    const list = aimedAt(COLLEAGUES, localId);
    return choicesNamed(this.course, processId, list, { subject, language, page });
  }
}

const namesIn = (rows: readonly TaskRow[]) => ({
  units: rows.flatMap(({ unit_id: id }) => id ?? []),
  people: rows.flatMap((row) => [row.asked_of_id, row.held_by_id, row.given_by_id].flatMap((id) => id ?? [])),
  kinds: rows.flatMap(({ matter_kind: kind }) => kind ?? []),
  places: rows.map(({ process_place: path }) => path),
});
