import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';
import { resourceOf } from '../door/resource.ts';
import { unitsOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Choices } from '../matters/choices.ts';
import { COLLEAGUES } from '../matters/colleague.ts';
import { referencesIn } from '../matters/reveal.ts';
import { stateOf } from '../matters/scene.ts';
import { cut, pageOf, placeOf } from '../page.ts';
import type { PageQuery } from '../page.ts';
import { NotFound } from '../refusal.ts';
import { isOffice, namingFor } from './sight.ts';

/** What forms of a process choose from, with the words that this subject may read. */
export async function choicesAt(
  db: Database,
  subject: Subject,
  language: Language,
  state: State,
): Promise<Choices> {
  const reads = await readsOf(db, subject, state);
  const units = unitsOf(subject);
  return new Choices(db, language, { state, area: state.place, isInside: isOffice(subject), reads, units });
}

/** Which sealed words of a process the subject may read: all, or those of what is his own. */
async function readsOf(
  db: Database,
  subject: Subject,
  state: State,
): Promise<(reference: string) => boolean> {
  const { choices, isMatter } = processNamed(state.process);
  if (choices === undefined || isMatter === true) return () => false;
  const resource = await resourceOf(db, 'process', state.id);
  if (resource !== undefined && namingFor(subject, resource).sight === 'all') return () => true;
  const own = Object.values(state.items).filter(
    ({ facts }) => subject.personId !== null && facts['person'] === subject.personId,
  );
  const known = new Set(referencesIn(own));
  return (reference) => known.has(reference);
}

export const ChoicePage = pageOf(z.object({ value: z.string(), title: z.string() }));

type Asking = { subject: Subject; language: Language; page: PageQuery };

/** A page of one list of a process, in its order. Throws NotFound where it has no such list. */
export async function choicesNamed(
  { db }: Pick<Course, 'db'>,
  id: string,
  name: string,
  { subject, language, page }: Asking,
): Promise<z.infer<typeof ChoicePage>> {
  const state = await stateOf(db, id);
  if (state === undefined) throw new NotFound();
  const isOfTask = name.startsWith(`${COLLEAGUES}:`);
  if (!isOfTask && processNamed(state.process).choices?.[name] === undefined) throw new NotFound();
  const offered = await (await choicesAt(db, subject, language, state)).of(name);
  const [after = 0] = placeOf(page.cursor) ?? [];
  const rest = (offered?.items ?? []).map((one, i) => ({ ...one, place: i + 1 })).slice(Number(after));
  return cut(
    rest.slice(0, page.limit + 1),
    page.limit,
    ({ value, title }) => ({ value, title }),
    ({ place }) => [place, ''],
  );
}
