// A common problem as data, and how others join it. The story is in workflow.ts.
import { followedBy } from '../../process/acts/following.ts';
import type { Actor } from '../../process/actor.ts';
import { isAskedFor } from '../../process/actor.ts';
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import { openTasks } from '../../process/state.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { Progress, ProblemNumbers, Raising, Seen, Sighting } from './contract.ts';
import { factsIn, isKnown, reportOf, sighted, supervisors } from './rules.ts';
import { tasks } from './tasks.ts';

/** Seen once more. While it is watched that is a recurrence: the watch is over, and it is solved anew. */
function joined({ state }: Scene, sighting: Sighting): Event[] {
  if (isKnown(state, sighting)) return [];
  const watching = openTasks(state).filter(({ kind }) => kind === 'watch');
  return [
    sighted(state, sighting),
    ...watching.map(({ id }): Event => ({ type: 'taskEnded', task: id, how: 'cancelled' })),
  ];
}

/** What another process has raised is this problem, or a part of one that was merged into it. */
const joinProblem: Act = act({
  name: 'joinProblem',
  title: t('并入共性问题', 'Join'),
  on: 'process',
  input: Sighting,
  may(scene, actor) {
    mustBeOpen(scene);
    if (actor.role !== 'system') throw new NotYours('systemOnly');
  },
  decide: (scene, { input }) => joined(scene, input),
});

/** A supervisor knows of one more place, before it is solved. */
const addPlace: Act = act({
  name: 'addPlace',
  title: t('增加地点', 'Add a place'),
  on: 'process',
  input: Seen,
  may(scene, actor) {
    mustBeOpen(scene);
    if (scene.state.step === 'watch') throw new NotNow('otherStep', { step: scene.state.step });
    if (!isAskedFor(supervisors(scene.state), actor)) throw new NotYours('notSupervisor');
  },
  decide: ({ state }, { input }) => [sighted(state, { kind: factsIn(state).kind, ...input })],
});

/** How far it is, dated and in words, as often as there is something to say. */
const noteProgress: Act = act({
  name: 'noteProgress',
  title: t('记录进展', 'Note the progress'),
  on: 'process',
  input: Progress,
  may(scene, actor) {
    mustBeOpen(scene);
    const { unit } = factsIn(scene.state);
    if (!['solve', 'measure'].includes(scene.state.step))
      throw new NotNow('otherStep', { step: scene.state.step });
    if (unit === undefined || !isAskedFor({ unit }, actor)) throw new NotYours('notLead');
  },
  decide: (_scene, { input }) => [{ type: 'noted', what: 'progress', facts: {}, words: input.words }],
});

const mayRaise = ({ role, callBack }: Actor): boolean =>
  !callBack && ['subdistrict', 'supervisor'].includes(role);

/** Raised to the city by whoever oversees several places. */
const raiseCommonProblem = entrance({
  name: 'raiseCommonProblem',
  title: t('提出共性问题', 'Raise a common problem'),
  input: Raising,
  may(actor) {
    if (!mayRaise(actor)) throw new NotYours('notRaiser');
  },
  begin(_actor, { words, kind, place, second }) {
    const sightings = [place, ...(second === undefined ? [] : [second])].map((at) => ({ place: at, kind }));
    return { place: place.split('/')[0] ?? place, facts: factsOf({ words, kind, sightings }) };
  },
});

export const commonProblem: ProcessDefinition = {
  name: 'common-problem',
  title: t('共性问题', 'Common problem'),
  source: '[003]',
  series: 'GX',
  numbers: ProblemNumbers,
  entrances: [raiseCommonProblem],
  steps: [
    { name: 'confirm', title: t('认定', 'Confirm') },
    { name: 'assign', title: t('交办', 'Assign') },
    { name: 'solve', title: t('统一解决', 'Solve') },
    { name: 'measure', title: t('长效机制', 'Lasting measure') },
    { name: 'watch', title: t('跟踪复发', 'Watch') },
  ],
  paths: [
    ['confirm', 'assign', t('认定', 'confirmed')],
    ['confirm', 'end', t('不予认定、并入', 'refused, merged')],
    ['assign', 'solve', t('交办', 'assigned')],
    ['solve', 'assign', t('退单', 'returned')],
    ['solve', 'measure', t('已解决', 'solved')],
    ['measure', 'measure', t('退回', 'sent back')],
    ['measure', 'watch', t('审核通过', 'accepted')],
    ['watch', 'solve', t('复发', 'come back')],
    ['watch', 'end', t('期满销号', 'stayed away')],
  ],
  tasks,
  acts: [
    ...[joinProblem, addPlace, noteProgress],
    followedBy({
      ...{ name: 'superviseProblem', title: t('列入督办', 'Put under supervision') },
      ...{ process: 'supervision', source: 'problem' },
    }),
  ],
  items: { sighting: t('发现地点', 'Place where it was seen') },
  report: ({ state }) => reportOf(state),
  decider: ({ state }) => supervisors(state, factsIn(state).unit),
  tell: () => [],
};
