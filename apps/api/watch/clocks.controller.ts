import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { ClockLine, clockLine } from './clock-line.ts';
import { ClockFilter, ClockState, seenClocks } from './clock-query.ts';
import { clockRows } from './clock-rows.ts';
import type { ClockRow } from './clock-rows.ts';
import { By, Group, groupsOf, totalsOf } from './groups.ts';
import { isInside, namesOfHands } from './hands.ts';
import { standingOf } from './standing.ts';

export const ClockQuery = PageQuery.extend({ ...ClockFilter.shape, state: ClockState.default('late') });
export type ClockQuery = z.infer<typeof ClockQuery>;
export const GroupQuery = ClockFilter.extend({ by: By });
type GroupQuery = z.infer<typeof GroupQuery>;

/** `until`: so far "soon" reaches, by the calendar in force. */
const Clocks = pageOf(ClockLine).extend({ until: z.string() });
const Groups = z.object({ items: z.array(Group) });
const Numbers = Group.pick({ late: true, soon: true, paused: true }).extend({
  until: z.string(),
  withoutHolder: z.int(),
  letters: z.int(),
  cards: z.int(),
  left: z.int(),
  /** Taken in, and not yet begun: Temporal is or was away. */
  waiting: z.int(),
});

/** Open clocks: what is late and why, what will be late, what stands still. */
@Controller('api/v1/clocks')
export class ClocksController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('overview:read')
  @Answers(
    200,
    Clocks,
    'Open clocks that are late, due within N working days, or paused; the least time left first',
  )
  async list(
    @Caller() subject: Subject,
    @Query({ schema: ClockQuery }) query: ClockQuery,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Clocks>> {
    const seen = await seenClocks(this.db, subject, query);
    const rows = await clockRows(this.db, seen, query, placeOf(query.cursor));
    const titles = await titlesOf(this.db, language, namesIn(rows));
    const look = { titles, language, now: new Date(), isStaff: isInside(subject) };
    const page = cut(
      rows,
      query.limit,
      (row) => clockLine(row, look),
      ({ rank, id }) => [rank, id],
    );
    return { ...page, until: timeOf(seen.until) };
  }

  @Get('groups')
  @Action('overview:read')
  @Answers(
    200,
    Groups,
    'How many open clocks are late, soon or paused, by unit, grid, colour, kind or process',
  )
  async groups(
    @Caller() subject: Subject,
    @Query({ schema: GroupQuery }) query: GroupQuery,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Groups>> {
    const seen = await seenClocks(this.db, subject, query);
    return { items: await groupsOf(this.db, seen, query.by, language) };
  }

  @Get('numbers')
  @Action('overview:read')
  @Answers(200, Numbers, 'What a supervisor looks at first, in numbers')
  async numbers(
    @Caller() subject: Subject,
    @Query({ schema: ClockFilter }) query: ClockFilter,
  ): Promise<z.infer<typeof Numbers>> {
    const seen = await seenClocks(this.db, subject, query);
    const [totals, standing] = await Promise.all([totalsOf(this.db, seen), standingOf(this.db, subject)]);
    return { ...totals, ...standing, until: timeOf(seen.until) };
  }
}

const namesIn = (rows: readonly ClockRow[]) => {
  const { units, places } = namesOfHands(rows.map(({ hands }) => hands));
  return {
    units,
    places: [...places, ...rows.map(({ grid }) => grid)],
    kinds: rows.flatMap(({ kind }) => kind ?? []),
    people: rows.flatMap(({ held_by_id: id }) => id ?? []),
  };
};
