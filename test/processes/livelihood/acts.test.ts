import { livelihood } from '../../../workflows/processes/livelihood/definition.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import * as w from './walk.ts';

const HOUSING = ['housing', 'housingHead'] as const;
const STREET = ['street', 'streetHead'] as const;
const again = 'taskSettled';
const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);

const task =
  (kind: string, from: (stage: Stage) => Promise<string>) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await from(stage);
    return { id, on: (await stage.task(id, kind)).id };
  };

const rows: readonly Row[] = [
  {
    ...{ act: 'recordProgress', at: task('record', w.open), may: HOUSING, input: () => w.line(10), again },
    not: notPerformer('transport', 'street', 'clerk', 'visitor'),
    wrong: [
      [() => w.line(10, w.inDays(2)), 'dayToCome'],
      [() => w.line(-1), 'badInput'],
      [() => w.line(0.001), 'badInput'],
    ],
  },
  {
    ...{ act: 'askStrikeOff', at: task('deliver', w.open), may: HOUSING, input: () => w.result, again },
    not: notPerformer('transport', 'street', 'clerk'),
    wrong: [[() => ({ ...w.result, proof: [] }), 'proofNeeded']],
  },
  {
    ...{ act: 'strikeOff', at: task('check', w.asked), may: STREET, again },
    not: notPerformer('housing', 'clerk', 'supervisor'),
  },
  {
    ...{ act: 'refuseStrikeOff', at: task('check', w.asked), may: STREET, input: () => w.because, again },
    not: notPerformer('housing', 'clerk', 'supervisor'),
    wrong: [[() => ({ grounds: ' ' }), 'badInput']],
  },
  {
    ...{ act: 'publishEntry', at: task('publish', w.struckOff), may: STREET, input: () => w.notice },
    ...{ again: 'processEnded', not: notPerformer('housing', 'clerk'), wrong: [[() => ({}), 'badInput']] },
  },
];

playTable(livelihood, rows, w.published);
