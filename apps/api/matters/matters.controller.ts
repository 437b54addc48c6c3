import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { sealWords } from '../../../prisma/words.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import { hasRole, nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import type { Language } from '../language.ts';
import { PageQuery, pageOf, placeOf } from '../page.ts';
import { Malformed } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { isInside } from '../watch/hands.ts';
import { Choices, filled } from './choices.ts';
import { Deadlines, deadlinesOf } from './deadlines.ts';
import { formOf } from './form.ts';
import { HistoryPage, readHistory } from './history.ts';
import { takeReport, wayOf } from './intake.ts';
import { listMatters, MatterQuery } from './list.ts';
import { AnyReport, OwnReport, Report, StaffReport } from './report.ts';
import { stateOf } from './scene.ts';
import { runningIn } from './running.ts';
import { MatterLine, MatterPage, Shown } from './shown.ts';
import { reportsLike } from './similar.ts';
import { viewMatter } from './view.ts';

const Taken = z.object({ id: z.uuid(), receipt: z.string(), code: z.string(), href: z.string() });
const Similar = pageOf(MatterLine.extend({ words: z.string().nullable() }));

@Controller('api/v1/matters')
export class MattersController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  /** Taken in at once, also while Temporal is away. Residents need no account: the receipt and its code open it again. */
  @Post()
  @Action('matters:report')
  @Limited({ times: 30, seconds: 60, strangersOnly: true })
  @NeedsKey()
  @Answers(201, Taken, 'Taken in; `code` is told this once')
  async report(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: AnyReport }) report: AnyReport,
  ) {
    if (wayOf(subject) === 'resident') mustBeResidents(report);
    const receipt = await takeReport(this.course.db, subject, key, report);
    return { ...receipt, href: `/api/v1/matters/${receipt.id}` };
  }

  @Get()
  @Action('matters:list')
  @Answers(200, MatterPage, 'The matters that I may see; `actions`: what I may report')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: MatterQuery }) query: MatterQuery,
    @Wanted() language: Language,
  ) {
    const page = await listMatters(this.course.db, subject, query, language);
    const running = await runningIn(this.course, isInside(subject) ? page.items : [], language);
    const items = page.items.map((line) => ({ ...line, running: running.get(line.id) ?? null }));
    return { ...page, items, actions: await this.#reporting(subject, language) };
  }

  /** An auditor who needs to know the reporter says why in `X-Purpose` (percent-encoded); that is recorded. */
  @Get(':id')
  @Action('matters:read', 'matter')
  @Answers(200, Shown, 'The matter, with everything that I may see and do')
  async read(
    @Param('id') id: string,
    @Caller() subject: Subject,
    @Wanted() language: Language,
    @Headers('x-purpose') purpose: string | undefined,
  ) {
    const hasPurpose = purpose !== undefined && (await this.#notePurpose(id, subject, purpose));
    return viewMatter(this.course, id, { subject, language, hasPurpose });
  }

  @Get(':id/history')
  @Action('matters:read', 'matter')
  @Answers(200, HistoryPage, 'What happened, in order')
  history(
    @Param('id') id: string,
    @Caller() subject: Subject,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
    @Wanted() language: Language,
  ) {
    const [after = 0] = placeOf(cursor) ?? [];
    return readHistory(this.course, id, { subject, language }, { limit, after: Number(after) });
  }

  @Get(':id/deadlines')
  @Action('matters:read', 'matter')
  @Answers(200, Deadlines, 'Each clock, explained')
  deadlines(@Param('id') id: string, @Wanted() language: Language) {
    return deadlinesOf(this.course, id, language);
  }

  @Get(':id/similar')
  @Action('matters:compare', 'matter')
  @Answers(200, Similar, 'Candidates for duplicates, each with its whole report')
  async similar(@Param('id') id: string, @Wanted() language: Language) {
    const state = await stateOf(this.course.db, id);
    return { items: state === undefined ? [] : await reportsLike(this.course.db, state, language) };
  }

  async #reporting(subject: Subject, language: Language) {
    const schema = wayOf(subject) === 'resident' ? Report : StaffReport;
    const input = await filled(formOf(schema, language), new Choices(this.course.db, language));
    const title = language === 'zh' ? '反映事项' : 'Report a matter';
    return input === undefined
      ? []
      : [{ name: 'reportMatter', title, method: 'POST', href: '/api/v1/matters', input }];
  }

  async #notePurpose(id: string, subject: Subject, encoded: string): Promise<boolean> {
    if (!hasRole(subject, 'auditor')) return false;
    const text = decoded(encoded);
    const deed = {
      key: crypto.randomUUID(),
      subject: nameOf(subject),
      name: 'seeReporter',
      processId: id,
      raw: text,
    };
    const { db } = this.course;
    await once(
      db,
      {
        ...deed,
        kept: async (tx) => ({
          purpose: await sealWords(tx, db.keys, {
            matterId: id,
            kind: 'purpose',
            text,
            authorId: subject.personId,
          }),
        }),
      },
      z.object({}),
      async () => ({}),
    );
    return true;
  }
}

const Purpose = z.string().trim().min(4).max(500);

function decoded(encoded: string): string {
  const text = plainOf(encoded);
  const purpose = Purpose.safeParse(text);
  if (!purpose.success) throw new Malformed(Purpose, text);
  return purpose.data;
}

function plainOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded: taken as it is
  }
}

/** A resident does not say how we learned of it, or when it happened. */
function mustBeResidents(report: AnyReport): void {
  const { channel: _channel, ...rest } = report;
  if (!OwnReport.safeParse(rest).success) throw new Malformed(OwnReport, report);
}
