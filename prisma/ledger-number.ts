import type { Event } from '../workflows/process/event.ts';
import type { Tx } from './client.ts';

/** Whether this is the moment at which step 2 is recorded: a process says so by noting `registered`. */
export const isRegistration = (event: Event): boolean =>
  event.type === 'noted' && event.what === 'registered';

/**
 * The next ledger number `<place code><year>-<6 digits>` (practice.md, fine point 8), of the subdistrict (or district)
 * that the place lies in and the year in +08:00. Gapless, because the counter's row is locked until this transaction
 * ends and goes back with it: ask for it late, and never lock a process after it.
 */
export async function nextNumber(tx: Tx, placePath: string, at: Date): Promise<string> {
  const code = placePath.split('/').slice(0, 2).at(-1);
  const year = new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear();
  const { rows } = await tx.query<{ last: number }>(
    `insert into counter (scope, last) values ($1, 1)
     on conflict (scope) do update set last = counter.last + 1 returning last`,
    [`ledger:${code}:${year}`],
  );
  return `${code}${year}-${String(rows[0]?.last).padStart(6, '0')}`;
}
