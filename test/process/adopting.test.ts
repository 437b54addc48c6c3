import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { loadPolicies } from '../../prisma/policies.ts';
import { movesTo, moveProcess } from '../../apps/api/course/move.ts';
import type { Calendar } from '../../workflows/rules/calendar.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { because, walk } from './walk.ts';

let stage: Stage;
let stricter: Policy;
let notice: Calendar;

beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
  const { policy, calendar } = stage;
  const handle = { ...policy.terms.handle, green: '5wd-eod' };
  stricter = { ...policy, version: `${policy.version}-stricter`, terms: { ...policy.terms, handle } };
  notice = { ...calendar, version: `${calendar.version}-notice`, days: twoWeeksOff(calendar) };
  // Written down, but not in force for what begins now.
  await loadPolicies(stage.town.db, [{ policy: stricter, calendar: notice }], new Date('2099-01-01'));
});
afterAll(() => stage.close());

/** Nobody works in the two weeks after tomorrow: whole bytes of the calendar, eight days each. */
function twoWeeksOff({ days, from }: Calendar): string {
  const bytes = Buffer.from(days, 'base64');
  const tomorrow = Math.ceil((Date.now() - Date.parse(from)) / 86_400_000 / 8);
  bytes.fill(0, tomorrow, tomorrow + 2);
  return bytes.toString('base64');
}

/** Moves a process, as the supervisor, under a key of its own. */
async function move(id: string, numbers: { policy?: Policy; calendar?: Calendar }) {
  const scene = await stage.course.book.sceneOf(await stage.state(id), new Date());
  const moving = {
    actor: stage.cast.supervisor,
    subjectId: 'supervisor',
    key: randomUUID(),
    grounds: 'a test',
  };
  return moveProcess(stage.course, scene, numbers, moving);
}

const handled = async (id: string) => stage.clock(id, 'handle');

describe('a running process', () => {
  it('keeps the numbers that it began with until it is moved', async () => {
    const id = await walk(stage, 'handle');
    expect((await stage.state(id)).policy.version).toBe(stage.policy.version);
    expect((await handled(id)).term).toBe('15wd-eod');
  });

  it('shows what would move, moves it by a recorded act, and goes on by the new numbers', async () => {
    const id = await walk(stage, 'handle');
    const before = await handled(id);
    const shown = (await movesTo(stage.course, { policy: stricter }, { limit: 200 })).find(
      (one) => one.id === id,
    );
    const [clock] = shown?.clocks ?? [];
    expect(clock).toMatchObject({ clock: before.id, from: before.dueAt });

    expect(await move(id, { policy: stricter })).toMatchObject({ kind: 'accepted' });
    const after = await handled(id);
    expect(after).toMatchObject({ id: before.id, term: '5wd-eod', startedAt: before.startedAt });
    expect(after.dueAt).toBe(clock?.to);
    const state = await stage.state(id);
    expect(state.policy.version).toBe(stricter.version);
    expect(await movesTo(stage.course, { policy: stricter }, { limit: 200 })).not.toContainEqual(
      expect.objectContaining({ id }),
    );

    await stage.skipTo(id, after.dueAt);
    expect(Object.values((await stage.state(id)).cards)).toMatchObject([
      { level: 'yellow', clock: after.id },
    ]);
  });

  it('takes a calendar notice on in mid-course', async () => {
    const id = await walk(stage, 'handle');
    const before = await handled(id);
    const moves = await movesTo(stage.course, { calendar: notice }, { limit: 200 });
    const shown = moves.find((one) => one.id === id)?.clocks.find(({ clock }) => clock === before.id);
    await move(id, { calendar: notice });
    const after = await handled(id);
    expect(after.dueAt).toBe(shown?.to);
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBeGreaterThan(0);
    expect((await stage.state(id)).calendar.version).toBe(notice.version);
  });

  it('is moved by a supervisor of its place only, with reasons', async () => {
    const id = await walk(stage, 'handle');
    const { clerk } = stage.cast;
    await expect(stage.does(id, 'adoptNumbers', clerk, because)).rejects.toThrow('notSupervisor');
  });

  it('is written down and replays like everything else', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
