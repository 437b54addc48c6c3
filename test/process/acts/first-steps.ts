// The acts of the first three steps, and those that change the matter beside them.
import { because, carryOn, result, triage, walk } from '../walk.ts';
import type { Place } from '../walk.ts';
import type { Stage } from '../stage.ts';
import { COMMUNITY, HOUSING, NO_GROUNDS, SUPERVISION, notOf, settled } from './row.ts';
import type { ActRow } from './row.ts';

const at = (place: Place) => (stage: Stage) => walk(stage, place);
const helped = (stage: Stage) =>
  walk(stage, 'handle', { triage: { helpers: [stage.town.unit('transport')] } });

async function returned(stage: Stage, times = 1): Promise<string> {
  const id = await walk(stage, 'handle');
  for (let turn = 1; turn <= times; turn += 1) {
    await stage.does(id, 'askReturn', stage.cast.housing, { reason: 'unclearOwner', ...because });
    await stage.does(id, 'grantReturn', stage.cast.clerk, because);
    if (turn < times) await stage.does(id, 'dispatchMatter', stage.cast.clerk, toHousing(stage));
  }
  return id;
}

const toHousing = (stage: Stage) => ({ lead: stage.town.unit('housing'), helpers: [] });

const asTriage = (stage: Stage) => triage(stage.town.unit('housing'));

const analysis = (act: string, input: ActRow['input'], wrong: ActRow['wrong']): ActRow => ({
  ...{
    act,
    at: at('analyse'),
    may: COMMUNITY,
    input,
    wrong,
    not: notOf('street', 'grid', 'strangeClerk', 'reporter'),
  },
  // Moved up, the next tier is asked the same.
  again: act === 'moveMatterUp' ? 'notPerformer' : act === 'acceptMatter' ? 'taskSettled' : 'processEnded',
});

/** The first matter that the stage was told of; whatever an act is done to came in after it. */
async function earliest(stage: Stage): Promise<string> {
  const { rows } = await stage.town.db.pool.query<{ id: string }>(
    'select id from matter order by id limit 1',
  );
  return rows[0]?.id ?? '';
}

const LATER = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

export const firstSteps: readonly ActRow[] = [
  analysis('acceptMatter', asTriage, [
    [(stage) => ({ ...asTriage(stage), urgency: 4 }), 'badInput'],
    [(stage) => ({ ...asTriage(stage), lead: 'housing' }), 'badInput'],
    [(stage) => ({ ...asTriage(stage), helpers: [stage.cast.grid.unit, stage.cast.grid.unit] }), 'badInput'],
  ]),
  analysis('mergeMatter', async (stage) => ({ into: await earliest(stage) }), [
    [(_stage, id) => ({ into: id }), 'mergedIntoItself'],
    [() => ({ into: LATER }), 'mergedIntoLater'],
    [() => ({ into: 'the other one' }), 'badInput'],
  ]),
  analysis('moveMatterUp', () => because, [NO_GROUNDS]),
  analysis('refuseMatter', () => ({ cause: 'inCourt', ...because }), [[() => because, 'badInput']]),
  {
    ...{
      act: 'registerMatter',
      at: at('ledger'),
      may: COMMUNITY,
      not: notOf('housing', 'street'),
      ...settled,
    },
    wrong: [[() => ({ responsible: 'somebody' }), 'badInput']],
  },
  {
    ...{ act: 'submitResult', at: at('handle'), may: HOUSING, input: () => result, ...settled },
    ...{ not: notOf('transport', 'clerk', 'supervisor'), wrong: [[() => ({ proof: [] }), 'badInput']] },
  },
  {
    ...{ act: 'submitPart', at: helped, may: ['transport'], input: () => result, ...settled },
    not: notOf('housing', 'clerk'),
  },
  {
    ...{
      act: 'dispatchMatter',
      at: returned,
      may: COMMUNITY,
      input: toHousing,
      not: notOf('housing', 'street'),
    },
    ...{ ...settled, wrong: [[() => ({ helpers: [] }), 'badInput']] },
  },
  {
    ...{
      act: 'concludeConference',
      at: (stage) => returned(stage, 2),
      may: COMMUNITY,
      not: notOf('housing'),
    },
    ...{
      input: (stage) => ({ ...toHousing(stage), minutes: 'w:0:0' }),
      wrong: [[toHousing, 'badInput']],
      ...settled,
    },
  },
  {
    act: 'acceptResult',
    at: at('check'),
    may: COMMUNITY,
    not: notOf('housing', 'transport', 'street'),
    ...settled,
  },
  {
    ...{ act: 'sendBack', at: at('check'), may: COMMUNITY, input: () => because, wrong: [NO_GROUNDS] },
    ...{ not: notOf('housing', 'reporter'), ...settled },
  },
  {
    ...{
      act: 'withdrawMatter',
      at: at('handle'),
      may: ['reporter'],
      input: () => because,
      wrong: [NO_GROUNDS],
    },
    not: [
      ['otherReporter', 'notReporter'],
      ['stranger', 'notReporter'],
      ['supervisor', 'notReporter'],
    ],
    again: 'processEnded',
  },
  {
    ...{ act: 'correctFacts', at: at('handle'), may: [...COMMUNITY, ...SUPERVISION] },
    input: () => ({ kind: 'housing.lift', happenedOn: '2026-02-28', ...because }),
    not: [
      ['housing', 'notDispatcher'],
      ['street', 'notDispatcher'],
      ['reporter', 'notDispatcher'],
      ['caller', 'notDispatcher'],
    ],
    wrong: [[() => ({ happenedOn: '2026-02-30', ...because }), 'badInput']],
  },
  {
    ...{ act: 'addReporter', at: at('handle'), may: ['system'] },
    input: async (stage) => ({
      matter: await carryOn(stage, await stage.report(), 'analyse', 'analyse'),
      answerBy: 'web',
    }),
    not: [
      ['supervisor', 'systemOnly'],
      ['reporter', 'systemOnly'],
    ],
    wrong: [[() => ({ matter: 'm', answerBy: 'web' }), 'badInput']],
  },
  {
    ...{ act: 'addFollower', at: at('handle'), may: ['system'] },
    input: async (stage) => ({
      matter: await carryOn(stage, await stage.report(), 'analyse', 'analyse'),
      answerBy: 'web',
    }),
    not: [
      ['supervisor', 'systemOnly'],
      ['reporter', 'systemOnly'],
    ],
    wrong: [[() => ({ matter: 'm', answerBy: 'web' }), 'badInput']],
  },
  {
    ...{ act: 'blowWhistle', at: at('handle'), may: [...COMMUNITY, ...HOUSING] },
    input: ({ town }) => ({ ground: 'joint', units: [town.unit('transport')], words: 'w:0:0' }),
    not: [
      ['grid', 'mayNotWhistle'],
      ['transport', 'mayNotWhistle'],
      ['street', 'mayNotWhistle'],
      ['reporter', 'mayNotWhistle'],
    ],
    wrong: [
      [() => ({ ground: 'joint', units: [], words: 'w:0:0' }), 'badInput'],
      [({ cast }) => ({ ground: 'joint', units: [cast.clerk.unit], words: 'w:0:0' }), 'callsItself'],
    ],
    early: ['clerk', 'notBeingHandled'],
  },
];
