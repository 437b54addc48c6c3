// What must be true after any storm: every act once, and the two sides agree to the last entry.
import type { Stage } from '../process/stage.ts';
import { COMMENTS, words } from './storm.ts';

/** Acts of which one matter has exactly one, whoever pressed how often. */
const ONCE = ['acceptMatter', 'registerMatter', 'submitResult', 'acceptResult', 'rateResult', 'acceptScore'];

export async function expectUnharmed(stage: Stage, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    expect((await stage.happened(id, 'commented')).map((said) => said.words).sort()).toEqual(
      Array.from({ length: COMMENTS }, (_, n) => words(id, n + 1)),
    );
    expect((await stage.happened(id, 'taskCompleted')).map(({ outcome }) => outcome)).toEqual(ONCE);
    expect(await stage.happened(id, 'taskClaimed')).toHaveLength(1);
    expect((await stage.state(id)).ending).toBe('closed');
  }
  const { pool } = stage.town.db;
  const open = await pool.query('select command_id from command_open');
  const doubled = await pool.query(
    `select command_id from command_outcome where status <> 'unknown' group by command_id having count(*) > 1`,
  );
  expect([open.rows, doubled.rows]).toEqual([[], []]);
  const { rows } = await pool.query<{ number: string }>('select number from matter order by number');
  expect(rows.map(({ number }) => Number(number.split('-')[1]))).toEqual(ids.map((_, n) => n + 1));
  expect(await stage.disagreements()).toEqual([]);
  expect(await stage.notReplaying()).toEqual([]);
}
