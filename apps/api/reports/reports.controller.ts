import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { entriesOf } from '../../../prisma/journal.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { heirOf } from '../matters/actions.ts';
import { placeOf } from '../matters/intake.ts';
import { stepOf } from '../matters/line.ts';
import { wordsIn } from '../matters/reveal.ts';
import { sceneAt } from '../matters/scene.ts';
import { Titled } from '../matters/shown.ts';
import { namesInTasks } from '../matters/task-view.ts';
import { titlesOf } from '../matters/titles.ts';
import { pageOf } from '../page.ts';
import { namingAt } from '../processes/naming.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { nearby } from './nearby.ts';
import { resultsFor, Standing, standingOf } from './standing.ts';

/** Place by its id or code. */
const NearbyQuery = z.object({ place: z.string().min(1).max(60), kind: z.string().min(1).max(60) });

/** `id` is good for one thing: it is given as `follows` with a report. `openedOn`: the day, never the hour. */
const NearbyReport = z.object({
  id: z.string(),
  kind: Titled,
  place: Titled,
  openedOn: z.iso.date(),
  step: Titled.nullable(),
  reporters: z.int(),
});

@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get('nearby')
  @Action('reports:nearby')
  @Limited({ times: 60, seconds: 60 })
  @Answers(
    200,
    pageOf(NearbyReport),
    'Open reports of the same kind in the same community, the nearest first',
  )
  async nearby(
    @Query({ schema: NearbyQuery }) query: z.infer<typeof NearbyQuery>,
    @Wanted() language: Language,
  ) {
    const { db } = this.course;
    const rows = await nearby(db, { placeId: await placeOf(db, query.place), kind: query.kind });
    const titles = await titlesOf(db, language, {
      kinds: [query.kind],
      places: rows.map(({ estate }) => estate),
    });
    const untitled = (value: string) => ({ value, title: value });
    const items = rows.map((row) => ({
      id: row.print,
      kind: titles.kind(row.kind) ?? untitled(row.kind),
      place: titles.place(row.estate) ?? untitled(row.estate),
      openedOn: timeOf(row.opened_at).slice(0, 10),
      step: stepOf(row.process, row.step, language),
      reporters: row.reporters,
    }));
    return { items };
  }

  /** Also for a report that was merged into an earlier one: then of that one, and not more than of one's own. */
  @Get(':id/standing')
  @Action('matters:read', 'matter')
  @Answers(200, Standing, 'Where it stands, why it waits, who is next, what was told')
  async standing(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const own = await sceneAt(this.course, id);
    if (own === undefined) throw new NotFound();
    const scene = (await heirOf(this.course, own)) ?? own;
    const { sight } = await namingAt(this.course, id, own, { subject, language });
    const units = [...namesInTasks(scene.state).units];
    const [entries, titles, words] = await Promise.all([
      entriesOf(this.course.db.pool, scene.state.id),
      titlesOf(this.course.db, language, { units }),
      sight === 'facts'
        ? new Map<string, string>()
        : wordsIn(
            this.course.db,
            resultsFor(scene, id).map(({ said }) => said),
          ),
    ]);
    return standingOf({ scene, report: id, entries, titles, language, now: new Date() }, words);
  }
}
