import type { Door } from '../door.ts';
import type { Quarter } from '../quarter.ts';
import type { Stage } from '../stage.ts';
import { timeIn } from '../time.ts';
import { giversIn } from './claim.ts';

/** The joint meeting: whoever gave one back gets another, all but the last of them; the rest is put off, or refused. */
export async function meet({ client }: Stage, door: Door, quarter: Quarter): Promise<void> {
  const account = quarter.cast.clerk;
  const left = (await quarter.openItems('problem')).filter(({ unit }) => unit === null).map(({ id }) => id);
  const givers = giversIn(quarter).slice(1);
  const others = left.splice(givers.length);
  for (const [n, { unit }] of givers.entries()) {
    const input = { unit, grounds: '联席会议研究决定' };
    await door.act({ account, at: `items/${left[n]}`, act: 'assignProblem', input });
  }
  for (const [n, id] of others.entries()) {
    const act = n % 2 === 0 ? 'deferProblem' : 'refuseProblem';
    await door.act({ account, at: `items/${id}`, act, input: { grounds: '本季度不具备条件' } });
  }
  const heldOn = (await timeIn(client, quarter.id)).toISOString().slice(0, 10);
  const attendance = quarter.cast.bouts.flat().map(({ unit }) => unit);
  const input = { heldOn, agenda: '逐项研究无人认领的问题', attendance, minutes: '逐项议定' };
  await door.act({
    account,
    at: `tasks/${await quarter.task('holdMeeting')}`,
    act: 'concludeMeeting',
    input,
  });
}
