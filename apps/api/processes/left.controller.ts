import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { countLeft, LeftQuery, listLeft } from './left.ts';
import { ProcessLine } from './line.ts';

const Left = z.object({
  at: z.string(),
  opened: z.int(),
  struckOff: z.int(),
  left: z.int(),
  items: z.array(ProcessLine),
});

/** So many of those that are left are listed; the numbers count all, and the file of the list holds all. */
const MOST = 500;

/**
 * The "0" of 13710 as a report [003]: opened less struck off, for a scope and a moment, with what is open. What has a dated
 * plan counts as open, because its process does not end with it.
 */
@Controller('api/v1/left')
export class LeftController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('processes:list')
  @Answers(200, Left, 'What of these processes was open at a moment')
  async read(
    @Caller() subject: Subject,
    @Query({ schema: LeftQuery }) query: LeftQuery,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Left>> {
    const moment = query.at === undefined ? new Date() : new Date(query.at);
    const [{ opened, left }, { items }] = await Promise.all([
      countLeft(this.db, subject, query, moment),
      listLeft(this.db, subject, { ...query, limit: MOST }, moment, language),
    ]);
    return { at: timeOf(moment), opened, struckOff: opened - left, left, items };
  }
}
