import { describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { thief } from '../../faults/thief.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import * as w from './walk.ts';

const SESSIONS = 3;
const SAID = 3;

jest.setTimeout(180_000);

/** Pressed twice in the same moment, which is once. */
async function pressed(stage: Stage, id: string, name: string, who: Actor, input?: object, target?: string) {
  const key = randomUUID();
  const once = () => stage.tries(id, name, who, input, target, key);
  expect((await Promise.all([once(), once()])).map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
}

async function course(stage: Stage): Promise<string> {
  const { clerk, clerkB, deputy, stranger } = stage.cast;
  const id = await w.walk(stage, 'announce');
  const press = (name: string, who: Actor, input?: object, on?: string) =>
    pressed(stage, id, name, who, input, on);
  await Promise.all([press('bookVisit', stranger, w.booking), press('confirmAttendance', deputy)]);
  await press('beginReception', clerk);
  await Promise.all([clerk, clerkB, deputy].map((who) => press('registerItem', who, w.said)));
  await press('concludeSession', clerk);
  const items = ['i2', 'i3', 'i4'];
  await Promise.all(items.map((item) => press('classifyItem', clerk, w.graded('spot'), item)));
  await press('concludeCollation', clerkB);
  const state = await stage.state(id);
  await Promise.all(
    items.map((item) => press('submitSettlement', clerk, w.settled, w.taskFor(state, 'settle', item))),
  );
  await press('scoreSession', deputy, { points: 80 });
  const read = await stage.state(id);
  await Promise.all(
    items.map((item) => press('acknowledgeResult', deputy, {}, w.taskFor(read, 'learn', item))),
  );
  return id;
}

describe.each([0, 2])('a worker that remembers %i sessions', (cache) => {
  const between = thief((answer) => (answer % 3 === 0 ? 'break' : undefined));
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ cache, between, sticky: '1 second' });
    await stage.hire();
  });
  afterAll(() => stage.close());

  it('loses, doubles and changes nothing while all press at once and a third of the answers is lost', async () => {
    const ids = await Promise.all(Array.from({ length: SESSIONS }, () => course(stage)));
    for (const id of ids) {
      const { ending, items } = await stage.state(id);
      expect([ending, Object.values(items).map(({ ending: how }) => how)]).toEqual([
        'closed',
        ['absent', ...Array(SAID).fill('done')],
      ]);
      const done = (await stage.happened(id, 'taskCompleted')).map(({ task }) => task);
      expect(done.length).toBe(new Set(done).size);
      expect(await stage.happened(id, 'itemAdded')).toHaveLength(1 + SAID);
    }
    expect(between.stolen).toBeGreaterThan(SESSIONS);
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
