import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { partsOf } from '../../../prisma/project/course.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, pageOf, placeOf } from '../page.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { actionsFor } from './actions.ts';
import { countInbox, inboxOf, InboxQuery } from './inbox.ts';
import type { TaskRow } from './inbox.ts';
import { intakeOf } from './intake-row.ts';
import { stepOf } from './line.ts';
import { namesInRequests, requestAt } from './request-view.ts';
import { wordsIn } from './reveal.ts';
import { sceneAt } from './scene.ts';
import { ShownAction, ShownRequest, ShownTask, Titled } from './shown.ts';
import { namesInTasks, taskView } from './task-view.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';
import { namingOf } from './view.ts';

const InboxLine = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  ask: z.string(),
  kind: z.string(),
  step: Titled.nullable(),
  matter: z.object({
    id: z.uuid(),
    href: z.string(),
    number: z.string().nullable(),
    receipt: z.string(),
    kind: Titled.nullable(),
    colour: z.string().nullable(),
    place: Titled.nullable(),
  }),
  unit: Titled.nullable(),
  heldBy: Titled.nullable(),
  card: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
});
const Counts = z.object({ all: z.int(), late: z.int(), today: z.int(), mine: z.int(), free: z.int() });
const Inbox = pageOf(InboxLine).extend({ counts: Counts });
const TaskWithActions = ShownTask.extend({
  matter: z.string(),
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
  @Answers(200, Inbox, 'My inbox by time left, and how much of each sort is in it')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: InboxQuery }) query: InboxQuery,
    @Wanted() language: Language,
  ) {
    const { db } = this.course;
    const [rows, counts] = await Promise.all([
      inboxOf(db, subject, query, placeOf(query.cursor)),
      countInbox(db, subject),
    ]);
    const titles = await titlesOf(db, language, {
      units: rows.flatMap(({ unit_id: id }) => id ?? []),
      people: rows.flatMap(({ held_by_id: id }) => id ?? []),
      kinds: rows.map(({ matter_kind: kind }) => kind),
      places: rows.map(({ matter_place: path }) => path),
    });
    const page = cut(
      rows,
      query.limit,
      (row) => lineOf(row, titles, language),
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
    const [intake, scene] = await Promise.all([intakeOf(db, processId), sceneAt(this.course, processId)]);
    const task = scene?.state.tasks[localId];
    if (scene === undefined || task === undefined) throw new NotFound();
    const naming = namingOf(intake, scene, { subject, language });
    const [inTasks, inRequests] = [namesInTasks(scene.state), namesInRequests(scene.state)];
    const titles = await titlesOf(db, language, {
      units: [...inTasks.units, ...inRequests.units],
      people: [...inTasks.people, ...inRequests.people],
    });
    const words = await wordsIn(db, task.form, scene.state.requests);
    const look = { ...scene, titles, words, naming, language };
    const all = await actionsFor(this.course, processId, subject, language);
    return {
      ...taskView(task, look),
      matter: `/api/v1/matters/${processId}`,
      request: requestAt(task.id, look),
      actions: all.filter((action) => action.task === id),
    };
  }
}

function lineOf(row: TaskRow, titles: Titles, language: Language): z.infer<typeof InboxLine> {
  const kind = processNamed(row.process).tasks[row.kind];
  return {
    id: row.id,
    href: `/api/v1/tasks/${row.id}`,
    title: kind?.title[language] ?? row.kind,
    ask: kind?.ask[language] ?? '',
    kind: row.kind,
    step: stepOf(row.process, row.step, language),
    matter: {
      id: row.process_id,
      href: `/api/v1/matters/${row.process_id}`,
      number: row.number,
      receipt: row.receipt,
      kind: titles.kind(row.matter_kind),
      colour: row.colour,
      place: titles.place(row.matter_place),
    },
    unit: titles.unit(row.unit_id),
    heldBy: titles.person(row.held_by_id),
    card: row.card,
    openedAt: timeOf(row.opened_at),
    dueAt: timeOrNull(row.due_at),
    isPaused: row.is_paused,
    isOverdue: row.due_at !== null && row.due_at < new Date(),
  };
}
