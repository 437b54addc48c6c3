import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { explainDue } from '../../../workflows/rules/explain.ts';
import { sentenceOf } from '../../../workflows/rules/sentence.ts';
import { differenceOf } from '../../../workflows/rules/policy-diff.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { Time } from '../wire.ts';
import { CaseShown, casesShown, keptPack, newestCalendar, packShown, PackShown } from './pack.ts';

const With = z.object({ with: z.string().min(1).max(60), name: z.string().min(1).max(60).optional() });
const Asked = z.object({ term: z.string().min(1).max(40), at: Time });
const Due = z.looseObject({ dueAt: z.string(), sentence: z.string() });

/** One version of a pack, to be read: as a table, with its cases, against another, and to be tried. */
@Controller('api/v1/policies/:name/versions/:version')
export class PacksController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('policies:look')
  @Answers(200, PackShown, 'Every value of the pack in words, with the text that it comes from')
  async read(@Param('name') name: string, @Param('version') version: string, @Wanted() language: Language) {
    const { policy } = await keptPack(this.db.pool, name, version);
    return packShown(policy, language);
  }

  @Get('examples')
  @Action('policies:look')
  @Answers(200, z.object({ items: z.array(CaseShown) }), 'Its example cases, each tried now')
  async examples(@Param('name') name: string, @Param('version') version: string) {
    const kept = await keptPack(this.db.pool, name, version);
    return { items: casesShown(kept, await newestCalendar(this.db.pool, kept.policy.calendar)) };
  }

  @Get('difference')
  @Action('policies:look')
  @Answers(200, z.object({ items: z.array(z.string()) }), 'What is other here than in the version `with`')
  async difference(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query({ schema: With }) query: z.infer<typeof With>,
    @Wanted() language: Language,
  ) {
    const [own, other] = await Promise.all([
      keptPack(this.db.pool, name, version),
      keptPack(this.db.pool, query.name ?? name, query.with),
    ]);
    return { items: differenceOf(other.policy, own.policy, language) };
  }

  @Get('due')
  @Action('policies:look')
  @Answers(200, Due, 'When a term that begins at a moment is over under this pack, and how that comes about')
  async due(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query({ schema: Asked }) { term, at }: z.infer<typeof Asked>,
    @Wanted() language: Language,
  ) {
    const { policy } = await keptPack(this.db.pool, name, version);
    const calendar = await newestCalendar(this.db.pool, policy.calendar);
    const explained = explainDue(new Date(at), term, { calendar, office: policy.office });
    return { ...explained, sentence: sentenceOf(explained)[language] };
  }
}
