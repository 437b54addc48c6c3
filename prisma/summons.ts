// Three reds call in the head of the unit 约谈 (practice.md): what newly recorded red cards lead to besides themselves.
// Counted here, because no process knows of another's cards.
import type { Entry } from '../workflows/process/event.ts';
import type { State } from '../workflows/process/state.ts';
import { catalog } from '../workflows/catalog.ts';
import type { ProcessDefinition } from '../workflows/process/definition.ts';
import { idFrom } from '../workflows/rules/identity.ts';
import type { UtcOffset } from '../workflows/rules/local-time.ts';
import { periodOf, startOfPeriod } from '../workflows/rules/period.ts';
import type { Tx } from './client.ts';
import type { StartPayload } from './intake-row.ts';
import { policyInForce } from './policies.ts';
import { localKey } from './project/course.ts';

type Step = { entry: Entry; after: State };

/** A red card that is recorded now. */
type Red = { unit: string; id: string; at: string; place: string };

/**
 * Rows of `outbox` that begin what follows the red cards of a unit in the year (those not lifted), as the process's own
 * definition counts them (`followsReds`); none where the town does not run it. To be asked before
 * the new cards are written. Locks: the units, so that two processes do not count past each other.
 */
export async function summonsOf(tx: Tx, steps: readonly Step[]): Promise<object[]> {
  const rows: object[] = [];
  const counted = new Map<string, string[]>();
  for (const red of redsIn(steps)) {
    const found = await followersAt(tx, red);
    if (found === undefined) continue;
    const year = yearOf(red.at, found.offset);
    const reds = [...(counted.get(red.unit) ?? (await earlierReds(tx, red, year))), red.id];
    counted.set(red.unit, reds);
    const following = found.followers.filter(({ follows }) => follows(reds.length));
    rows.push(...following.map(({ process }) => errand(process, red, reds, year.from)));
  }
  return rows;
}

/** By unit, so that locks are taken in one order. */
function redsIn(steps: readonly Step[]): Red[] {
  const reds = steps.flatMap(({ entry: { event, at }, after: { id, place } }) =>
    event.type === 'rungReached' && event.does === 'red' && event.card !== undefined && event.unit !== null
      ? [{ unit: event.unit, id: localKey(id, event.card), at, place }]
      : [],
  );
  return reds.sort((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit)));
}

type Follower = { process: string; follows: (reds: number) => boolean };

/** The processes of the town that so many red cards begin; undefined where there are none. */
async function followersAt(
  tx: Tx,
  { place, at }: Red,
): Promise<{ followers: Follower[]; offset: UtcOffset } | undefined> {
  const policy = (await policyInForce(tx, place, new Date(at)))?.policy;
  if (policy === undefined) return undefined;
  const followers = Object.values(catalog).flatMap((one) => followerOf(one, policy.processes[one.name]));
  return followers.length === 0 ? undefined : { followers, offset: policy.office.utcOffset };
}

/** A process that the town does not run, it has no numbers for. */
const followerOf = ({ name, followsReds }: ProcessDefinition, numbers: unknown): Follower[] =>
  followsReds === undefined || numbers === undefined
    ? []
    : [{ process: name, follows: (reds) => followsReds(reds, numbers) }];

type Year = { from: Date; until: Date };

function yearOf(at: string, offset: UtcOffset): Year {
  const year = Number(periodOf(new Date(at), 'month', offset).slice(0, 4));
  return { from: startOfPeriod(`${year}-01`, offset), until: startOfPeriod(`${year + 1}-01`, offset) };
}

async function earlierReds(tx: Tx, { unit }: Red, { from, until }: Year): Promise<string[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [unit]);
  const { rows } = await tx.query<{ id: string }>(
    `select id from card where level = 'red' and unit_id = $1 and lifted_at is null and set_at >= $2 and set_at < $3
     order by set_at, id`,
    [unit, from, until],
  );
  return rows.map(({ id }) => id);
}

/** The same for the same unit, year and number: when cards are lifted and the count comes by again, nobody is called in twice. */
function errand(process: string, { unit, at, place }: Red, reds: readonly string[], year: Date): object {
  const id = idFrom(year, process, unit, String(reds.length));
  const payload: StartPayload = {
    ...{ process, place: place.split('/').slice(0, 1).join('/') },
    receivedAt: new Date(at).toISOString(),
    facts: { source: 'summon', unit, reds: [...reds] },
  };
  return { id: `start:${id}`, lane: 'start', process_id: id, payload, due_at: new Date() };
}
