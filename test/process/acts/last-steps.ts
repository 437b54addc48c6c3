// The acts of feeding back, evaluating and assessing.
import { basically, because, satisfied, toSuperior, told, walk } from '../walk.ts';
import type { Stage } from '../stage.ts';
import { COMMUNITY, HOUSING, NO_GROUNDS, STREET, SUPERVISION, notOf, settled } from './row.ts';
import type { ActRow } from './row.ts';

const byPhone = (stage: Stage) => walk(stage, 'tell', { intake: { answerBy: 'phone' } });

async function silent(stage: Stage): Promise<string> {
  const id = await walk(stage, 'rate');
  const { clock } = await stage.task(id, 'rate');
  const due = (await stage.state(id)).clocks[clock ?? '']?.dueAt;
  await stage.skipTo(id, due ?? '');
  return id;
}

const scored = (stage: Stage) => walk(stage, 'score', { judgement: basically });
const asked = (name: string, input: object) => async (stage: Stage) => {
  const id = await scored(stage);
  await stage.does(id, name, stage.cast.housing, input);
  return id;
};
const appeal = { line: 'ratedBasically', ...because };
const exclusion = { cause: 'inCourt', ...because };
const appealed = asked('appealScore', appeal);
const excluding = asked('askExclusion', exclusion);

const toHousing = (stage: Stage) => ({ lead: stage.town.unit('housing'), helpers: [] });

const above = (act: string, from: ActRow['at']): ActRow => ({
  ...{ act, at: from, may: SUPERVISION, input: () => because, ...settled, wrong: [NO_GROUNDS] },
  not: notOf('housing', 'clerk', 'caller'),
});

export const lastSteps: readonly ActRow[] = [
  {
    ...{
      act: 'confirmTold',
      at: byPhone,
      may: COMMUNITY,
      input: () => told,
      not: notOf('housing', 'caller'),
    },
    ...{ wrong: [[() => ({ by: 'pigeon' }), 'badInput']], ...settled },
  },
  {
    ...{ act: 'reportUnreachable', at: byPhone, may: COMMUNITY, input: () => because, not: notOf('housing') },
    ...{ wrong: [NO_GROUNDS], ...settled },
  },
  {
    ...{
      act: 'rateResult',
      at: (stage) => walk(stage, 'rate'),
      may: ['reporter'],
      input: () => satisfied,
      ...settled,
    },
    not: notOf('otherReporter', 'housing', 'caller', 'stranger', 'system'),
    wrong: [[() => ({ ...satisfied, satisfaction: 'very' }), 'badInput']],
  },
  {
    ...{ act: 'recordCallBack', at: silent, may: ['caller'], input: () => satisfied, ...settled },
    ...{ not: notOf('housing', 'supervisor', 'clerk'), wrong: [[() => ({ contacted: 'yes' }), 'badInput']] },
  },
  {
    ...{ act: 'reportNoAnswer', at: silent, may: ['caller'], input: () => because, ...settled },
    ...{ not: notOf('housing', 'supervisor'), wrong: [NO_GROUNDS] },
  },
  {
    ...{
      act: 'orderAgain',
      at: (stage) => toSuperior(stage),
      may: STREET,
      input: toHousing,
      not: notOf('clerk', 'housing'),
      ...settled,
    },
    wrong: [[() => ({ helpers: [] }), 'badInput']],
  },
  {
    ...{
      act: 'closeWithReasons',
      at: (stage) => toSuperior(stage),
      may: STREET,
      input: () => because,
      wrong: [NO_GROUNDS],
    },
    ...{ not: notOf('clerk', 'supervisor'), ...settled },
  },
  {
    ...{
      act: 'acceptScore',
      at: scored,
      may: HOUSING,
      not: notOf('clerk', 'supervisor'),
      early: settled.early,
      again: 'processEnded',
    },
  },
  {
    ...{
      act: 'appealScore',
      at: scored,
      may: HOUSING,
      input: () => appeal,
      not: notOf('clerk', 'transport'),
    },
    ...{
      wrong: [
        [() => ({ ...appeal, line: 'late' }), 'noSuchLine'],
        [() => because, 'badInput'],
      ],
      ...settled,
    },
  },
  {
    ...{
      act: 'askExclusion',
      at: scored,
      may: HOUSING,
      input: () => exclusion,
      not: notOf('supervisor', 'reporter'),
    },
    ...{ wrong: [[() => ({ ...exclusion, cause: 'tooHard' }), 'badInput']], ...settled },
  },
  above('upholdAppeal', appealed),
  above('rejectAppeal', appealed),
  above('grantExclusion', excluding),
  above('refuseExclusion', excluding),
];
