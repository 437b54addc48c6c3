import { commonProblem } from '../../../workflows/processes/common-problem/definition.ts';
import { COMMUNITY } from '../../prisma/small-town.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import * as w from './walk.ts';

const SUPERVISION = ['supervisor', 'supervisorHead'] as const;
const HOUSING = ['housing', 'housingHead'] as const;
const NO_GROUNDS = [() => ({ grounds: ' ' }), 'badInput'] as const;
const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);

const at =
  (place: w.Place) =>
  async (stage: Stage): Promise<Aim> => ({ id: await w.walk(stage, place) });

/** Aimed at the open task of the step, which has the kind's name. */
const task =
  (kind: w.Place, seen?: readonly object[]) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await w.walk(stage, kind, seen);
    return { id, on: (await stage.task(id, kind)).id };
  };

const other = '01900000-0000-7000-8000-000000000001';
const later = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
const again = 'taskSettled';
const joining = { process: other, item: 'i1', place: COMMUNITY, kind: 'housing.lift' };

const rows: readonly Row[] = [
  {
    ...{ act: 'confirmCommon', at: task('confirm'), may: SUPERVISION, again },
    not: notPerformer('street', 'housing', 'strangeSupervisor', 'caller'),
    early: [task('confirm', w.sightings.slice(0, 1)), 'tooFewPlaces'],
  },
  {
    ...{ act: 'mergeProblem', at: task('confirm'), may: SUPERVISION, input: () => ({ into: other }) },
    ...{ not: notPerformer('street', 'clerk'), again: 'processEnded' },
    wrong: [
      [(_stage, { id }) => ({ into: id }), 'mergedIntoItself'],
      [() => ({ into: later }), 'mergedIntoLater'],
      [() => ({}), 'badInput'],
    ],
  },
  {
    ...{ act: 'refuseCommon', at: task('confirm'), may: SUPERVISION, input: () => w.because },
    ...{ not: notPerformer('street', 'clerk'), wrong: [NO_GROUNDS], again: 'processEnded' },
  },
  {
    ...{
      act: 'assignProblem',
      at: task('assign'),
      may: SUPERVISION,
      input: (stage) => w.assignment(stage),
      again,
    },
    ...{ not: notPerformer('street', 'housing'), wrong: [[() => ({ level: 'district' }), 'badInput']] },
  },
  {
    ...{ act: 'submitSolution', at: task('solve'), may: HOUSING, input: () => w.solution, again },
    ...{ not: notPerformer('transport', 'supervisor'), wrong: [[() => ({ proof: [] }), 'badInput']] },
  },
  {
    ...{ act: 'submitMeasure', at: task('measure'), may: HOUSING, input: () => w.measure, again },
    ...{ not: notPerformer('transport', 'supervisor'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{ act: 'acceptMeasure', at: task('check'), may: SUPERVISION, again },
    not: notPerformer('housing', 'street'),
  },
  {
    ...{ act: 'sendBack', at: task('check'), may: SUPERVISION, input: () => w.because, again },
    ...{ not: notPerformer('housing'), wrong: [NO_GROUNDS] },
  },
  {
    ...{
      act: 'reportRecurrence',
      at: task('watch'),
      may: SUPERVISION,
      input: () => ({ place: COMMUNITY }),
      again,
    },
    ...{ not: notPerformer('housing', 'clerk'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{ act: 'joinProblem', at: at('solve'), may: ['system'], input: () => joining },
    not: [
      ['supervisor', 'systemOnly'],
      ['clerk', 'systemOnly'],
    ],
    wrong: [[() => ({ process: other }), 'badInput']],
  },
  {
    ...{ act: 'addPlace', at: at('confirm'), may: SUPERVISION, input: () => ({ place: COMMUNITY }) },
    not: [
      ['clerk', 'notSupervisor'],
      ['caller', 'notSupervisor'],
    ],
    ...{ wrong: [[() => ({}), 'badInput']], early: [at('watch'), 'otherStep'] },
  },
  {
    ...{ act: 'noteProgress', at: at('solve'), may: HOUSING, input: () => ({ words: 'w:0:3' }) },
    not: [
      ['transport', 'notLead'],
      ['supervisor', 'notLead'],
    ],
    ...{ wrong: [[() => ({ words: '' }), 'badInput']], early: [at('assign'), 'otherStep'] },
  },
  {
    ...{ act: 'superviseProblem', at: at('solve'), may: SUPERVISION, input: () => ({ words: 'w:0:4' }) },
    not: [
      ['clerk', 'notSupervisor'],
      ['caller', 'notSupervisor'],
      ['strangeSupervisor', 'notSupervisor'],
    ],
    wrong: [[() => ({ words: '' }), 'badInput']],
  },
];

playTable(commonProblem, rows, async (stage) => {
  const id = await w.walk(stage, 'confirm');
  await stage.does(id, 'refuseCommon', stage.cast.supervisor, w.because);
  return id;
});
