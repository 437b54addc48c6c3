import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { inTransaction } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { summonsOf } from '../../prisma/summons.ts';
import type { Entry, Event } from '../../workflows/process/event.ts';
import { idFrom } from '../../workflows/rules/identity.ts';
import { begunWith } from '../processes/begun.ts';
import { DISTRICT, ESTATE, livingTown } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
  const [policy, calendar] = [await loadPolicy('dongsheng'), await loadCalendar('cn')];
  await loadPolicies(town.db, [{ policy, calendar }], new Date('2018-01-01'));
});
afterAll(() => town.end());

/** A card that stands in the read model. */
async function standing(unit: string, setAt: string, more: object = {}): Promise<string> {
  const id = `${newId()}.k1`;
  const card = {
    id,
    processId: newId(),
    level: 'red',
    unitId: unit,
    placePath: ESTATE,
    setAt: new Date(setAt),
  };
  await town.db.prisma.card.create({ data: { ...card, ...more } });
  return id;
}

/** What follows from red cards that are recorded now. */
function summoned(unit: string | null, at: string, cards = ['k1'], does: 'red' | 'yellow' = 'red') {
  const after = { ...begunWith('six-step', ESTATE, {}), id: newId() };
  const steps = cards.map((card, i) => {
    const event: Event = {
      ...{ type: 'rungReached', clock: 'c1', task: 't1', rung: 'red', does, at, noticeAt: at },
      ...{ isOvertaken: false, to: ['holder'], channels: ['console'], card, unit },
    };
    const entry: Entry = { seq: i + 2, at, event };
    return { entry, after };
  });
  const answer = inTransaction(town.db, (tx) => summonsOf(tx, steps));
  return answer.then((rows) => ({ rows, process: after.id }));
}

describe('the third red card of a unit in a year', () => {
  it('calls in its head: one errand, with the cards that did it', async () => {
    const unit = town.unit('housing');
    const first = await standing(unit, '2026-02-01T00:00:00Z');
    expect((await summoned(unit, '2026-02-10T00:00:00Z')).rows).toEqual([]);
    const second = await standing(unit, '2026-03-01T00:00:00Z');
    const { rows, process } = await summoned(unit, '2026-04-01T00:00:00Z');
    const id = idFrom(new Date('2025-12-31T16:00:00Z'), 'supervision', unit, '3');
    expect(rows).toEqual([
      {
        ...{ id: `start:${id}`, lane: 'start', process_id: id, due_at: expect.any(Date) },
        payload: {
          ...{ process: 'supervision', place: DISTRICT, receivedAt: '2026-04-01T00:00:00.000Z' },
          facts: { source: 'summon', unit, reds: [first, second, `${process}.k1`] },
        },
      },
    ]);
  });

  it('counts neither lifted cards, nor those of another level, unit or year', async () => {
    const unit = town.unit('transport');
    await standing(unit, '2026-02-01T00:00:00Z');
    await standing(unit, '2026-02-02T00:00:00Z', { liftedAt: new Date('2026-02-03T00:00:00Z') });
    await standing(unit, '2026-02-04T00:00:00Z', { level: 'yellow' });
    await standing(unit, '2025-12-31T15:59:59Z');
    expect((await summoned(unit, '2026-04-01T00:00:00Z')).rows).toEqual([]);
    // 1 January by the wall clock of the place
    await standing(unit, '2025-12-31T16:00:00Z');
    expect((await summoned(unit, '2026-04-01T00:00:00Z')).rows).toHaveLength(1);
  });

  it('is noticed among several that are recorded at once', async () => {
    const unit = town.unit('gov');
    const { rows } = await summoned(unit, '2026-04-01T00:00:00Z', ['k1', 'k2', 'k3', 'k4']);
    expect(rows).toHaveLength(1);
  });

  it('is no affair of yellow cards, nor of cards without a unit', async () => {
    const unit = town.unit('housing');
    expect((await summoned(unit, '2026-05-01T00:00:00Z', ['k1'], 'yellow')).rows).toEqual([]);
    expect((await summoned(null, '2026-05-01T00:00:00Z')).rows).toEqual([]);
  });
});
