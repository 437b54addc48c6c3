import type { Scene } from '../../../workflows/process/definition.ts';
import type { Course } from '../course/course.ts';
import type { Resource } from '../door/decide.ts';
import { resourceOf } from '../door/resource.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { sceneAt } from '../matters/scene.ts';
import { NotFound } from '../refusal.ts';

/** Who looks, in which language. */
export type Looking = { subject: Subject; language: Language };

/** A process that has begun, with what decides about it. Throws NotFound. */
export async function begunAt(course: Course, id: string): Promise<{ scene: Scene; whole: Resource }> {
  const [scene, whole] = await Promise.all([sceneAt(course, id), resourceOf(course.db, 'process', id)]);
  if (scene === undefined || whole === undefined) throw new NotFound();
  return { scene, whole };
}
