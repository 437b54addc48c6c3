import { catalog } from '../../../workflows/catalog.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { Begins, Entrance, Threshold } from '../../../workflows/process/entrance.ts';
import { NotNow, RuleViolation } from '../../../workflows/rules/violation.ts';
import type { Course } from '../course/course.ts';
import type { Subject } from '../door/subject.ts';
import { fieldsOf } from '../matters/form.ts';
import { NotFound } from '../refusal.ts';
import { choicesFrom, mayBegin } from './entrances.ts';
import { filledIn, notOffered } from './filling.ts';
import type { Filled } from './filling.ts';
import { Towns } from './towns.ts';

/** An entrance as somebody comes to it by HTTP. */
export type Coming = { process: string; entrance: string; input: unknown; key: string };

/** Whoever stands at an entrance, with what he filled in, and what would begin by it. */
export type Standing = {
  course: Course;
  subject: Subject;
  definition: ProcessDefinition;
  entrance: Entrance;
  actor: Actor;
  input: Filled;
  key: string;
  threshold: Threshold;
  /** Told inside the transaction, only when the wish is new. */
  planned: Begins | RuleViolation;
};

/** Everything that is asked of the database before the transaction, which must not wait for a second connection. */
export async function comeTo(course: Course, subject: Subject, coming: Coming): Promise<Standing> {
  const definition = Object.hasOwn(catalog, coming.process) ? catalog[coming.process] : undefined;
  const entrance = definition?.entrances?.find(({ name }) => name === coming.entrance);
  if (definition === undefined || entrance === undefined) throw new NotFound();
  const towns = new Towns(course.db);
  const actor = await mayBegin(course.db, subject, towns, definition, entrance);
  const input = filledIn(entrance.input, coming.input);
  const threshold = await thresholdAt(towns, definition, actor, input);
  const refused = await notOffered(choicesFrom(course.db, 'zh', actor, subject), entrance.input, input);
  const begins = refused ?? planOf(entrance, actor, input, threshold);
  const isRun = begins instanceof RuleViolation || (await towns.runs(definition.name, begins.place));
  const planned = isRun ? begins : new NotNow('process-not-run');
  return { course, subject, definition, entrance, actor, input, key: coming.key, threshold, planned };
}

/** The numbers in force where the person stands, or else at the place that was filled in. */
async function thresholdAt(
  towns: Towns,
  { name, numbers }: ProcessDefinition,
  actor: Actor,
  { place }: Filled,
): Promise<Threshold> {
  const where = actor.place === '' && typeof place === 'string' ? place : actor.place;
  const inForce = (await towns.at(where)).find(({ policy }) => Object.hasOwn(policy.processes, name));
  if (inForce === undefined) throw new NotNow('process-not-run');
  const { policy, calendar } = inForce;
  const time = { calendar, office: policy.office };
  return { now: new Date(), time, numbers: numbers?.parse(policy.processes[name] ?? {}) };
}

function planOf(
  entrance: Entrance,
  actor: Actor,
  input: Filled,
  threshold: Threshold,
): Begins | RuleViolation {
  try {
    return entrance.begin(actor, unsealed(entrance, input), threshold);
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
}

/** In place of words that are not sealed yet, so that nothing of them gets into what is only planned. */
const NOTHING_SAID = `w:00000000-0000-0000-0000-000000000000:${'0'.repeat(64)}`;

function unsealed({ input: form }: Entrance, input: Filled): Filled {
  const said = fieldsOf(form).words.filter((field) => typeof input[field] === 'string');
  return { ...input, ...Object.fromEntries(said.map((field) => [field, NOTHING_SAID])) };
}
