// Updates: one for every act of the process, and `pull`, which only hands out what is not recorded yet.
import { ApplicationFailure, condition, defineUpdate, setHandler } from '@temporalio/workflow';
import { z } from 'zod';
import { BadInput, RuleViolation } from '../rules/violation.ts';
import { adoptNumbers, Numbers } from './acts/adopting.ts';
import { allActs } from './acts.ts';
import type { ActCall, Answer } from './contract.ts';
import { PULL } from './contract.ts';
import type { Act, ProcessDefinition, Scene } from './definition.ts';
import type { Event } from './event.ts';
import { factsOf } from './event.ts';
import type { Journal } from './journal.ts';
import { targetOf } from './offers.ts';
import type { Pace } from './story.ts';

/** A rule's no, as every caller can read it. */
function violationIn(error: unknown): RuleViolation | undefined {
  if (error instanceof RuleViolation) return error;
  if (error instanceof z.ZodError)
    return new BadInput('badInput', { at: error.issues[0]?.path.join('/') ?? '' });
  return undefined;
}

const refusalOf = ({ name, code, facts }: RuleViolation): NonNullable<Answer['refusal']> => ({
  kind: name,
  code,
  facts: factsOf(facts),
});

function events(scene: Scene, act: Act, call: ActCall): Event[] {
  const target = { ...targetOf(scene, act, call.target), colleague: call.colleague };
  const decided = act.decide(scene, call.actor, call.input, target);
  return [...decided, ...liftedFor(scene, call, decided)];
}

/** A card that came while the act waited for its turn is lifted (practice.md, fine point 15). */
function liftedFor(scene: Scene, call: ActCall, decided: readonly Event[]): Event[] {
  if (call.waitedMs === 0) return [];
  const done = decided.flatMap((event) => (event.type === 'taskCompleted' ? [event.task] : []));
  return Object.values(scene.state.cards)
    .filter((card) => card.task !== undefined && done.includes(card.task))
    .filter((card) => card.liftedAt === undefined && new Date(card.setAt) > scene.now)
    .map((card) => ({ type: 'cardLifted', card: card.id, reason: 'actedBefore' }));
}

/** Sets the handlers. Must run before the first await of the workflow. */
export function listen(
  definition: ProcessDefinition,
  journal: Journal,
  pace: Pace,
  now: () => Date,
  answered: (seq: number) => void,
): void {
  const handed = async (refusal?: Answer['refusal']): Promise<Answer> => {
    await condition(() => pace.isAtRest());
    answered(journal.scene(now()).state.seq);
    return { entries: journal.unrecorded(), ...(refusal === undefined ? {} : { refusal }) };
  };
  const sceneOf = (call: ActCall): Scene => journal.scene(new Date(now().getTime() - call.waitedMs));

  for (const act of allActs(definition)) {
    const validator = (call: ActCall): void => {
      try {
        events(sceneOf(call), act, call);
        act.admit?.(sceneOf(call), call.input);
      } catch (error) {
        const violation = violationIn(error);
        if (violation === undefined) throw error;
        const { kind, code, facts } = refusalOf(violation);
        throw ApplicationFailure.nonRetryable(code, kind, facts);
      }
    };
    const handler = async (call: ActCall): Promise<Answer> => {
      journal.recordedUpTo(call.recorded);
      try {
        const { actor, waitedMs } = call;
        journal.append(now(), events(sceneOf(call), act, call), { actor, waitedMs });
        if (act === adoptNumbers) journal.adopt(Numbers.parse(call.input));
      } catch (error) {
        const violation = violationIn(error);
        if (violation === undefined) throw error;
        return handed(refusalOf(violation));
      }
      return handed();
    };
    setHandler(defineUpdate<Answer, [ActCall]>(act.name), handler, { validator });
  }
  setHandler(defineUpdate<Answer, [number]>(PULL), async (recorded) => {
    journal.recordedUpTo(recorded);
    return handed();
  });
}
