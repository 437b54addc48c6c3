import type { Database } from '../../../../prisma/client.ts';
import type { Door } from '../door.ts';
import { inLanes } from '../lanes.ts';
import type { Quarter } from '../quarter.ts';
import type { Stage } from '../stage.ts';
import { skipTo } from '../time.ts';
import type { Task } from './list.ts';

/** So many tasks of one subdistrict go on at the same time. */
const LANES = 4;

/** Of every so many tasks one reports its progress first. */
const REPORTS = 3;

/** Every task is carried out as its fate says, with proof, and checked by those who asked for it. */
export async function carryOut(
  stage: Stage,
  door: Door,
  quarter: Quarter,
  tasks: readonly Task[],
): Promise<void> {
  await inLanes(tasks.entries(), LANES, async ([n, task]) => {
    if (n % REPORTS === 0) await report(stage, door, task);
    if (task.fate === 'never') return;
    if (task.fate === 'late') await waitTooLong(stage, task);
    await submit(stage, door, task);
    if (task.fate === 'sentBack') {
      await sendBack(stage, door, quarter, task);
      await submit(stage, door, task);
    }
    await check(stage, door, quarter, task);
  });
}

type Open = { id: string; place: string; due: Date };

/** The open human tasks of a kind in the process of a claimed task. */
async function open({ pool }: Pick<Database, 'pool'>, task: Task, kind: string): Promise<Open[]> {
  const { rows } = await pool.query<Open>(
    `select id, place_path as place, due_at as due from task where process_id = $1 and kind = $2 and status = 'open' order by id`,
    [task.id, kind],
  );
  return rows;
}

async function report({ db }: Stage, door: Door, task: Task): Promise<void> {
  const { account } = task.member;
  for (const { id } of await open(db, task, 'progress')) {
    const input = { done: '已现场查看并制定方案', percent: 40 };
    await door.act({ account, at: `tasks/${id}`, act: 'reportProgress', input });
  }
}

/** Its own time runs on until an hour after the work is due; its clocks strike on the way. */
async function waitTooLong({ db, client }: Stage, task: Task): Promise<void> {
  for (const { due } of await open(db, task, 'serve'))
    await skipTo(client, task.id, new Date(due.getTime() + 3_600_000));
}

async function submit({ db }: Stage, door: Door, task: Task): Promise<void> {
  const { account } = task.member;
  for (const { id } of await open(db, task, 'serve')) {
    const input = { result: '已办结，居民确认', proof: [await door.handIn(account)] };
    await door.act({ account, at: `tasks/${id}`, act: 'submitDone', input });
  }
}

/** Who looks at it: the community of the place, or the subdistrict where it asked for it itself. */
const checkerAt = ({ cast }: Quarter, place: string): string =>
  cast.communities.find((community) => community.path === place)?.account ?? cast.clerk;

async function check({ db }: Stage, door: Door, quarter: Quarter, task: Task): Promise<void> {
  for (const { id, place } of await open(db, task, 'check'))
    await door.act({ account: checkerAt(quarter, place), at: `tasks/${id}`, act: 'confirmDone' });
}

/** One who is not content is enough. */
async function sendBack({ db }: Stage, door: Door, quarter: Quarter, task: Task): Promise<void> {
  for (const { id, place } of (await open(db, task, 'check')).slice(0, 1)) {
    const input = { grounds: '部分点位尚未整改到位' };
    await door.act({ account: checkerAt(quarter, place), at: `tasks/${id}`, act: 'sendTaskBack', input });
  }
}
