import { covers } from '../../../workflows/process/actor.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import { actNamed } from '../../../workflows/process/acts.ts';
import type { Act, Scene } from '../../../workflows/process/definition.ts';
import { capacityFor } from '../../../workflows/process/offers.ts';
import { BadInput, NotNow, NotYours, RuleViolation } from '../../../workflows/rules/violation.ts';
import { act } from '../course/act.ts';
import type { ActBody, Acted } from '../course/act.ts';
import type { Course } from '../course/course.ts';
import { nameOf, unitsOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { hrefOf } from '../processes/address.ts';
import { filledIn, notOffered, sealed } from '../processes/filling.ts';
import type { Filled } from '../processes/filling.ts';
import { isOffice } from '../processes/sight.ts';
import { NotFound } from '../refusal.ts';
import { capacitiesIn } from './actors.ts';
import { Choices } from './choices.ts';
import { colleagueIn } from './colleague.ts';
import { sceneAt } from './scene.ts';

/** An act as it comes in by HTTP: on a process, or on one of its tasks, cards or items by its local id. */
export type Wish = {
  process: string;
  on: Act['on'];
  target?: string;
  name: string;
  input: unknown;
  key: string;
};

/**
 * Does what somebody wishes, once per key. Throws Malformed, NotFound, BadInput, and what the process refuses; answers
 * accepted, or unknown while nobody knows.
 */
export async function doAct(course: Course, subject: Subject, wish: Wish): Promise<Done> {
  const scene = await sceneAt(course, wish.process);
  if (scene === undefined) throw new NotNow('not-begun');
  const described = actNamed(scene.definition, wish.name);
  if (described === undefined || described.on !== wish.on) throw new NotFound();
  const input = filledIn(described.input, wish.input);
  const making = { course, scene, subject, described, wish, input };
  // Asked before the transaction, which must not wait for a second connection; told inside it, only when the act is new.
  const actor = await capacityOf(making);
  const refused = await notOffered(choicesWithin(making), described.input, input, wish.target);
  const colleague = await colleagueIn(course.db, described.input, input);
  const acted = await act(course, {
    ...{ key: wish.key, subjectId: nameOf(subject), process: wish.process, name: wish.name },
    raw: { target: wish.target ?? null, input: wish.input },
    body: async (tx): Promise<ActBody> => {
      if (refused !== undefined) throw refused;
      const saying = { process: wish.process, name: described.name, authorId: subject.personId };
      const kept = await sealed(tx, course.db.keys, described.input, { input, saying });
      return { act: described.name, target: wish.target, actor, colleague, input: kept };
    },
  });
  if (acted.kind === 'conflict') throw new BadInput('idempotency-key-reused');
  if (acted.kind === 'rejected') throw violationOf(acted.refusal);
  return { ...acted, href: hrefOf(scene.state.process, scene.state.id) };
}

/** `href`: of the process that the act was done to. */
type Done = Extract<Acted, { kind: 'accepted' | 'unknown' }> & { href: string };

/** Only values are asked for: nobody's words. */
const choicesWithin = ({ course, scene: { state }, subject }: Making): Choices =>
  new Choices(course.db, 'zh', {
    ...{ state, area: state.place, isInside: isOffice(subject) },
    units: unitsOf(subject),
  });

type Making = {
  course: Course;
  scene: Scene;
  subject: Subject;
  described: Act;
  wish: Wish;
  input: Filled;
};

/** Where no capacity fits, the first goes along: the process itself refuses then, and that is recorded. */
async function capacityOf({ course, scene, subject, described, wish, input }: Making): Promise<Actor> {
  const { always, standIn } = await capacitiesIn(course.db, subject, scene.state);
  const inStead = wish.target === undefined ? undefined : standIn.get(wish.target);
  const held = [...always.filter(({ role }) => role !== 'system'), ...(inStead ? [inStead] : [])];
  const actors = nearestFirst(held, input);
  try {
    return capacityFor(scene, described, actors, wish.target);
  } catch (error) {
    const [first] = actors;
    if (!(error instanceof RuleViolation)) throw error;
    if (first === undefined) throw new NotYours('not-yours');
    return first;
  }
}

/** With posts in several places somebody acts by one in whose area the place lies that the form names, if there is one. */
export const nearestFirst = (actors: readonly Actor[], { place }: Filled): readonly Actor[] =>
  typeof place !== 'string'
    ? actors
    : actors.toSorted((a, b) => Number(covers(b.place, place)) - Number(covers(a.place, place)));

const kinds = { NotYours, NotNow, BadInput } as const;

/** The refusal of a process as the error that the problem table knows. */
export function violationOf({
  kind,
  code,
  facts,
}: {
  kind: string;
  code: string;
  facts: object;
}): RuleViolation {
  const plain = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  const known = Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? RuleViolation;
  return new known(code, Object.fromEntries(plain));
}
