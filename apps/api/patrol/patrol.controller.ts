// The grid worker's round: everything that a phone keeps for the time when the network is gone, in one answer.
// What is to be done stands in the inbox and the ledger, as for everybody.
import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { GridPlace, placesIn } from './grid.ts';
import { KindUsed, kindsUsed } from './kinds.ts';

const Patrol = z.object({
  /** When this was so, by the server's clock: a phone's may be wrong. */
  asOf: z.string(),
  /** My grids and all that lies in them, from above. */
  places: z.array(GridPlace),
  /** Every kind of matter, what my grids report most first. */
  kinds: z.array(KindUsed),
});

@Controller('api/v1/patrol')
export class PatrolController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  /** Places without people: nobody's name, phone or words. */
  @Get()
  @Action('patrol:read')
  @Answers(200, Patrol, 'My grids: places with what is open there, and the kinds most reported')
  async read(@Caller() subject: Subject, @Wanted() language: Language) {
    const [places, kinds] = await Promise.all([
      placesIn(this.db, subject, language),
      kindsUsed(this.db, subject, language),
    ]);
    return { asOf: timeOf(new Date()), places, kinds };
  }
}
