// `npm run bench`: how long reads and acts take, and whether reads grow with what is over. Here a town is filled with
// matters; reads.ts says what is asked, acts.ts what is done, run.ts puts it together.
import { inTransaction } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { COPIES, COPY, insertInto, listsOf } from './copy-sql.ts';
import { courses } from './courses.ts';
import { keepCourse } from './keep.ts';
import { castOf } from './model.ts';
import type { Cast } from './model.ts';
import { templateOf } from './template.ts';
import type { Template } from './template.ts';

/** Matters that are over have come in over so many days. */
const DAYS = 730;

/** So many matters are written in one transaction. */
const BATCH = 2_500;

/** Copies of a few matters that were played and recorded. What was said stays sealed to the first of each: copies of it do not open. */
export class Multiplier {
  #made = 0;

  private constructor(
    private readonly db: Database,
    private readonly cast: Cast,
    private readonly templates: readonly Template[],
    private readonly now: Date,
  ) {
    this.#made = templates.length;
  }

  /** Plays every course once, in the town that is there, and keeps it to be copied. */
  static async begin(db: Database, now = new Date()): Promise<Multiplier> {
    const cast = await castOf(db);
    const templates: Template[] = [];
    for (const course of courses) {
      templates.push(await templateOf(db, cast, await keepCourse(db, cast, course, now)));
    }
    return new Multiplier(db, cast, templates, now);
  }

  /** Fills up to so many matters in all. */
  async fillTo(matters: number): Promise<void> {
    for (; this.#made < matters; this.#made = Math.min(matters, this.#made + BATCH)) {
      const [from, until] = [this.#made + 1, Math.min(matters, this.#made + BATCH)];
      await inTransaction(this.db, (tx) => this.#write(tx, from, until));
    }
    await this.db.pool.query('analyze');
  }

  async #write(tx: Tx, from: number, until: number): Promise<void> {
    await tx.query(COPIES);
    for (const [i, { ids, times, begun, ended }] of this.templates.entries())
      await tx.query(COPY, [
        ...[from, until, ...which(i), DAYS, ids.length, times, begun, ended, this.now],
        ...listsOf(this.cast),
      ]);
    for (const [i, { forms }] of this.templates.entries())
      for (const { table, texts } of forms) await tx.query(insertInto(table), [i, texts]);
  }
}

/** The course's number; of a hundred matters the first that takes it, and the first that does not; whether it is over. */
function which(i: number): readonly unknown[] {
  const first = courses.slice(0, i).reduce((sum, { share }) => sum + share, 0);
  const course = courses[i];
  return [i, first, first + (course?.share ?? 0), course?.openFor === undefined];
}
