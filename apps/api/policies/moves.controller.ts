import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Proposed } from '../../../prisma/proposals.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { moveProcess, movesTo } from '../course/move.ts';
import type { NewNumbers } from '../course/move.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { actorsOfPosts } from '../matters/actors.ts';
import { sceneAt } from '../matters/scene.ts';
import { cut, PageQuery, pageOf, placeOf } from '../page.ts';
import { NotFound } from '../refusal.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Wanted } from '../wanted.ts';
import { Move, namedMoves, ShownMove } from './named-moves.ts';
import { moving } from './offers.ts';
import { supervises } from '../../../workflows/process/actor.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import { timesOf } from '../wire.ts';
import { mustGovern } from './right.ts';

const Version = z.object({ what: Proposed, name: z.string(), version: z.string() });
type Version = z.infer<typeof Version>;
export const MovesQuery = PageQuery.extend(Version.shape);

/** At most so many in one request; the list above is paged likewise. */
const MOST = 200;
const Moving = Version.extend({
  processes: z.array(z.uuid()).min(1).max(MOST),
  grounds: z.string().trim().min(1).max(4000),
});
const Outcome = z.object({ id: z.uuid(), outcome: z.enum(['accepted', 'rejected', 'unknown', 'absent']) });

/** Running processes keep their numbers unless they are moved: seen first, then done, each by an act on its own record. */
@Controller('api/v1/policies/moves')
export class MovesController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get()
  @Action('policies:read')
  @Answers(
    200,
    pageOf(ShownMove).extend({ actions: z.array(ShownAction) }),
    'Open processes that count by another version, each with the clocks that would move; `actions`: to move them',
  )
  async list(
    @Query({ schema: MovesQuery }) query: z.infer<typeof MovesQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    const [, after] = placeOf(query.cursor) ?? [];
    const numbers = await this.#numbers(query);
    const moves = await movesTo(this.course, numbers, { limit: query.limit + 1, after });
    const page = cut(
      moves,
      query.limit,
      (move) => Move.parse(timesOf(move)),
      ({ id }) => [null, id],
    );
    const items = await namedMoves(this.course.db, page.items, language);
    return { ...page, items, actions: await moving(this.course.db.pool, subject, query, language) };
  }

  @Post()
  @Action('policies:propose')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, z.object({ items: z.array(Outcome) }), 'What became of each')
  async move(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Moving }) given: z.infer<typeof Moving>,
  ) {
    await mustGovern(this.course.db.pool, subject, given.what, given.name);
    const numbers = await this.#numbers(given);
    const items: z.infer<typeof Outcome>[] = [];
    for (const id of given.processes) {
      items.push({ id, outcome: await this.#moveOne(id, subject, numbers, { key, grounds: given.grounds }) });
    }
    return { items };
  }

  async #moveOne(
    id: string,
    subject: Subject,
    numbers: NewNumbers,
    { key, grounds }: { key: string; grounds: string },
  ): Promise<z.infer<typeof Outcome>['outcome']> {
    const scene = await sceneAt(this.course, id);
    if (scene === undefined) return 'absent';
    const actors = await actorsOfPosts(this.course.db, subject);
    const actor = actors.find((one) => supervises(one, scene.state.place));
    if (actor === undefined) throw new NotYours('not-yours');
    const moving = { actor, subjectId: nameOf(subject), key, grounds };
    const { kind } = await moveProcess(this.course, scene, numbers, moving);
    return kind === 'conflict' ? 'rejected' : kind;
  }

  async #numbers({ what, name, version }: Version): Promise<NewNumbers> {
    const { book } = this.course;
    try {
      return what === 'policy'
        ? { policy: await book.policy(name, version) }
        : { calendar: await book.calendar(name, version) };
    } catch {
      throw new NotFound();
    }
  }
}
