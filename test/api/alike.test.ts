import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alikeElsewhere } from '../../apps/api/matters/choice-elsewhere.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { inTransaction } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { sealWords } from '../../prisma/words.ts';
import { State } from '../../workflows/process/state.ts';
import { COMMUNITY, ESTATE, livingTown, SUBDISTRICT } from '../prisma/small-town.ts';
import type { LivingTown } from '../prisma/small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
  const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadPolicies(town.db, [inForce], new Date('2018-01-01'));
});
afterAll(() => town.end());

const PROCESS = 'station-session';

async function said(process: string, text: string): Promise<{ words: string; kind: string }> {
  const words = await inTransaction(town.db, (tx) =>
    sealWords(tx, town.db.keys, { matterId: process, kind: 'said', text }),
  );
  return { words, kind: 'housing.lift' };
}

/** Something that was said at another session. */
async function elsewhere(text: string, placePath: string, status = 'open'): Promise<string> {
  const processId = newId();
  const id = `${processId}.i1`;
  const facts = await said(processId, text);
  const row = {
    id,
    processId,
    process: PROCESS,
    kind: 'said',
    status,
    placePath,
    facts,
    openedAt: new Date(),
  };
  await town.db.prisma.item.create({ data: row });
  return `${id}@${placePath}`;
}

describe('the same problem in several places', () => {
  it('is proposed by likeness of words, kind and time, the likest first; never what is settled or far off', async () => {
    const same = await elsewhere('小区电梯经常停运，老人上下楼困难', SUBDISTRICT);
    const near = await elsewhere('电梯经常停运', COMMUNITY);
    await elsewhere('路灯不亮', COMMUNITY);
    await elsewhere('小区电梯经常停运，老人上下楼困难', COMMUNITY, 'closed');
    await elsewhere('小区电梯经常停运，老人上下楼困难', '150603');

    const id = newId();
    const at = new Date().toISOString();
    const facts = await said(id, '我们小区电梯经常停运，老人上下楼很困难');
    const state = State.parse({
      ...{ id, process: PROCESS, seq: 1, place: ESTATE, openedAt: at, step: 'collate', steps: [], facts: {} },
      ...{ policy: { name: 'dongsheng', version: '1' }, calendar: { id: 'cn', version: '1' } },
      ...{ tasks: {}, clocks: {}, cards: {}, requests: {} },
      items: { i1: { id: 'i1', kind: 'said', facts, openedAt: at } },
    });
    const found = await alikeElsewhere(town.db, ['said', 'common-problem'], state, 'zh');
    expect(found.map(({ value }) => value)).toEqual([same, near]);
    for (const { title } of found) expect(title).toMatch(/ · .+ · \d+ %$/);
  });
});
