import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { Actor } from '../../../workflows/process/actor.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { Entrance } from '../../../workflows/process/entrance.ts';
import { NotNow, NotYours, RuleViolation } from '../../../workflows/rules/violation.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { actorsOfPosts } from '../matters/actors.ts';
import { Choices, filled } from '../matters/choices.ts';
import { formOf } from '../matters/form.ts';
import type { ShownAction } from '../matters/shown-action.ts';
import { isOffice } from './sight.ts';
import { Towns } from './towns.ts';

/** In which capacities somebody may begin a process: by each post, and where anybody may come, as who they are. */
async function capacitiesAt(db: Database, subject: Subject, isPublic: boolean): Promise<Actor[]> {
  const posts = (await actorsOfPosts(db, subject)).filter(({ role }) => role !== 'system');
  const { personId: person } = subject;
  return isPublic ? [...posts, Actor.parse({ person, role: 'resident', unit: null, place: '' })] : posts;
}

/** The capacity in which the subject may begin it. Throws the refusal of the first, or that no town here runs it. */
export async function mayBegin(
  db: Database,
  subject: Subject,
  towns: Towns,
  { name, isPublic }: ProcessDefinition,
  entrance: Entrance,
): Promise<Actor> {
  const refusals: RuleViolation[] = [];
  for (const actor of await capacitiesAt(db, subject, isPublic === true)) {
    const refusal = (await towns.runs(name, actor.place))
      ? refusalOf(entrance, actor)
      : new NotNow('process-not-run');
    if (refusal === undefined) return actor;
    refusals.push(refusal);
  }
  throw refusals[0] ?? new NotYours('not-yours');
}

function refusalOf(entrance: Entrance, actor: Actor): RuleViolation | undefined {
  try {
    entrance.may(actor);
    return undefined;
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
}

/** The entrances that the subject may use, with forms in his language. `only`: of these kinds of processes. */
export async function entrancesFor(
  db: Database,
  subject: Subject,
  language: Language,
  only?: readonly string[],
): Promise<ShownAction[]> {
  const towns = new Towns(db);
  const wanted = Object.values(catalog).filter(({ name }) => only === undefined || only.includes(name));
  const doors = wanted.flatMap((definition) =>
    (definition.entrances ?? []).map((entrance) => ({ definition, entrance })),
  );
  const shown = await Promise.all(
    doors.map(async ({ definition, entrance }) => {
      const actor = await mayBegin(db, subject, towns, definition, entrance).catch(noneIfRefused);
      return actor === undefined ? [] : actionOf(db, definition, entrance, { actor, subject, language });
    }),
  );
  return shown.flat();
}

function noneIfRefused(error: unknown): undefined {
  if (error instanceof RuleViolation) return undefined;
  throw error;
}

type Standing = { actor: Actor; subject: Subject; language: Language };

async function actionOf(
  db: Database,
  { name: process }: ProcessDefinition,
  { name, title, input }: Entrance,
  { actor, subject, language }: Standing,
): Promise<ShownAction[]> {
  const form = await filled(formOf(input, language), choicesFrom(db, language, actor, subject));
  if (form === undefined) return [];
  const href = `/api/v1/processes/${process}/entrances/${name}`;
  return [{ name, title: title[language], method: 'POST', href, input: form, process }];
}

/** What can be chosen at an entrance: places and people of the area of the post. */
export const choicesFrom = (db: Database, language: Language, { place }: Actor, subject: Subject): Choices =>
  new Choices(db, language, { area: place === '' ? undefined : place, isInside: isOffice(subject) });
