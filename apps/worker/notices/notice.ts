import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';

/** What a rung or an act left in a notice for whoever tells it. */
const Facts = z.looseObject({
  matter: z.uuid().optional(),
  kind: z.string().optional(),
  step: z.string().optional(),
  dueAt: z.iso.datetime().nullish(),
  replyDueAt: z.iso.datetime().nullish(),
});

const Row = z.object({
  id: z.string(),
  processId: z.uuid(),
  process: z.string().nullable(),
  channel: z.string(),
  template: z.string(),
  facts: Facts,
  attempts: z.int(),
  forId: z.uuid().nullable(),
  number: z.string().nullable(),
  taskStatus: z.string().nullable(),
  /** The person whom it is for: staff, or a reporter who has an account. */
  personId: z.uuid().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  /** The reporter's own matter: its receipt, and what they left to be reached by. */
  receipt: z.string().nullable(),
  contact: z.string().nullable(),
});

/** A notice that is to go out, with all that a letter needs. `attempts` counts the one that begins now. */
export type Notice = z.infer<typeof Row>;

/** Begins an attempt and counts it. Undefined: it was delivered or given up before, or there is none of that id. */
export async function beginAttempt(db: Database, id: string): Promise<Notice | undefined> {
  const { rows } = await db.pool.query(BEGIN, [id]);
  return rows[0] && Row.parse(rows[0]);
}

const BEGIN = `
  with begun as (
    update notice set attempts = attempts + 1 where id = $1 and delivered_at is null and failed_at is null returning *)
  select begun.id, begun.process_id as "processId", process.type as process, begun.channel, begun.template, begun.facts,
         begun.attempts, begun.for_id as "forId", matter.number, task.status as "taskStatus",
         begun.person_id as "personId", person.email, person.locale,
         intake.receipt, 'w:' || words.id || ':' || words.hash as contact
  from begun
  left join process on process.id = begun.process_id
  left join matter on matter.id = begun.process_id
  left join task on task.id = begun.task_id
  left join person on person.id = begun.person_id and person.disabled_at is null
  left join intake on intake.id = coalesce((begun.facts ->> 'matter')::uuid, begun.process_id)
  left join words on words.id = intake.contact_id and begun.facts ? 'matter'`;

/** An address wherever it stands in what a reporter wrote to be reached by. */
const ADDRESS = /[^\s"'<>,;:：，；。（）()]+@[^\s"'<>,;:：，；。（）()@]+\.[^\s"'<>,;:：，；。（）()@.]+/;

/**
 * Where the mail goes: what a reporter left for this matter, else the account's address. Undefined when there is none.
 * Throws CannotOpen when the contact does not open.
 */
export async function addressOf(db: Database, { contact, email }: Notice): Promise<string | undefined> {
  const left = contact === null ? undefined : (await openWords(db, [contact])).get(contact);
  return ADDRESS.exec(left ?? '')?.[0] ?? email ?? undefined;
}
