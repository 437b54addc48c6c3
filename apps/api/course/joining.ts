// A report whose reporter would rather follow an earlier matter: that one is asked first, and what it answers decides with
// what the report begins. Asked once and for all by the report's own id, so that it may be repeated at any time.
import { z } from 'zod';
import type { StartPayload } from '../../../prisma/intake-row.ts';
import { record } from '../../../prisma/record.ts';
import type { Course } from './course.ts';
import { isToBegin, mergedInto, system } from './heir.ts';
import { send } from './send.ts';

/** By their own matter's id, as the process that takes them up knows reporters. */
const Reporter = z.strictObject({ matter: z.uuid(), answerBy: z.string() });
type Reporter = z.infer<typeof Reporter>;

const Follows = z.looseObject({ follows: z.uuid(), reporters: z.tuple([Reporter]) });

type Took = 'taken' | 'ended' | 'unknown';

/**
 * With what a report begins: `follows` names the matter that took its reporter up, which may be the heir of the one that was
 * meant; it is left out where that has ended meanwhile, and the report goes its own way. Undefined: try again later.
 */
export async function joined(
  course: Course,
  id: string,
  payload: StartPayload,
): Promise<StartPayload | undefined> {
  const wish = Follows.safeParse(payload.facts);
  if (!wish.success) return payload;
  const { follows: _follows, ...facts } = payload.facts;
  const [reporter] = wish.data.reporters;
  const asked = new Set([id]);
  let earlier: string | undefined = wish.data.follows;
  while (earlier !== undefined && !asked.has(earlier)) {
    asked.add(earlier);
    const took = await takesUp(course, earlier, reporter);
    if (took === 'unknown') return undefined;
    if (took === 'taken') return { ...payload, facts: { ...facts, follows: earlier } };
    earlier = await mergedInto(course, earlier);
  }
  return { ...payload, facts };
}

/** Asks a matter to take a follower up, and records what happened there. */
async function takesUp(course: Course, earlier: string, reporter: Reporter): Promise<Took> {
  const sent = await send(course, {
    process: earlier,
    name: 'addFollower',
    updateId: `follow:${reporter.matter}`,
    argument: { actor: system, input: reporter, recorded: 0, waitedMs: 0 },
  });
  if (sent.kind === 'unknown') return 'unknown';
  if (sent.kind === 'answered') {
    await record(course.db, earlier, sent.answer.entries);
    return sent.answer.refusal === undefined ? 'taken' : 'ended';
  }
  if (await isToBegin(course, earlier)) return 'unknown';
  return (await hasTaken(course, earlier, reporter)) ? 'taken' : 'ended';
}

/** It took the reporter up before and has ended since: that answer stands. */
async function hasTaken({ db }: Course, earlier: string, { matter }: Reporter): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `select 1 from process where id = $1 and state -> 'facts' -> 'reporters' @> $2::jsonb`,
    [earlier, JSON.stringify([{ matter }])],
  );
  return rowCount === 1;
}
