import { claimTask } from '../../../workflows/processes/claim-task/definition.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import * as w from './walk.ts';

const HOUSING = ['housing', 'housingHead'] as const;
const CLERKS = ['clerk', 'clerkB', 'communityHead'] as const;
const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);

const task =
  (kind: string, from: (stage: Stage) => Promise<string>) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await from(stage);
    return { id, on: (await stage.task(id, kind)).id };
  };

const rows: readonly Row[] = [
  {
    ...{
      act: 'submitDone',
      at: task('serve', w.open),
      may: HOUSING,
      input: () => w.done,
      again: 'taskSettled',
    },
    not: notPerformer('transport', 'clerk', 'street', 'supervisor', 'visitor'),
    wrong: [
      [() => ({ ...w.done, proof: [] }), 'proofNeeded'],
      [() => ({ proof: w.done.proof }), 'badInput'],
    ],
  },
  {
    ...{ act: 'reportProgress', at: task('progress', w.open), may: HOUSING, again: 'taskSettled' },
    ...{ input: () => w.progress, not: notPerformer('transport', 'clerk', 'street') },
    wrong: [
      [() => ({ ...w.progress, percent: 101 }), 'badInput'],
      [() => ({ ...w.progress, nextOn: w.inDays(0) }), 'dayPast'],
    ],
  },
  {
    ...{ act: 'confirmDone', at: task('check', w.submitted), may: CLERKS, again: 'processEnded' },
    not: notPerformer('housing', 'strangeClerk', 'street', 'supervisor'),
  },
  {
    ...{ act: 'sendTaskBack', at: task('check', w.submitted), may: CLERKS, again: 'taskSettled' },
    ...{ input: () => w.because, not: notPerformer('housing', 'strangeClerk', 'street') },
    wrong: [[() => ({ grounds: ' ' }), 'badInput']],
  },
];

playTable(claimTask, rows, async (stage) => {
  const id = await w.submitted(stage);
  await stage.does(id, 'confirmDone', stage.cast.clerk);
  return id;
});
