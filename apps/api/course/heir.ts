import type { ActCall } from '../../../workflows/process/contract.ts';
import type { Course } from './course.ts';

/** Who speaks when a process speaks to another, or the front door to a process. */
export const system: ActCall['actor'] = {
  ...{ person: null, role: 'system', unit: null, place: '', isHead: false, callBack: false },
  ...{ for: null, reporterOf: null, standsIn: false },
};

/** Whether a process is still to be started: what is said to it meanwhile waits. */
export async function isToBegin({ db }: Course, process: string): Promise<boolean> {
  const { rowCount } = await db.pool.query('select 1 from outbox where id = $1 and done_at is null', [
    `start:${process}`,
  ]);
  return rowCount === 1;
}

/** The process that one was merged into. */
export async function mergedInto({ db }: Course, process: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ merged_into: string | null }>(
    'select merged_into from matter where id = $1',
    [process],
  );
  return rows[0]?.merged_into ?? undefined;
}
