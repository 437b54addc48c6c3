import type { z } from 'zod';
import type { Offer } from '../../../workflows/process/offers.ts';
import { partsOf } from '../../../prisma/project/course.ts';
import type { Course } from '../course/course.ts';
import { actionsFor } from '../matters/actions.ts';
import { peopleIn } from '../matters/hands.ts';
import { wordsIn } from '../matters/reveal.ts';
import { NotFound } from '../refusal.ts';
import { itemView } from './item-view.ts';
import { lineOf } from './line.ts';
import { begunAt } from './look.ts';
import type { Looking } from './look.ts';
import { namesWithin, toldTo } from './names.ts';
import { rowOf } from './row.ts';
import type { ItemWithActions } from './shown.ts';
import { namingFor } from './sight.ts';

/** A thing on the list of a process, with what this caller may do about it. Throws NotFound. */
export async function viewItem(
  course: Course,
  key: string,
  looking: Looking,
): Promise<z.infer<typeof ItemWithActions>> {
  const { db } = course;
  const { subject, language } = looking;
  const { processId, localId } = partsOf(key) ?? { processId: '', localId: '' };
  const { scene, whole } = await begunAt(course, processId);
  const { state, definition } = scene;
  const item = state.items[localId];
  if (item === undefined) throw new NotFound();
  const row = await rowOf(db, processId);
  const naming = namingFor(subject, whole);
  const named = await namesWithin(db, language, {
    told: toldTo(naming),
    pieces: [item.facts],
    more: { people: [...peopleIn([item.by]), ...[subject.personId ?? []].flat()], places: [state.place] },
  });
  const words = await wordsIn(db, item.facts);
  const look = { state, numbers: row.numbers, named, words, naming, language };
  const isAboutIt = ({ act, target }: Offer) => act.on === 'item' && target === localId;
  const { id, href, process, label, status } = lineOf(row, named.titles, language);
  const isLetter = definition.letterOf?.(state, item) !== undefined && row.numbers[localId] !== undefined;
  return {
    ...itemView(item, look, subject),
    process: { id, href, process, label, status },
    names: named.names,
    links: { letter: isLetter ? `/api/v1/items/${key}/letter.pdf` : null },
    actions: await actionsFor(course, processId, looking, isAboutIt),
  };
}
