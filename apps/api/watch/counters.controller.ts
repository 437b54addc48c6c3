import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { PageQuery, pageOf } from '../page.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { CounterFilter, CounterName, timesIn } from './counter-query.ts';
import { Counted, Counter, CounterLine, countersOf, timesPage } from './counters.ts';
import { inForceFor } from './in-force.ts';
import { windowOf } from './period.ts';

export const TimesQuery = PageQuery.extend({
  ...CounterFilter.shape,
  name: CounterName,
  of: Counted.default('ever'),
});
type TimesQuery = z.infer<typeof TimesQuery>;

/** Extension, hanging, rework, shuffling: how many now, how often, how many more than once, how long (practice.md). */
@Controller('api/v1/counters')
export class CountersController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('overview:read')
  @Answers(
    200,
    z.object({ items: z.array(Counter) }),
    'What was put off, hung, done again or passed on in a period',
  )
  async read(@Caller() subject: Subject, @Query({ schema: CounterFilter }) query: CounterFilter) {
    return { items: await countersOf(this.db, await this.#times(subject, query)) };
  }

  @Get('matters')
  @Action('overview:read')
  @Answers(200, pageOf(CounterLine), 'What stands behind one of the counters')
  async matters(
    @Caller() subject: Subject,
    @Query({ schema: TimesQuery }) query: TimesQuery,
    @Wanted() language: Language,
  ) {
    return timesPage(this.db, await this.#times(subject, query), query, language);
  }

  async #times(subject: Subject, query: CounterFilter) {
    if (catalog[query.process] === undefined) throw new NotFound();
    const now = new Date();
    const window = windowOf(query, await inForceFor(this.db, subject, now), now);
    return timesIn(subject, query, window, now);
  }
}
