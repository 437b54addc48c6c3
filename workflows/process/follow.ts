// Processes that begin others and follow them: by what they say to each other at an end or a card.
import { idFrom } from '../rules/identity.ts';
import type { Scene } from './definition.ts';
import { factsOf } from './event.ts';
import type { Event, Facts } from './event.ts';
import { ChildCourse, HEAR, Parent } from './heard.ts';
import type { Heard } from './heard.ts';
import type { State } from './state.ts';

/** What another process begins with; `item`: for which of this one's, `isTold`: it hears how this one ends. */
export interface Beginning {
  readonly place: string;
  readonly facts: Facts;
  readonly item?: string;
  readonly isTold?: boolean;
}

/** Who began this process; undefined where nobody did. */
export function parentOf({ facts }: State): Parent | undefined {
  const { success, data } = Parent.safeParse(facts['parent']);
  return success ? data : undefined;
}

/**
 * The event that begins another process, which follows this one. `name` tells it from others that this one begins in the
 * same moment: how many there are, where nothing better is known.
 */
export function begun(
  { state, now }: Pick<Scene, 'state' | 'now'>,
  process: string,
  { place, facts, item, isTold = false }: Beginning,
  name = String(state.begun.length),
): Extract<Event, { type: 'began' }> {
  const id = idFrom(now, state.id, process, name);
  const parent = factsOf({ process: state.id, item });
  return { type: 'began', id, process, place, facts: { ...facts, parent }, item, isTold };
}

const said = (to: string, heard: Heard): Event => ({
  type: 'messageSent',
  to,
  act: HEAR,
  input: factsOf(heard),
});

/** Whoever began this process is told that a card was set in it. */
export function lateSaid({ state }: Scene, level: string): Event[] {
  const parent = parentOf(state);
  if (parent === undefined) return [];
  return [
    said(parent.process, { process: state.id, item: parent.item, what: 'late', facts: { late: level } }),
  ];
}

/** Whether a process that this one began has said that it has ended. */
const hasEnded = ({ items }: State, id: string): boolean =>
  Object.values(items).some(({ facts }) => {
    const course = ChildCourse.safeParse(facts['course']).data;
    return course?.process === id && course.ending !== undefined;
  });

/** Whoever began this process, and whatever wants to know of those that it began, is told how it ends. */
export function endSaid(scene: Scene, ending: string): Event[] {
  const { state, definition } = scene;
  const facts = { ...definition.report?.(scene), ending };
  const parent = parentOf(state);
  const up =
    parent === undefined
      ? []
      : [said(parent.process, { process: state.id, item: parent.item, what: 'ended', facts })];
  const down = state.begun.filter(({ id, isTold }) => isTold && !hasEnded(state, id));
  return [...up, ...down.map(({ id }) => said(id, { process: state.id, what: 'ended', facts }))];
}

/** What it comes to where the process says nothing else: the item takes it down as `course`, or the process itself does. */
export function takenDown({ state }: Scene, { process, item, what, facts }: Heard): Event[] {
  const listed = item === undefined ? undefined : state.items[item];
  if (item === undefined || listed === undefined) {
    const name = parentOf(state)?.process === process ? 'source' : 'follower';
    return [{ type: 'noted', what, facts: { [name]: { process, ...facts } } }];
  }
  const known = ChildCourse.safeParse(listed.facts['course']);
  const course = { ...(known.success ? known.data : {}), process, ...facts };
  return [{ type: 'itemChanged', item, what, facts: factsOf({ course }) }];
}
