import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { keep } from '../../replay/keeping.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe('an item of the supervision ledger', () => {
  it.each(stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined) await keep(stage, id, kept);
  });
});

describe('what supervision costs Temporal', () => {
  it('with the fewest acts, assigned, settled and struck off: 23 events', async () => {
    const id = await w.walk(stage, 'check');
    await w.strikeOff(stage, id);
    const { status, historyLength } = await stage.client.workflow.getHandle(id).describe();
    expect([status.name, historyLength]).toEqual(['COMPLETED', 8 + 5 * 3]);
  });
});

describe('two at the same moment', () => {
  it('write a letter: one goes out', async () => {
    const { supervisor, supervisorHead } = stage.cast;
    const id = await w.walk(stage, 'settle');
    const acted = await Promise.all(
      [supervisor, supervisorHead].map((who) => stage.tries(id, 'issueLetter', who, w.letter)),
    );
    expect(acted.map(({ kind }) => kind).sort()).toEqual(['accepted', 'rejected']);
    expect(Object.keys((await stage.state(id)).items)).toEqual(['i1']);
  });

  it('judge a reply and lift its letter: one of them settles it', async () => {
    const id = await w.answered(stage);
    const acted = await Promise.all([
      stage.tries(id, 'rejectReply', stage.cast.supervisor, w.because),
      stage.tries(id, 'liftLetter', stage.cast.supervisorHead, w.because, 'i1'),
    ]);
    expect(acted.map(({ kind }) => kind).sort()).toEqual(['accepted', 'rejected']);
  });

  it('write in many processes: the numbers of the office have no gap', async () => {
    await Promise.all(Array.from({ length: 6 }, () => w.written(stage)));
    const { rows } = await stage.town.db.pool.query<{ number: string }>(
      `select number from item where process = 'supervision' and kind = 'letter'`,
    );
    const last = rows.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b);
    expect(last).toEqual(rows.map((_row, i) => i + 1));
  });
});

describe('after all of that', () => {
  it('the journal says of every process what the process says itself, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});

describe('workers that remember two processes', () => {
  it('carry many items, and nothing is lost or told in two ways', async () => {
    const small = await openStage({ cache: 2 });
    await small.hire();
    const ids = await Promise.all(Array.from({ length: 6 }, () => w.walk(small, 'check')));
    const ends = await Promise.all(ids.map((id) => w.strikeOff(small, id)));
    expect(new Set(ends.map(({ ending }) => ending))).toEqual(new Set(['struckOff']));
    expect(await small.disagreements()).toEqual([]);
    expect(await small.notReplaying()).toEqual([]);
    await small.close();
  });
});
