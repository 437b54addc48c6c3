// What the ladders of a process did, and what the rules say that they should have done.
import type { Clock } from '../../workflows/rules/clock.ts';
import { rungsOf } from '../../workflows/rules/ladder.ts';
import type { Stage } from './stage.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What a clock did, in order: the rung, its moment, and whether a higher one overtook it. */
export async function climbed(stage: Stage, id: string, clock: string): Promise<[string, string, boolean][]> {
  const reached = await stage.happened(id, 'rungReached');
  return reached
    .filter((one) => one.clock === clock)
    .map(({ rung, at, isOvertaken }) => [rung, at, isOvertaken]);
}

/** What the ladder of a running clock says, nothing overtaken. */
export const promised = (stage: Stage, clock: Clock): [string, string, boolean][] =>
  rungsOf(clock, stage.policy.ladders[clock.ladder] ?? [], stage.time, stage.policy.notices).map(
    ({ rung, at }) => [rung.rung, at.toISOString(), false],
  );

export const names = (rungs: [string, string, boolean][]) => rungs.map(([rung]) => rung);
/** The cards of the unit that handles it. */
export const cardsOf = async (stage: Stage, id: string) =>
  Object.values((await stage.state(id)).cards).filter(({ unit }) => unit !== null);

/** Lets time run to the next time that the clocks in town show this hour. */
export async function skipToHour(stage: Stage, id: string, hour: number): Promise<void> {
  const local = (await stage.timeIn(id)).getTime() + 8 * HOUR;
  const wanted = Math.floor(local / DAY) * DAY + hour * HOUR;
  await stage.skip(id, (wanted > local ? wanted : wanted + DAY) - local);
}
