import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { Time } from '../wire.ts';
import { BandQuery, BandShown, bandsOf } from './bands.ts';
import { marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { Scorecard, ScoredMatter, scorecards } from './scorecard.ts';

const ScoresQuery = z.object({
  by: z.enum(['unit', 'grid']).default('unit'),
  from: Time.optional(),
  until: Time.optional(),
});
type ScoresQuery = z.infer<typeof ScoresQuery>;

const Scores = z.object({ items: z.array(Scorecard) });

/** A grid is a community here: the first three places of the path. */
const OWNER = {
  unit: 'm.lead_unit_id::text',
  grid: `array_to_string((string_to_array(m.place_path, '/'))[1:3], '/')`,
} as const;
const TITLES = {
  unit: 'select id::text as owner, name, name_en, null as path from unit where id::text = any($1)',
  grid: 'select path as owner, name, name_en, path from place where path = any($1)',
} as const;
const MONTH = 31 * 86_400_000;

const periodIn = ({ from, until }: Omit<ScoresQuery, 'by'>) => [
  from ?? new Date(Date.now() - MONTH),
  until ?? new Date(),
];

/** What closed and scored matters come to, for units and grids, in what the caller may see. */
@Controller('api/v1/scores')
export class ScoresController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(openCourse) private readonly course: Course,
  ) {}

  @Get('bands')
  @Action('overview:read')
  @Answers(
    200,
    z.object({ items: z.array(BandShown) }),
    'How often each community begins what is a sign by its number',
  )
  async bands(
    @Query({ schema: BandQuery }) query: BandQuery,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return { items: await bandsOf(this.db, subject, query, language) };
  }

  @Get()
  @Action('overview:read')
  @Answers(200, Scores, 'Scorecards of a period by unit or grid; without dates, of the last 31 days')
  async list(
    @Query({ schema: ScoresQuery }) query: ScoresQuery,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Scores>> {
    const [matters, marks] = await Promise.all([this.#scored(query, subject), this.#marks(query, subject)]);
    const path = subject.posts[0]?.placePath ?? (await this.#anyPath());
    const inForce = await policyInForce(this.db.pool, path, new Date());
    if (inForce === undefined) throw new NotFound();
    const owners = [...new Set([...matters.map(({ owner }) => owner), ...marks.keys()])];
    const titles = await this.#titles(query.by, owners, language);
    return { items: scorecards(matters, (owner) => titles.get(owner) ?? owner, inForce.policy.rates, marks) };
  }

  /** Only units are marked. */
  async #marks(query: ScoresQuery, subject: Subject): Promise<Map<string, Marks>> {
    return query.by === 'unit' ? marksOf(this.course, subject, periodIn(query)) : new Map();
  }

  async #scored({ by, ...query }: ScoresQuery, subject: Subject): Promise<ScoredMatter[]> {
    const period = periodIn(query);
    const seen = scope(
      subject,
      'overview:read',
      { unitIds: 'm.unit_ids', placePath: 'm.place_path' },
      period,
    );
    const { rows } = await this.db.pool.query(
      `select m.id::text, ${OWNER[by]} as owner, m.score, p.state -> 'facts' ->> 'exclusion' as exclusion,
              coalesce((p.state -> 'facts' ->> 'isExcluded')::boolean, false) as "isExcluded",
              coalesce((p.state -> 'facts' ->> 'rehandlings')::int, 0) as rehandlings,
              coalesce(p.state -> 'facts' -> 'ratings', '[]') as ratings,
              coalesce(p.state -> 'facts' -> 'score' -> 'lines' @> '[{"reason": "late"}]', false) as "isLate"
       from matter m join process p on p.id = m.id
       where m.closed_at between $1 and $2 and m.score is not null and ${OWNER[by]} is not null and ${seen.sql}`,
      seen.values,
    );
    return z.array(ScoredMatter).parse(rows);
  }

  async #titles(
    by: ScoresQuery['by'],
    owners: readonly string[],
    language: Language,
  ): Promise<Map<string, string>> {
    type Row = { owner: string; name: string; name_en: string };
    const { rows } = await this.db.pool.query<Row>(TITLES[by], [owners]);
    return new Map(rows.map(({ owner, name, name_en }) => [owner, language === 'zh' ? name : name_en]));
  }

  async #anyPath(): Promise<string> {
    const { rows } = await this.db.pool.query<{ path: string }>(
      'select path from place order by length(path) limit 1',
    );
    return rows[0]?.path ?? '';
  }
}
