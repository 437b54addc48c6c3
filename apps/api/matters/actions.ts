import type { Scene } from '../../../workflows/process/definition.ts';
import type { Offer } from '../../../workflows/process/offers.ts';
import type { Course } from '../course/course.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { choicesAt } from '../processes/choices-at.ts';
import { capacitiesIn } from './actors.ts';
import type { Capacities } from './actors.ts';
import { actionsOf, offered } from './offered.ts';
import { sceneAt } from './scene.ts';
import type { ShownAction } from './shown-action.ts';

/** Who looks, in which language. */
type Looking = { subject: Subject; language: Language };

/** A chain of mergers longer than this does not come about. */
const LONGEST_CHAIN = 8;

/**
 * What the subject may do with a process now. Whoever reported one that was merged follows it: his acts are those of the
 * process that it became part of. `isWanted`: which of them; forms are made for those alone.
 */
export async function actionsFor(
  course: Course,
  id: string,
  { subject, language }: Looking,
  isWanted: (offer: Offer) => boolean = () => true,
): Promise<ShownAction[]> {
  const scene = await sceneAt(course, id);
  if (scene === undefined) return [];
  const look = { course, subject, language, isWanted };
  const own = await actionsIn(look, scene, await capacitiesIn(course.db, subject, scene.state));
  const heir = await heirOf(course, scene);
  if (heir === undefined) return own;
  const { always } = await capacitiesIn(course.db, subject, heir.state);
  const asReporter = { always: always.filter(({ reporterOf }) => reporterOf !== null), standIn: new Map() };
  return [...own, ...(await actionsIn(look, heir, asReporter))];
}

type Look = { course: Course; subject: Subject; language: Language; isWanted: (offer: Offer) => boolean };

async function actionsIn(
  { course, subject, language, isWanted }: Look,
  scene: Scene,
  capacities: Capacities,
): Promise<ShownAction[]> {
  const list = offered(scene, capacities).filter(isWanted);
  return actionsOf(scene.state, list, await choicesAt(course.db, subject, language, scene.state), language);
}

/** The process that answers for a merged matter; undefined when it answers for itself. */
export async function heirOf(course: Course, scene: Scene): Promise<Scene | undefined> {
  let heir: Scene | undefined;
  let next = scene.state.facts['mergedInto'];
  for (let i = 0; i < LONGEST_CHAIN && typeof next === 'string'; i += 1) {
    heir = await sceneAt(course, next);
    next = heir?.state.facts['mergedInto'];
  }
  return heir;
}
