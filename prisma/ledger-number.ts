import { catalog } from '../workflows/catalog.ts';
import type { Entry, Event } from '../workflows/process/event.ts';
import type { State } from '../workflows/process/state.ts';
import type { Tx } from './client.ts';

/** What recording an entry gives a number to: the process itself, or the item that is named. */
export type Numbered = { item?: string; series: string };

/** Whether an event takes a number: a process by noting `registered`, an item where it names a series. */
export function numberedBy(event: Event): Numbered | undefined {
  if (event.type === 'noted' && event.what === 'registered') return { series: 'ledger' };
  if (event.type === 'itemAdded' && event.series !== undefined)
    return { item: event.item, series: event.series };
  return undefined;
}

/**
 * The next number of a series, for the year in +08:00. Gapless, because the counter's row is locked until this
 * transaction ends and goes back with it: ask for it late, and never lock a process after it.
 */
export async function nextNumber(
  tx: Tx,
  { process, place }: Pick<State, 'process' | 'place'>,
  { series }: Numbered,
  { at }: Pick<Entry, 'at'>,
): Promise<string> {
  const year = new Date(Date.parse(at) + 8 * 3_600_000).getUTCFullYear();
  if (series !== 'ledger') {
    const [office = ''] = place.split('/');
    return `督〔${year}〕${await counted(tx, `${series}:${office}:${year}`)}号`;
  }
  const code = place.split('/').slice(0, 2).at(-1) ?? '';
  const letters = catalog[process]?.series ?? '';
  const last = await counted(tx, `ledger:${letters}${code}:${year}`);
  return `${letters}${code}${year}-${String(last).padStart(6, '0')}`;
}

async function counted(tx: Tx, scope: string): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into counter (scope, last) values ($1, 1)
     on conflict (scope) do update set last = counter.last + 1 returning last`,
    [scope],
  );
  return rows[0]?.last ?? 0;
}
