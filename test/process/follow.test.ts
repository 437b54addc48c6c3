import { describe, expect, it } from '@jest/globals';
import { loadCalendar } from '../../policies/load.ts';
import { begun, endSaid, lateSaid, parentOf, takenDown } from '../../workflows/process/follow.ts';
import type { Scene } from '../../workflows/process/definition.ts';
import type { Event } from '../../workflows/process/event.ts';
import { reduce } from '../../workflows/process/reduce.ts';
import type { State } from '../../workflows/process/state.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { snapshotOf } from '../../workflows/rules/policy.ts';
import { dongsheng } from '../rules/dongsheng.ts';

const time = { calendar: await loadCalendar('cn'), office: dongsheng.office };
const MINE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const now = new Date('2025-03-03T01:00:00Z');

/** A process with the facts, after these events. */
function sceneOf(facts: State['facts'], ...events: Event[]): Scene {
  const numbers = { policy: { name: 'x', version: '1' }, calendar: { id: 'cn', version: '1' } };
  const matter = {
    kind: 'lift',
    way: 'resident',
    channel: 'web',
    receivedAt: now.toISOString(),
    reporters: [],
  };
  const begins = { process: 'six-step', place: '1/2/3', ...numbers, facts: { ...matter, ...facts } };
  const opened: Event = { type: 'opened', id: MINE, ...begins };
  const state = [opened, ...events].reduce<State | undefined>(
    (before, event, i) => reduce(before, { seq: i + 1, at: now.toISOString(), event }),
    undefined,
  );
  if (state === undefined) throw new Error('nothing happened');
  return { definition: sixStep, state, now, policy: snapshotOf(dongsheng), time };
}

const item: Event = { type: 'itemAdded', item: 'i1', kind: 'said', facts: { words: 'w' } };

describe('a process that begins another', () => {
  const scene = sceneOf({}, item);
  const one = begun(scene, 'six-step', { place: '1/2/3', facts: { kind: 'lift' }, item: 'i1', isTold: true });

  it('says whose it is and for which item, and the other one knows it', () => {
    expect(one.facts).toEqual({ kind: 'lift', parent: { process: MINE, item: 'i1' } });
    expect(parentOf(sceneOf(one.facts).state)).toEqual({ process: MINE, item: 'i1' });
    expect(parentOf(scene.state)).toBeUndefined();
  });

  it('gives the same id to the same decision, and another to the next', () => {
    expect(begun(scene, 'six-step', { place: '1', facts: {}, item: 'i1' }).id).toBe(one.id);
    const after = sceneOf({}, item, one);
    expect(after.state.begun).toEqual([{ id: one.id, process: 'six-step', item: 'i1', isTold: true }]);
    expect(begun(after, 'six-step', { place: '1', facts: {}, item: 'i1' }).id).not.toBe(one.id);
  });

  it('tells it how it ends, where it wants to know', () => {
    const said = endSaid(sceneOf({}, item, one, { ...one, id: OTHER, isTold: false }), 'closed');
    expect(said.map((event) => event.type === 'messageSent' && event.to)).toEqual([one.id]);
  });
});

describe('a process that was begun by another', () => {
  const scene = sceneOf({ parent: { process: OTHER, item: 'i1' } });

  it('says its end there, and each card', () => {
    expect(endSaid(scene, 'withdrawn')).toEqual([
      {
        ...{ type: 'messageSent', to: OTHER, act: 'hear' },
        input: {
          process: MINE,
          item: 'i1',
          what: 'ended',
          facts: expect.objectContaining({ ending: 'withdrawn' }),
        },
      },
    ]);
    expect(lateSaid(scene, 'red')).toEqual([
      {
        ...{ type: 'messageSent', to: OTHER, act: 'hear' },
        input: { process: MINE, item: 'i1', what: 'late', facts: { late: 'red' } },
      },
    ]);
  });

  it('says nothing to nobody', () => {
    expect([...endSaid(sceneOf({}), 'closed'), ...lateSaid(sceneOf({}), 'red')]).toEqual([]);
  });
});

describe('what is heard', () => {
  it('is taken down on the item, the later beside the earlier', () => {
    const late = takenDown(sceneOf({}, item), {
      process: OTHER,
      item: 'i1',
      what: 'late',
      facts: { late: 'red' },
    });
    const scene = sceneOf({}, item, ...late);
    const ended = takenDown(scene, {
      process: OTHER,
      item: 'i1',
      what: 'ended',
      facts: { ending: 'closed' },
    });
    const { facts } = sceneOf({}, item, ...late, ...ended).state.items['i1'] ?? {};
    expect(facts).toEqual({ words: 'w', course: { process: OTHER, late: 'red', ending: 'closed' } });
  });

  it('is noted where there is no item: from whoever began this one, or from one that follows it', () => {
    const heard = { process: OTHER, what: 'ended', facts: { ending: 'closed' } } as const;
    const noted = (name: string) => [
      { type: 'noted', what: 'ended', facts: { [name]: { process: OTHER, ending: 'closed' } } },
    ];
    expect(takenDown(sceneOf({ parent: { process: OTHER } }), heard)).toEqual(noted('source'));
    expect(takenDown(sceneOf({}), heard)).toEqual(noted('follower'));
  });
});
