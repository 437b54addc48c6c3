import type { Scene } from '../../../workflows/process/definition.ts';
import type { Course } from '../course/course.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { capacitiesIn } from './actors.ts';
import type { Capacities } from './actors.ts';
import { Choices } from './choices.ts';
import { actionsOf, offered } from './offered.ts';
import { sceneAt } from './scene.ts';
import type { Shown } from './shown.ts';

/** A chain of mergers longer than this does not come about. */
const LONGEST_CHAIN = 8;

/**
 * What the subject may do with a matter now. Whoever reported one that was merged follows it: his acts are those of the
 * process that it became part of.
 */
export async function actionsFor(
  course: Course,
  id: string,
  subject: Subject,
  language: Language,
): Promise<Shown['actions']> {
  const scene = await sceneAt(course, id);
  if (scene === undefined) return [];
  const own = await actionsIn(course, scene, await capacitiesIn(course.db, subject, scene.state), language);
  const heir = await heirOf(course, scene);
  if (heir === undefined) return own;
  const { always } = await capacitiesIn(course.db, subject, heir.state);
  const asReporter = { always: always.filter(({ reporterOf }) => reporterOf !== null), standIn: new Map() };
  return [...own, ...(await actionsIn(course, heir, asReporter, language))];
}

const actionsIn = (course: Course, scene: Scene, capacities: Capacities, language: Language) =>
  actionsOf(
    scene.state.id,
    offered(scene, capacities),
    new Choices(course.db, language, scene.state),
    language,
  );

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
