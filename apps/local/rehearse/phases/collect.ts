import type { Door } from '../door.ts';
import type { Quarter } from '../quarter.ts';

/** Every community adds what its people need, one after another, and hands in its list; all of them at the same time. */
export async function collect(door: Door, quarter: Quarter): Promise<void> {
  const { cast, plan } = quarter;
  await Promise.all(
    cast.communities.map((community, i) => collectIn(door, quarter, community, plan.needs[i] ?? [])),
  );
}

async function collectIn(
  door: Door,
  quarter: Quarter,
  { path: place, account }: Quarter['cast']['communities'][number],
  kinds: readonly string[],
): Promise<void> {
  const task = await quarter.task('demandList', { place });
  for (const [n, kind] of kinds.entries()) {
    const input = { kind, words: `居民反映的第${n + 1}项需求` };
    await door.act({ account, at: `processes/${quarter.id}`, act: 'addNeed', input });
  }
  const act = kinds.length > 0 ? 'submitDemandList' : 'reportNoNeeds';
  await door.act({ account, at: `tasks/${task}`, act });
}
