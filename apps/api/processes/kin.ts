import type { Database } from '../../../prisma/client.ts';
import { localKey } from '../../../prisma/project/course.ts';
import { parentOf } from '../../../workflows/process/follow.ts';
import type { State } from '../../../workflows/process/state.ts';
import { decide } from '../door/decide.ts';
import { resourceOf } from '../door/resource.ts';
import { hrefOf, labelOf, titledProcess } from './address.ts';
import type { Looking } from './look.ts';
import { rowOf } from './row.ts';
import type { Kin } from '../matters/shown.ts';

/** The process that began this one, and those that it began. */
export async function kinOf(
  db: Database,
  state: State,
  looking: Looking,
): Promise<{ parent: Kin | null; children: Kin[] }> {
  const begunBy = parentOf(state);
  const [parent, children] = await Promise.all([
    begunBy === undefined ? null : kin(db, begunBy.process, looking),
    Promise.all(state.begun.map(({ id, item }) => kin(db, id, looking, item && localKey(state.id, item)))),
  ]);
  return { parent: parent ?? null, children: children.flatMap((one) => one ?? []) };
}

async function kin(
  db: Database,
  id: string,
  { subject, language }: Looking,
  item: string | null = null,
): Promise<Kin | undefined> {
  const resource = await resourceOf(db, 'course', id);
  if (resource === undefined) return undefined;
  const { type, status, ending, facts } = await rowOf(db, id);
  const action = resource.matterId === undefined ? 'processes:read' : 'matters:read';
  const isSeen = decide(subject, action, resource).may;
  const label = isSeen ? labelOf(type, Object(facts), language) : null;
  const process = titledProcess(type, language);
  return { id, href: hrefOf(type, id), process, label, status, ending, item };
}
