// Other numbers for a running process: another version of the policy, or a calendar notice in mid-course.
import { z } from 'zod';
import { Calendar } from '../../rules/calendar.ts';
import { recomputeClock } from '../../rules/clock.ts';
import type { Clock } from '../../rules/clock.ts';
import { PolicySnapshot } from '../../rules/policy.ts';
import { NotYours } from '../../rules/violation.ts';
import { supervises } from '../actor.ts';
import type { Act, Scene } from '../definition.ts';
import { act } from '../definition.ts';
import type { Event } from '../event.ts';
import { t, words } from '../field.ts';
import { mustBeOpen } from '../items.ts';

/** What a process is to count by from now on; whole, because a process carries its numbers. */
export const Numbers = z.strictObject({
  policy: PolicySnapshot.optional(),
  calendar: Calendar.optional(),
  grounds: words(t('理由', 'Grounds')),
});
export type Numbers = z.infer<typeof Numbers>;

/** The scene as it would be under other numbers. */
function under(scene: Scene, { policy = scene.policy, calendar = scene.time.calendar }: Numbers): Scene {
  return { ...scene, policy, time: { calendar, office: policy.office } };
}

/** The term that the clock would have been given: the new one, unless it was given one of its own. */
function termOf(clock: Clock, before: Scene, after: Scene): string {
  const task = Object.values(before.state.tasks).find((one) => one.clock === clock.id);
  const kind = task === undefined ? undefined : before.definition.tasks[task.kind];
  return kind?.term?.(before) === clock.term ? (kind.term(after) ?? clock.term) : clock.term;
}

/**
 * The clocks that other numbers would move, as they would be then. What was granted, paused and struck stays
 * (practice.md: pauses are kept when the policy is changed).
 */
export function movedClocks(before: Scene, numbers: Numbers): Clock[] {
  const after = under(before, numbers);
  return Object.values(before.state.clocks)
    .filter((clock) => clock.state !== 'stopped')
    .map((clock) => ({
      clock,
      moved: recomputeClock({ ...clock, term: termOf(clock, before, after) }, after.time),
    }))
    .filter(({ clock, moved }) => moved.dueAt !== clock.dueAt || moved.leftMs !== clock.leftMs)
    .map(({ moved }) => moved);
}

/** A supervisor moves a running process to other numbers; what moves is seen before (`movedClocks`) and recorded after. */
export const adoptNumbers: Act = act({
  name: 'adoptNumbers',
  title: t('适用新版本', 'Adopt other numbers'),
  on: 'process',
  isUnoffered: true,
  input: Numbers,
  may(scene, actor) {
    mustBeOpen(scene);
    if (!supervises(actor, scene.state.place)) throw new NotYours('notSupervisor');
  },
  decide(scene, { input }): Event[] {
    const { policy, time } = under(scene, input);
    const adopted = {
      policy: { name: policy.name, version: policy.version },
      calendar: { id: time.calendar.id, version: time.calendar.version },
    };
    const clocks = movedClocks(scene, input);
    return [
      { type: 'adopted', ...adopted, words: input.grounds },
      ...clocks.map((clock): Event => ({ type: 'clockMoved', why: 'recomputed', clock })),
    ];
  },
});
