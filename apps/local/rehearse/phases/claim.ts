import type { Door } from '../door.ts';
import { Unrehearsed } from '../door.ts';
import type { Quarter } from '../quarter.ts';
import { CLAIMS } from '../scale.ts';
import type { Stage } from '../stage.ts';
import { skipTo } from '../time.ts';
import type { Member } from '../town.ts';

/** The members race for the problems, some give one back, some confirm; for the others time runs on until the window closes. */
export async function claim({ client }: Stage, door: Door, quarter: Quarter): Promise<void> {
  await quarter.stands('claim');
  const problems = await quarter.openItems('problem');
  await Promise.all(
    quarter.cast.bouts.map(async (bout) => {
      const wanted = problems
        .filter(({ kind }) => kind.startsWith(`${bout[0]?.powers}.`))
        .map(({ id }) => id);
      for (let round = 0; round < CLAIMS; round += 1)
        await race(door, bout, wanted.slice(round * bout.length, (round + 1) * bout.length));
    }),
  );
  await giveBack(door, quarter);
  await confirm(door, quarter);
  const closes = await quarter.closes('claim');
  if (closes !== undefined) await skipTo(client, quarter.id, new Date(closes.getTime() + 60_000));
  await quarter.stands('meeting');
}

/**
 * All members of a bout want the first problem, then the next: each ends with one, and whoever wins, as many are refused
 * every time.
 */
async function race(door: Door, bout: readonly Member[], problems: readonly string[]): Promise<void> {
  await Promise.all(
    bout.map(async ({ account }) => {
      for (const id of problems) {
        const refusal = await door.tryTo({ account, at: `items/${id}`, act: 'claimProblem' });
        if (refusal === undefined) return;
        if (refusal.type !== 'claimed-by-another') throw new Unrehearsed(`${account}: ${refusal.detail}`);
      }
      throw new Unrehearsed(`${account} has got nothing.`);
    }),
  );
}

/** Those who give one back, from each bout in turn. */
export const giversIn = ({ cast: { bouts }, plan }: Quarter): Member[] =>
  Array.from({ length: plan.giveBacks }, (_, n) => {
    const bout = bouts[n % bouts.length] ?? [];
    return bout[Math.floor(n / bouts.length) % bout.length];
  }).flatMap((member) => member ?? []);

/** What is given back is wanted at once by a unit that has enough: it does not get it. */
async function giveBack(door: Door, quarter: Quarter): Promise<void> {
  for (const giver of giversIn(quarter)) {
    const bout = quarter.cast.bouts.find((one) => one.includes(giver)) ?? [];
    const next = bout[(bout.indexOf(giver) + 1) % bout.length] ?? giver;
    const [id] = await quarter.heldBy(giver.unit);
    await door.act({ account: giver.account, at: `items/${id}`, act: 'giveBackClaim' });
    const refusal = await door.tryTo({ account: next.account, at: `items/${id}`, act: 'claimProblem' });
    if (refusal?.type !== 'most-claimed') throw new Unrehearsed(`${next.account} has got one too many.`);
  }
}

/** Every second member does not wait for the close. */
async function confirm(door: Door, quarter: Quarter): Promise<void> {
  const members = quarter.cast.bouts.flat().filter((_member, n) => n % 2 === 0);
  for (const { account, unit } of members) {
    const task = await quarter.task('claim', { unit });
    await door.act({ account, at: `tasks/${task}`, act: 'confirmClaims' });
  }
}
