import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import { sealWords } from '../../../prisma/words.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import { actNamed } from '../../../workflows/process/acts.ts';
import type { Act, Scene } from '../../../workflows/process/definition.ts';
import { capacityFor } from '../../../workflows/process/offers.ts';
import { BadInput, NotNow, NotYours, RuleViolation } from '../../../workflows/rules/violation.ts';
import { act } from '../course/act.ts';
import type { ActBody, Acted } from '../course/act.ts';
import type { Course } from '../course/course.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Malformed, NotFound } from '../refusal.ts';
import { capacitiesIn } from './actors.ts';
import { Choices } from './choices.ts';
import { fieldsOf } from './form.ts';
import { sceneAt } from './scene.ts';

/** An act as it comes in by HTTP: on a process, or on one of its tasks or cards by its local id. */
export type Wish = {
  process: string;
  on: Act['on'];
  target?: string;
  name: string;
  input: unknown;
  key: string;
};

const Input = z.record(z.string(), z.json());

/**
 * Does what somebody wishes, once per key. Throws Malformed, NotFound, BadInput, and what the process refuses; answers
 * accepted, or unknown while nobody knows.
 */
export async function doAct(
  course: Course,
  subject: Subject,
  wish: Wish,
): Promise<Extract<Acted, { kind: 'accepted' | 'unknown' }>> {
  const scene = await sceneAt(course, wish.process);
  if (scene === undefined) throw new NotNow('not-begun');
  const described = actNamed(scene.definition, wish.name);
  if (described === undefined || described.on !== wish.on) throw new NotFound();
  const { data, success } = described.input.safeParse(wish.input);
  if (!success) throw new Malformed(described.input, wish.input);
  const input = Input.parse(JSON.parse(JSON.stringify(data)));
  const making = { course, scene, subject, described, wish, input };
  // Asked before the transaction, which must not wait for a second connection; told inside it, only when the act is new.
  const actor = await capacityOf(making);
  const refused = await notOffered(making);
  const acted = await act(course, {
    ...{ key: wish.key, subjectId: nameOf(subject), process: wish.process, name: wish.name },
    raw: { target: wish.target ?? null, input: wish.input },
    body: async (tx): Promise<ActBody> => {
      if (refused !== undefined) throw refused;
      return { act: described.name, target: wish.target, actor, input: await sealed(tx, making) };
    },
  });
  if (acted.kind === 'conflict') throw new BadInput('idempotency-key-reused');
  if (acted.kind === 'rejected') throw violationOf(acted.refusal);
  return acted;
}

type Making = {
  course: Course;
  scene: Scene;
  subject: Subject;
  described: Act;
  wish: Wish;
  input: z.infer<typeof Input>;
};

/** Where no capacity fits, the first goes along: the process itself refuses then, and that is recorded. */
async function capacityOf({ course, scene, subject, described, wish }: Making): Promise<Actor> {
  const { always, standIn } = await capacitiesIn(course.db, subject, scene.state);
  const inStead = wish.target === undefined ? undefined : standIn.get(wish.target);
  const actors = [...always.filter(({ role }) => role !== 'system'), ...(inStead ? [inStead] : [])];
  try {
    return capacityFor(scene, described, actors, wish.target);
  } catch (error) {
    const [first] = actors;
    if (!(error instanceof RuleViolation)) throw error;
    if (first === undefined) throw new NotYours('not-yours');
    return first;
  }
}

/** What was chosen must be among what could be: a unit, a kind, a matter that is there. Answers the refusal, if any. */
async function notOffered({ course, scene, described, input }: Making): Promise<BadInput | undefined> {
  const choices = new Choices(course.db, 'zh', scene.state);
  for (const [field, name] of fieldsOf(described.input).options) {
    for (const value of [input[field] ?? []].flat()) {
      if (!(await choices.has(name, value))) return new BadInput('not-offered', { field });
    }
  }
  return undefined;
}

/** Words go into the table and leave their reference behind; files become the matter's own. */
async function sealed(
  tx: Tx,
  { course, subject, described, wish, input }: Making,
): Promise<z.infer<typeof Input>> {
  const { words, files } = fieldsOf(described.input);
  const kept = { ...input };
  for (const field of words) {
    const text = kept[field];
    if (typeof text !== 'string') continue;
    const given = {
      matterId: wish.process,
      kind: `${described.name}.${field}`,
      text,
      authorId: subject.personId,
    };
    kept[field] = await sealWords(tx, course.db.keys, given);
  }
  for (const field of files)
    await claim(tx, wish.process, subject, z.array(z.uuid()).parse(kept[field] ?? []));
  return kept;
}

async function claim(tx: Tx, matterId: string, { personId }: Subject, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<{ id: string }>(
    `update attachment set matter_id = $1 where id = any($2::uuid[])
       and (matter_id = $1 or (matter_id is null and author_id is not distinct from $3::uuid)) returning id`,
    [matterId, ids, personId],
  );
  const found = rows.map(({ id }) => id).sort();
  if (!isDeepStrictEqual(found, [...new Set(ids)].sort())) throw new BadInput('attachment-unknown');
}

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
