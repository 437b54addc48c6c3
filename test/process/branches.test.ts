import { rebuild } from '../../prisma/rebuild.ts';
import { READ_MODEL } from '../../prisma/project/read-model.ts';
import { openAsOwner } from '../prisma/small-town.ts';
import { keep } from '../replay/keeping.ts';
import { stories } from './branches/stories.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { walk } from './walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe.each(stories)('a matter %s', (_where, told) => {
  it.each(told)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined) await keep(stage, id, kept);
  });
});

describe('after all of that', () => {
  const rows = async () => {
    const tables = READ_MODEL.map(async (table) => {
      const { rows: found } = await stage.town.db.pool.query(
        `select to_jsonb(t) as row from ${table} t order by t.id`,
      );
      return [table, found.map(({ row }) => row)];
    });
    return Object.fromEntries(await Promise.all(tables));
  };

  it('the straight way is kept as well', async () => {
    await keep(stage, await walk(stage, 'closed'), 'closed');
  });

  it('the read model made again from the journal is the same, row for row', async () => {
    const before = await rows();
    const owner = openAsOwner(stage.town);
    await rebuild(owner);
    await owner.close();
    expect(await rows()).toEqual(before);
    expect(before['task'].length).toBeGreaterThan(100);
  });

  it('the journal says of every process what the process says itself', async () => {
    expect(await stage.disagreements()).toEqual([]);
  });

  it('every history replays', async () => {
    expect(await stage.notReplaying()).toEqual([]);
  });
});
