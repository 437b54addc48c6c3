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
import { timeOf } from '../wire.ts';
import { inForceFor } from './in-force.ts';
import { windowOf } from './period.ts';
import { itemsIn, StageFilter, StageNumber } from './stage-query.ts';
import { StageItem, stageItems } from './stage-items.ts';
import { StageLine, stagesOf } from './stages.ts';

const Stages = z.object({
  from: z.string(),
  until: z.string(),
  whole: StageLine.nullable(),
  items: z.array(StageLine),
});

export const ItemQuery = PageQuery.extend({
  ...StageFilter.shape,
  number: StageNumber,
  owner: z.string().max(200).optional(),
});
type ItemQuery = z.infer<typeof ItemQuery>;

/** The seven numbers of each stage 应、已、按期、超期、待、按期待、超期待, and what stands behind each. */
@Controller('api/v1/stages')
export class StagesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('overview:read')
  @Answers(200, Stages, 'The seven numbers of what was given out in a period, for each step or unit')
  async read(
    @Caller() subject: Subject,
    @Query({ schema: StageFilter }) query: StageFilter,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Stages>> {
    const { items, window } = await this.#items(subject, query, new Date());
    const lines = await stagesOf(this.db, items, query, language);
    return { from: timeOf(window.from), until: timeOf(window.until), ...lines };
  }

  @Get('matters')
  @Action('overview:read')
  @Answers(200, pageOf(StageItem), 'What stands behind one of the seven numbers')
  async matters(
    @Caller() subject: Subject,
    @Query({ schema: ItemQuery }) query: ItemQuery,
    @Wanted() language: Language,
  ) {
    const now = new Date();
    const { items } = await this.#items(subject, query, now);
    return stageItems(this.db, items, query, language, now);
  }

  async #items(subject: Subject, query: StageFilter, now: Date) {
    if (catalog[query.process] === undefined) throw new NotFound();
    const window = windowOf(query, await inForceFor(this.db, subject, now), now);
    return { window, items: itemsIn(subject, query, window, now) };
  }
}
