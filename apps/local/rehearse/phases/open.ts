// The phases of a quarter, in their order: open, collect, merge, claim, meet, list, carry-out, close. Each does through the
// API what people do there, and waits for what the process does by itself.
import { file } from '../../../../prisma/outbox.ts';
import { inTransaction } from '../../../../prisma/client.ts';
import type { StartPayload } from '../../../../prisma/intake-row.ts';
import { idFrom } from '../../../../workflows/rules/identity.ts';
import { endOfPeriod, periodOf } from '../../../../workflows/rules/period.ts';
import type { UtcOffset } from '../../../../workflows/rules/local-time.ts';
import { planOf } from '../plan.ts';
import { Chance } from '../chance.ts';
import { Quarter } from '../quarter.ts';
import { shares } from '../scale.ts';
import type { Scale } from '../scale.ts';
import type { Stage } from '../stage.ts';
import type { Cast } from '../town.ts';

const PROCESS = 'quarterly-claim';

/**
 * Opens the quarter in every subdistrict by the errand that the calendar files. It is the coming quarter, whatever day it
 * is: what is left of the present one may be too short to be played.
 */
export async function openQuarters(
  { db }: Stage,
  {
    scale,
    casts,
    offset,
    chance,
  }: { scale: Scale; casts: readonly Cast[]; offset: UtcOffset; chance: Chance },
): Promise<Quarter[]> {
  const now = new Date();
  const start = endOfPeriod(periodOf(now, 'quarter', offset), offset);
  const period = periodOf(start, 'quarter', offset);
  const needs = shares(scale.needs, casts.length);
  const quarters = casts.map((cast, i) => {
    const id = idFrom(start, PROCESS, cast.path, period);
    const own = new Chance(chance.below(2 ** 32)); // they play at the same time, and each by itself
    return new Quarter({ id, cast, plan: planOf(cast, needs[i] ?? 0, own), chance: own }, db);
  });
  const errands = quarters.map(({ id, cast: { path: place } }) => {
    const payload: StartPayload = {
      process: PROCESS,
      place,
      receivedAt: now.toISOString(),
      facts: { period },
    };
    return { id: `start:${id}`, lane: 'start' as const, processId: id, payload };
  });
  await inTransaction(db, (tx) => file(tx, errands));
  await Promise.all(quarters.map((quarter) => quarter.stands('collect')));
  return quarters;
}
