import { Inject, Injectable } from '@nestjs/common';
import type { Course } from '../course/course.ts';
import { openCourse } from '../course-given.ts';
import { readEnvironment } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { Readiness } from '../health/readiness.ts';
import { worstFirst } from './alarm.ts';
import type { Finding } from './alarm.ts';
import { counted } from './counted.ts';
import { numbersOf } from './numbers.ts';
import { disk, reached, schedules, skewOf, workers } from './services.ts';
import type { Name } from './words-zh.ts';

/** Everybody who asks within this time gets the same answer: many open pages look once. Milliseconds. */
const FRESH = 2_000;

type Look = { at: Date; findings: readonly Finding[] };

/** Looks at every part of the house. What has no beginning of its own counts from when it was first seen. */
@Injectable()
export class Watch {
  #last: { at: number; look: Promise<Look> } | undefined;
  readonly #seen = new Map<Name, Date>();

  constructor(
    @Inject(openCourse) private readonly course: Course,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(readEnvironment) private readonly environment: Environment,
  ) {}

  look(now = new Date()): Promise<Look> {
    if (this.#last !== undefined && now.getTime() - this.#last.at < FRESH) return this.#last.look;
    const look = this.#look(now);
    this.#last = { at: now.getTime(), look };
    look.catch(() => (this.#last = undefined)); // whoever asked is told; the next one looks again
    return look;
  }

  async #look(at: Date): Promise<Look> {
    const [parts, checks, room] = await Promise.all([
      this.#numbers(),
      this.readiness.check(),
      disk(this.environment.home),
    ]);
    const { database, migrations, temporal } = checks;
    const isThere = temporal === 'up';
    const [worker, begun] = await Promise.all([
      workers(this.course, at, isThere),
      schedules(this.course, at, isThere),
    ]);
    const services = [
      reached('database', database),
      reached('migrations', migrations),
      reached('temporal', temporal),
      worker,
    ];
    return {
      at,
      findings: worstFirst([...services, ...parts, begun, ...room].map((one) => this.#since(one, at))),
    };
  }

  async #numbers(): Promise<Finding[]> {
    const asked = new Date();
    const numbers = await numbersOf(this.course.db);
    return [...counted(numbers), skewOf(numbers.now, asked, new Date())];
  }

  #since(finding: Finding, at: Date): Finding {
    if (finding.level === 'ok') {
      this.#seen.delete(finding.name);
      return finding;
    }
    const first = this.#seen.get(finding.name) ?? at;
    this.#seen.set(finding.name, first);
    return { ...finding, since: finding.since ?? first };
  }
}
