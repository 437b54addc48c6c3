import type { Event } from '../../workflows/process/event.ts';
import type { Tx } from '../client.ts';
import { notice } from './notices.ts';
import type { Moment, Notice } from './notices.ts';

/** How a reporter wants to be answered, by their matter. */
export type AnswerBy = { matter: string; channel: string; person: string | null };

type Told = Extract<Event, { type: 'told' }>;

/** Channels that a machine serves; on every other one somebody has to call, which is a task of step 4. */
const BY_ITSELF = ['web', 'email', 'system'];

/** Looks up how the reporters of these matters want to be answered. */
export async function answersBy(tx: Tx, matters: readonly string[]): Promise<AnswerBy[]> {
  if (matters.length === 0) return [];
  const { rows } = await tx.query<AnswerBy>(
    'select id as matter, answer_by as channel, reporter_id as person from intake where id = any($1::uuid[])',
    [matters],
  );
  return rows;
}

/**
 * The notice to a reporter. On the web it is there at once (account or receipt); where no machine can tell it, the
 * row says so, because what was not told must be seen.
 */
export function toldNotice(
  { matter, what, facts }: Told,
  moment: Moment,
  known: readonly AnswerBy[],
): Notice {
  const { channel, person } = known.find((one) => one.matter === matter) ?? { channel: 'none', person: null };
  const now = moment.now.toISOString();
  const row = notice(moment, {
    channel,
    template: `told.${what}`,
    to: { person, for: null },
    notBefore: now,
  });
  const told = { ...row, facts: { ...facts, matter } };
  if (channel === 'web') return { ...told, delivered_at: now };
  return BY_ITSELF.includes(channel) ? told : { ...told, failed_at: now, failure: 'notByItself' };
}
