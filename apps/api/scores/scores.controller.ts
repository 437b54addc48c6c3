import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { ScoreReason } from '../../../workflows/rules/score.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { PageQuery, pageOf } from '../page.ts';
import { inForceFor } from '../watch/in-force.ts';
import { PeriodFilter, windowOf } from '../watch/period.ts';
import { Wanted } from '../wanted.ts';
import { BandQuery, BandShown, bandsOf } from './bands.ts';
import { marksOf } from './marks.ts';
import { Scorecard, scorecards } from './scorecard.ts';
import { DeductedMatter, deductedMatters, scoredMatters } from './scored.ts';

/** Without a period: from–until, or the last 31 days. */
export const ScoresQuery = PeriodFilter.extend({
  period: PeriodFilter.shape.period.unwrap().optional(),
  by: z.enum(['unit', 'grid']).default('unit'),
});
type ScoresQuery = z.infer<typeof ScoresQuery>;

export const DeductionQuery = PageQuery.extend({
  ...ScoresQuery.shape,
  owner: z.string().max(200),
  reason: ScoreReason,
});
type DeductionQuery = z.infer<typeof DeductionQuery>;

const Scores = z.object({ items: z.array(Scorecard) });

const MONTH = 31 * 86_400_000;

/** What closed and scored matters come to, for units and grids, in what the caller may see. */
@Controller('api/v1/scores')
export class ScoresController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(openCourse) private readonly course: Course,
  ) {}

  @Get('bands')
  @Action('overview:read')
  @Answers(
    200,
    z.object({ items: z.array(BandShown) }),
    'How often each community begins what is a sign by its number',
  )
  async bands(
    @Query({ schema: BandQuery }) query: BandQuery,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return { items: await bandsOf(this.course, subject, query, language) };
  }

  @Get('matters')
  @Action('overview:read')
  @Answers(200, pageOf(DeductedMatter), 'The matters in which a unit or grid lost points for one reason')
  async matters(
    @Query({ schema: DeductionQuery }) query: DeductionQuery,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    const period = await this.#period(query, subject);
    return deductedMatters(this.db, subject, { by: query.by, period }, query, language);
  }

  @Get()
  @Action('overview:read')
  @Answers(200, Scores, 'Scorecards of a period by unit or grid; without dates, of the last 31 days')
  async list(
    @Query({ schema: ScoresQuery }) query: ScoresQuery,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Scores>> {
    const { policy } = await inForceFor(this.db, subject, new Date());
    const period = await this.#period(query, subject);
    // Only units are marked by others.
    const [matters, marks] = await Promise.all([
      scoredMatters(this.db, subject, query.by, period),
      query.by === 'unit' ? marksOf(this.course, subject, period) : undefined,
    ]);
    const owners = [...new Set([...matters.map(({ owner }) => owner), ...(marks?.keys() ?? [])])];
    const titles = await titlesOf(
      this.db,
      language,
      query.by === 'unit' ? { units: owners } : { places: owners },
    );
    const titled = query.by === 'unit' ? titles.unit : titles.place;
    return { items: scorecards(matters, (owner) => titled(owner)?.title ?? owner, policy.rates, marks) };
  }

  async #period({ period, from, until }: ScoresQuery, subject: Subject): Promise<readonly unknown[]> {
    const now = new Date();
    if (period === undefined) return [from ?? new Date(now.getTime() - MONTH), until ?? now];
    const window = windowOf({ period, from, until }, await inForceFor(this.db, subject, now), now);
    return [window.from, window.until];
  }
}
