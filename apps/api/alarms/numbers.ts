import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { FAILED_DAYS } from './limit.ts';

/** How many, and the oldest of them. */
const Heap = z.object({ count: z.int(), since: z.coerce.date().nullable() });
export type Heap = z.infer<typeof Heap>;

const Numbers = z.object({
  outbox: Heap.extend({ lanes: z.string().nullable() }),
  tried: Heap.extend({ lanes: z.string().nullable(), most: z.int().nullable() }),
  commands: Heap,
  notices: Heap,
  failed: Heap,
  unmailed: Heap,
  nobody: Heap,
  standIns: Heap,
  archive: Heap,
  proposals: Heap,
  locked: Heap,
  vacant: z.int(),
  withoutRules: z.int(),
  publishedThrough: z.string().nullable(),
  now: z.coerce.date(),
});
export type Numbers = z.infer<typeof Numbers>;

const heap = (from: string, at: string, more = '') =>
  `(select jsonb_build_object('count', count(*), 'since', min(${at})${more}) from ${from})`;

const lanes = `, 'lanes', string_agg(distinct lane, ', ' order by lane)`;

/** Without a mail server a notice that stands in the console as well has arrived: `sent` is the row by e-mail. */
const INSIDE = `sent.failure = 'noMailServer' and exists (
  select from notice inside where inside.id = replace(sent.id, '.email.', '.console.') and inside.id <> sent.id)`;

/** What failed lately, and neither is told by a person (step 4 asks somebody to) nor had lost its cause meanwhile. */
const LATELY = `sent.failed_at > now() - interval '${FAILED_DAYS} days' and sent.failure not in ('notByItself', 'overtaken')`;

/** One statement, all over partial indexes of what is open: it stays quick however much is done. */
const NUMBERS = `
  select ${heap('outbox where done_at is null and due_at < now()', 'due_at', lanes)} as outbox,
    ${heap('outbox where done_at is null and attempts > 1', 'created_at', `${lanes}, 'most', max(attempts)`)} as tried,
    ${heap('command_open', 'received_at')} as commands,
    ${heap('notice where delivered_at is null and failed_at is null and not_before < now()', 'not_before')} as notices,
    ${heap(`notice sent where ${LATELY} and not (${INSIDE})`, 'sent.failed_at')} as failed,
    ${heap(`notice sent where ${LATELY} and ${INSIDE}`, 'sent.failed_at')} as unmailed,
    ${heap(`task_route join task on task.id = task_id where task_route.person_id is null and status = 'open'`, 'at')} as nobody,
    ${heap(`task_route join task on task.id = task_id where task_route.person_id is not null and status = 'open'`, 'at')} as "standIns",
    ${heap(`outbox where lane = 'archive' and done_at is null`, 'created_at')} as archive,
    ${heap('proposal where decided_at is null', 'proposed_at')} as proposals,
    ${heap('person where locked_until > now() and disabled_at is null', 'locked_until')} as locked,
    (select count(*)::int from unit where handles and ended_at is null and not exists (
       select from post join person on person.id = post.person_id where post.unit_id = unit.id and rank = 'A'
         and post.ended_at is null and disabled_at is null)) as vacant,
    (select count(*)::int from place where parent_id is null and ended_at is null and not exists (
       select from policy_version version where version.name = place.policy and version.in_force_from <= now()))
      as "withoutRules",
    (select min(through) from (
       select distinct on (calendar.id) calendar.body ->> 'publishedThrough' as through
       from calendar_version calendar where calendar.in_force_from <= now() and calendar.id in (
         select version.body ->> 'calendar' from policy_version version join place on place.policy = version.name)
       order by calendar.id, calendar.in_force_from desc) known) as "publishedThrough",
    clock_timestamp() as now`;

/** What has heaped up, as it stands now. */
export async function numbersOf({ pool }: Pick<Database, 'pool'>): Promise<Numbers> {
  const { rows } = await pool.query(NUMBERS);
  return Numbers.parse(rows[0]);
}
