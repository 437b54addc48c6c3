import { Controller, Inject, Req, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  buffer,
  endWith,
  filter,
  finalize,
  from,
  interval,
  map,
  merge,
  mergeMap,
  of,
  share,
  takeUntil,
  takeWhile,
  throttleTime,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Measures } from '../health/measures.ts';
import { TooOften } from '../refusal.ts';
import { Changes } from './changes.ts';
import { EVERYTHING, gathered, topicsOf } from './topics.ts';

/** Changes of this long are told together; a heart beats this often; a stream lives this long. Milliseconds. */
const GATHER = 250;
const BEAT = 25_000;
const LIFE = 60 * 60_000;

/** Consoles of one person that may listen at once. */
const MOST_STREAMS = 20;

@Controller('api/v1/events')
export class EventsController {
  readonly #open = new Map<string, number>();

  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(openDatabase) private readonly db: Database,
    @Inject(Measures) private readonly measures: Measures,
  ) {}

  /**
   * Events `stale` with `{topics}`: `matter:<id>`, `matters`, `process:<id>`, `processes`, `items`, `tasks`, `notices` or
   * `everything`. Ends after an hour or when the session does; a client that comes back is told that everything may be
   * stale.
   */
  @Sse()
  @Action('events:listen')
  listen(@Caller() subject: Subject, @Req() request: FastifyRequest): Observable<MessageEvent> {
    this.#enter(nameOf(subject));
    const isBack = request.headers['last-event-id'] !== undefined;
    const hello: MessageEvent = { type: 'hello', data: {}, retry: 3_000 };
    const first = isBack ? [hello, stale([EVERYTHING])] : [hello];
    const ended = this.changes.stream.pipe(
      filter(() => false),
      endWith(true),
    );
    return merge(from(first), this.#staleFor(subject), this.#beats(subject)).pipe(
      takeWhile((message) => message !== undefined),
      takeUntil(merge(timer(LIFE), ended)),
      finalize(() => this.#leave(nameOf(subject))),
    );
  }

  #staleFor(subject: Subject): Observable<MessageEvent> {
    const mine = this.changes.stream.pipe(
      map((change) => topicsOf(change, subject)),
      filter((topics) => topics.length > 0),
      share(),
    );
    const flush = mine.pipe(throttleTime(GATHER, undefined, { leading: false, trailing: true }));
    return mine.pipe(
      buffer(flush),
      filter((lists) => lists.length > 0),
      map((lists) => stale(gathered(lists.flat()))),
    );
  }

  /** Keeps proxies from closing the line, and ends it with the session: undefined is the end. */
  #beats(subject: Subject): Observable<MessageEvent | undefined> {
    return interval(BEAT).pipe(
      mergeMap(() => (subject.sessionId === null ? of(true) : this.#isOpen(subject.sessionId, subject))),
      map((isOpen) => (isOpen ? { comment: 'still here' } : undefined)),
    );
  }

  /** It ends as well when a post was given or ended: the console comes back and is known by the posts held now. */
  async #isOpen(id: string, { posts }: Subject): Promise<boolean> {
    const { rowCount } = await this.db.pool.query(
      `select 1 from session where id = $1 and revoked_at is null and expires_at > now()
         and array(select id::text from post where post.person_id = session.person_id and ended_at is null order by post.id) = $2`,
      [id, posts.map((post) => post.id)],
    );
    return rowCount === 1;
  }

  #enter(name: string): void {
    const count = this.#open.get(name) ?? 0;
    if (count >= MOST_STREAMS) throw new TooOften('too-often', 30);
    this.#open.set(name, count + 1);
    this.measures.streams.inc();
  }

  #leave(name: string): void {
    const count = (this.#open.get(name) ?? 1) - 1;
    if (count === 0) this.#open.delete(name);
    else this.#open.set(name, count);
    this.measures.streams.dec();
  }
}

const stale = (topics: string[]): MessageEvent => ({ type: 'stale', data: { topics } });
