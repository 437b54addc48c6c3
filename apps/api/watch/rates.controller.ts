import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { RatesPolicy } from '../../../workflows/rules/rates.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { PageQuery, pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { inForceFor } from './in-force.ts';
import { windowOf } from './period.ts';
import { RateLine, ratesOf } from './rates.ts';
import { Part, RateFilter, saidIn } from './rates-query.ts';
import { SaidLine, saidPage } from './said.ts';

/** `formula`: the weights, the worth of "basically satisfied" and the reasons for exclusion that the policy sets. */
const Rates = z.object({
  from: z.string(),
  until: z.string(),
  formula: RatesPolicy.pick({ weights: true, basically: true, exclusions: true }),
  policy: z.object({ name: z.string(), version: z.string() }),
  whole: RateLine,
  items: z.array(RateLine),
});

export const SaidQuery = PageQuery.extend({
  ...RateFilter.shape,
  part: Part,
  owner: z.string().max(200).optional(),
});
type SaidQuery = z.infer<typeof SaidQuery>;

/** The three rates 三率, and the list behind every number in them. */
@Controller('api/v1/rates')
export class RatesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('overview:read')
  @Answers(
    200,
    Rates,
    'Response, solved and satisfaction rates of matters closed in a period, by unit or grid',
  )
  async read(
    @Caller() subject: Subject,
    @Query({ schema: RateFilter }) query: RateFilter,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Rates>> {
    const { said, inForce, window } = await this.#said(subject, query);
    const { name, version, rates } = inForce.policy;
    const { weights, basically, exclusions } = rates;
    return {
      ...{ from: timeOf(window.from), until: timeOf(window.until) },
      formula: { weights, basically, exclusions },
      policy: { name, version },
      ...(await ratesOf(this.db, said, rates, language)),
    };
  }

  @Get('matters')
  @Action('overview:read')
  @Answers(
    200,
    pageOf(SaidLine),
    'The call-backs behind one number: a numerator, the denominator, or what is out of it',
  )
  async matters(
    @Caller() subject: Subject,
    @Query({ schema: SaidQuery }) query: SaidQuery,
    @Wanted() language: Language,
  ) {
    const { said } = await this.#said(subject, query);
    return saidPage(this.db, subject, said, query, language);
  }

  async #said(subject: Subject, query: RateFilter) {
    const now = new Date();
    const inForce = await inForceFor(this.db, subject, now);
    const window = windowOf(query, inForce, now);
    return { inForce, window, said: saidIn(subject, query, window, inForce.policy.rates) };
  }
}
