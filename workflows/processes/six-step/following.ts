// Reporters of a matter that others reported before: merged into it by a clerk, or following it from the first moment.
// Who joins is told what the others are told, and rates (practice.md, fine point 7).
import type { Act, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import type { Actor } from '../../process/actor.ts';
import type { Event } from '../../process/event.ts';
import { factsOf } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import type { Story } from '../../process/story.ts';
import { after, taskOpened } from '../../process/task.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { Reporter } from './contract.ts';
import { dispatcherAt, factsIn, isToldByItself, lowestTier } from './rules.ts';

function mustBeSystem(scene: Scene, actor: Actor): void {
  mustBeOpen(scene);
  if (actor.role !== 'system') throw new NotYours('systemOnly');
}

function added(scene: Scene, reporter: Reporter): Event[] {
  const { reporters } = factsIn(scene.state);
  if (reporters.some(({ matter }) => matter === reporter.matter)) return [];
  const facts = factsOf({ reporters: [...reporters, reporter] });
  return [
    { type: 'noted', what: 'reporterAdded', facts },
    { type: 'told', matter: reporter.matter, what: 'merged', facts: {} },
    ...joinedLate(scene, reporter),
  ];
}

/** A later report of the same was merged into this one: its reporter follows, is told and rates. */
export const addReporter: Act = act({
  name: 'addReporter',
  title: t('并入反映人', 'Add a reporter'),
  on: 'process',
  input: Reporter,
  may: mustBeSystem,
  decide: (scene, { input }) => added(scene, input),
});

/**
 * Somebody who was about to report the same follows this matter instead. Once it is being assessed it is over for
 * residents: nobody could rate it any more, so the report goes its own way.
 */
export const addFollower: Act = act({
  name: 'addFollower',
  title: t('登记跟进人', 'Add a follower'),
  on: 'process',
  input: Reporter,
  may(scene, actor) {
    mustBeSystem(scene, actor);
    if (scene.state.step === 'assess') throw new NotNow('tooLateToFollow');
  },
  decide: (scene, { input }) => added(scene, input),
});

/** A report whose reporter follows an earlier one was taken up there before it began: nobody has work with it here. */
export function followed(story: Story, earlier: string): 'merged' {
  story.happen({ type: 'noted', what: 'followed', facts: { mergedInto: earlier } });
  return 'merged';
}

/** Who joins after the result was fed back is told it now (called, where nothing else can), and rates while others do. */
function joinedLate(scene: Scene, reporter: Reporter): Event[] {
  const { matter } = reporter;
  const { step } = scene.state;
  if (!['feedBack', 'evaluate', 'assess'].includes(step)) return [];
  const rate = step === 'evaluate' ? [taskOpened(scene, 'rate', { reporterOf: matter })] : [];
  const call = isToldByItself(reporter) ? [] : [called(rate.reduce(after, scene), matter)];
  return [{ type: 'told', matter, what: 'result', facts: {} }, ...rate, ...call];
}

const called = (scene: Scene, matter: string): Event =>
  taskOpened(scene, 'tell', dispatcherAt(scene.state, lowestTier(scene.state.place)), { reporter: matter });

/** A call has to be made where a message did not arrive, unless one is asked for already. */
export function undelivered(scene: Scene, matter: string, what: string): Event[] {
  const isAsked = Object.values(scene.state.tasks).some(
    (task) => task.kind === 'tell' && task.reporter === matter && task.status === 'open',
  );
  if (isAsked || what !== 'result') return [{ type: 'noted', what: 'undelivered', facts: {} }];
  return [{ type: 'noted', what: 'undelivered', facts: {} }, called(scene, matter)];
}
