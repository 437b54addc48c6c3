import { tryPack } from '../../../../policies/load.ts';
import { PASSWORD } from '../../../prisma/small-town.ts';
import type { Client } from '../../blackbox/client.ts';
import type { TownHall } from '../town-hall.ts';
import { enter } from './enter.ts';
import { hostilePack } from './pack.ts';
import { hostile } from './words.ts';

/** Everybody and everything in the register gets a name that nobody would give. */
export async function renames(hall: TownHall): Promise<void> {
  const keeper = await enter(hall, 'system');
  for (const list of ['people', 'units', 'places']) await renamesIn(keeper, `${list}?limit=200`);
}

/** A place leads on to those within it. */
async function renamesIn(keeper: Client, list: string): Promise<void> {
  const { items } = await keeper.get(`/api/v1/register/${list}`);
  for (const { id, actions } of items) {
    const name = actions.find(({ href }: { href: string }) => /\/(change|name)$/.test(href));
    if (name !== undefined) await keeper.follow(name);
    if (list.startsWith('places')) await renamesIn(keeper, `places?limit=200&parent=${id}`);
  }
}

/** What is written elsewhere than into forms of acts: views, a pack that is proposed, and what a browser calls itself. */
export async function writesElsewhere(hall: TownHall): Promise<void> {
  const supervisor = await enter(hall, 'supervisor');
  for (const list of ['ledger', 'inbox'])
    await supervisor.post('/api/v1/views', {
      list,
      name: hostile(1, 30),
      query: `?q=${encodeURIComponent(hostile(2, 40))}`,
    });
  const { policy } = hostilePack(await tryPack('dongsheng'), 'proposed');
  const given = { given: hostile(3), when: { term: 'rating', at: '2024-03-01T09:00' } };
  const examples = {
    policy: policy.name,
    cases: [{ ...given, expected: { dueAt: '2024-03-09T00:00:00+08:00' } }],
  };
  await supervisor.post('/api/v1/policies/proposals', { document: policy, examples });
  await fetch(`${hall.url}/api/v1/sessions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': '<img src=x onerror="window.pwned=3">',
    },
    body: JSON.stringify({ account: 'supervisor', password: PASSWORD }),
  });
}
