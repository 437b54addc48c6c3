import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';

const By = z.record(z.string(), z.int());
const Overview = z.object({
  open: z.int(),
  closed: z.int(),
  overdue: z.int(),
  paused: z.int(),
  /** open matters only */
  byStep: By,
  byColour: By,
  /** cards and letters that are up, on matters in scope */
  cards: By,
  /** tasks that nobody was there for, so that they went to somebody higher */
  withoutHolder: z.int(),
  /** taken in, and not yet begun: Temporal is or was away */
  waiting: z.int(),
});

/** How things stand in what the caller may see, in numbers. */
@Controller('api/v1/overview')
export class OverviewController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('overview:read')
  @Answers(200, Overview, 'Counts of what I may see')
  async read(@Caller() subject: Subject): Promise<z.infer<typeof Overview>> {
    const matters = scope(subject, 'overview:read', { unitIds: 'm.unit_ids', placePath: 'm.place_path' });
    const { rows } = await this.db.pool.query<z.infer<typeof Overview>>(
      `with open as materialized (select m.id, m.step, m.colour, m.due_at, m.is_paused from matter m
         where m.closed_at is null and ${matters.sql})
       select (select count(*)::int from open) as open,
              (select count(*)::int from matter m where m.closed_at is not null and ${matters.sql}) as closed,
              (select count(*)::int from open where due_at < now()) as overdue,
              (select count(*)::int from open where is_paused) as paused,
              ${counted('select step as key from open')} as "byStep",
              ${counted('select colour as key from open')} as "byColour",
              ${counted(`select c.level as key from card c join matter m on m.id = c.process_id
                where c.cleared_at is null and c.lifted_at is null and ${matters.sql}`)} as cards,
              (select count(*)::int from task_route where split_part(task_id, '.', 1)::uuid in (select id from open)) as "withoutHolder",
              (select count(*)::int from outbox where lane = 'start' and done_at is null) as waiting`,
      matters.values,
    );
    return Overview.parse(rows[0]);
  }
}

const counted = (keys: string) =>
  `(select coalesce(jsonb_object_agg(coalesce(key, 'none'), n), '{}') from (select key, count(*) as n from (${keys}) k group by key) c)`;
