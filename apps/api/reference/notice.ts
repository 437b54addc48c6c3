import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { isReference } from '../../../prisma/words.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { hrefOf } from '../processes/address.ts';
import { timeOf, timeOrNull, timesOf } from '../wire.ts';

/** How it went by one channel. `failure` is a stable code; with `failedAt` null it will be tried again. */
const Delivery = z.object({
  channel: z.string(),
  deliveredAt: z.string().nullable(),
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
});

export const NoticeShown = Delivery.extend({
  id: z.string(),
  /** The process that it tells of, `matter` where it is one, and where it is read. */
  process: z.uuid(),
  matter: z.uuid().nullable(),
  href: z.string(),
  task: z.string().nullable(),
  /** The person this was meant for, where it came to me as B. */
  forPerson: z.uuid().nullable(),
  template: z.string(),
  facts: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  /** What the process is, and where; null before it has begun. */
  about: z.object({ title: z.string(), place: z.string().nullable() }).nullable(),
  /** The same thing told by other channels. */
  deliveries: z.array(Delivery),
});
export type NoticeShown = z.infer<typeof NoticeShown>;

type Sent = {
  id: string;
  process_id: string;
  channel: string;
  delivered_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
};

export type NoticeRow = Sent & {
  /** the kind of process; a matter that has not begun has none yet */
  type: string | null;
  told_facts: unknown;
  told_kind: string | null;
  told_place: string | null;
  task_id: string | null;
  for_id: string | null;
  template: string;
  facts: Record<string, unknown>;
  created_at: Date;
  created_text: string;
  read_at: Date | null;
};

/** What a notice tells of: the process and the entry in its id, which the rows of all channels have in common. */
const eventOf = ({ id }: Pick<Sent, 'id'>): string => id.split('.').slice(0, 2).join('.');
const eventIn = (row: string) => `(split_part(${row}.id, '.', 1) || '.' || split_part(${row}.id, '.', 2))`;

/** One row an event: the console's, where there is one. The others say how it went by their channels. */
export const IS_FIRST = `not exists (
  select from notice o where o.process_id = n.process_id and o.person_id = n.person_id
    and ${eventIn('o')} = ${eventIn('n')} and (o.channel <> 'console', o.id) < (n.channel <> 'console', n.id))`;

/** How the same things went by every channel. */
export async function sentBy(
  { pool }: Database,
  personId: string | null,
  listed: readonly NoticeRow[],
): Promise<Sent[]> {
  const { rows } = await pool.query<Sent>(
    `select id, process_id, channel, delivered_at, failed_at, failure from notice
       where person_id = $1 and process_id = any($2::uuid[]) order by id`,
    [personId, listed.map(({ process_id: id }) => id)],
  );
  return rows;
}

const delivery = (row: Sent): z.infer<typeof Delivery> => ({
  channel: row.channel,
  deliveredAt: timeOrNull(row.delivered_at),
  failedAt: timeOrNull(row.failed_at),
  failure: row.failure,
});

/** The sealed words of a notice (an urging's message), which whoever it is for may read. */
export const wordsIn = ({ facts }: NoticeRow): string[] =>
  Object.values(facts)
    .filter((value) => typeof value === 'string' && isReference(value))
    .map(String);

const opened = (facts: object, words: ReadonlyMap<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, words.get(String(value)) ?? value]));

/** A thing that was told, with how it went by its other channels; references to words are opened. */
export const noticeShown = (
  row: NoticeRow,
  sent: readonly Sent[],
  words: ReadonlyMap<string, string>,
): Omit<NoticeShown, 'about'> => ({
  id: row.id,
  ...wholeOf(row),
  task: row.task_id,
  forPerson: row.for_id,
  ...delivery(row),
  template: row.template,
  facts: opened(Object(timesOf(row.facts)), words),
  createdAt: timeOf(row.created_at),
  readAt: timeOrNull(row.read_at),
  deliveries: sent.filter(({ id }) => id !== row.id && eventOf({ id }) === eventOf(row)).map(delivery),
});

function wholeOf({ process_id: process, type }: NoticeRow): Pick<NoticeShown, 'process' | 'matter' | 'href'> {
  const isMatter = type === null || processNamed(type).isMatter === true;
  const href = type === null ? `/api/v1/matters/${process}` : hrefOf(type, process);
  return { process, matter: isMatter ? process : null, href };
}
