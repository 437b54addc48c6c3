import { randomUUID } from 'node:crypto';
import { findCommand, openCommands } from '../../prisma/commands.ts';
import { sweep } from '../../apps/api/course/sweep.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import { openStage } from '../process/stage.ts';
import type { Stage } from '../process/stage.ts';
import { because, walk } from '../process/walk.ts';
import { Died, thief } from './thief.ts';

describe('an answer that never arrives', () => {
  let isDying = false;
  let shipments = 0;
  let stage: Stage;
  beforeAll(async () => {
    const between = thief(() => (isDying ? 'death' : undefined));
    // What the activity has written is on record, though Temporal is not told so the first time.
    const after = () => {
      shipments += 1;
      if (shipments === 1) throw new Error('the worker lost its connection');
    };
    stage = await openStage({ between, after });
    await stage.hire();
  });
  afterAll(() => stage.close());

  /** The API dies between Update and record; the command stays open. */
  async function dyingBy(
    id: string,
    name: string,
    who: Actor,
    input: object = {},
    key = randomUUID(),
  ): Promise<string> {
    isDying = true;
    await expect(stage.tries(id, name, who, input, undefined, key)).rejects.toThrow(Died);
    isDying = false;
    const [command] = await openCommands(stage.town.db, new Date(), 10);
    expect(command?.processId).toBe(id);
    return command?.id ?? '';
  }

  it('comes with the answer of the next act, whoever does it; the sweeper only closes the command', async () => {
    const id = await walk(stage, 'analyse');
    const command = await dyingBy(id, 'claimTask', stage.cast.clerk);
    expect(await stage.happened(id, 'taskClaimed')).toEqual([]);
    const { tasks } = await stage.does(id, 'urgeTask', stage.cast.supervisor, { words: 'w:0:0' });
    expect(tasks['t1']?.heldBy).toBe(stage.cast.clerk.person);
    const { length } = await stage.journal(id);
    await sweep(stage.course, 0);
    expect((await findCommand(stage.town.db, command))?.outcome?.status).toBe('accepted');
    expect(await stage.journal(id)).toHaveLength(length);
  });

  it('is asked for again after the process has ended: the last act of all is not lost', async () => {
    const id = await walk(stage, 'score');
    const command = await dyingBy(id, 'acceptScore', stage.cast.housing);
    const { status } = await stage.client.workflow.getHandle(id).describe();
    expect([status.name, (await stage.state(id)).ending]).toEqual(['COMPLETED', undefined]);
    await sweep(stage.course, 0);
    expect((await stage.state(id)).ending).toBe('closed');
    expect((await findCommand(stage.town.db, command))?.outcome?.status).toBe('accepted');
  });

  it('is given to whoever presses again with the same key; another wish under that key is not taken', async () => {
    const id = await walk(stage, 'handle');
    const key = randomUUID();
    const by = (input: object) =>
      stage.tries(id, 'cancelProcess', stage.cast.supervisor, input, undefined, key);
    await dyingBy(id, 'cancelProcess', stage.cast.supervisor, because, key);
    expect(await by({ grounds: 'w:1:1' })).toEqual({ kind: 'conflict' });
    expect(await by(because)).toMatchObject({ kind: 'accepted' });
    expect(await stage.happened(id, 'stopped')).toHaveLength(1);
  });

  it('is no harm where the clock ships: written twice, it stands there once', async () => {
    const id = await walk(stage, 'rate');
    shipments = 0;
    await stage.skipTo(id, (await stage.clock(id, 'rate')).dueAt);
    const ended = await stage.happened(id, 'taskEnded');
    expect([ended.map(({ how }) => how), shipments]).toEqual([['expired'], 2]);
  });

  it('leaves nothing open, and both sides agree', async () => {
    expect(await openCommands(stage.town.db, new Date(), 10)).toEqual([]);
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
