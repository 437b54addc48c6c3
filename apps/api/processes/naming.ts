import { resourceOf } from '../door/resource.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Course } from '../course/course.ts';
import type { Naming } from '../matters/hands.ts';
import { intakeOf } from '../matters/intake-row.ts';
import { namingOf } from '../matters/view.ts';
import type { Looking } from '../matters/view.ts';
import { namingFor } from './sight.ts';

/** How any process, matter or not, stands to whoever looks. Throws NotFound. */
export async function namingAt(
  { db }: Course,
  id: string,
  scene: Scene | undefined,
  looking: Looking,
): Promise<Naming> {
  const isMatter = scene === undefined || scene.definition.isMatter === true;
  const other = isMatter && scene !== undefined ? undefined : await resourceOf(db, 'process', id);
  if (other !== undefined) return namingFor(looking.subject, other);
  return namingOf(await intakeOf(db, id), scene, looking);
}
