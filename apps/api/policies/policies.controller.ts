import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Examples } from '../../../workflows/rules/policy-case.ts';
import { Policy } from '../../../workflows/rules/policy.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { PackDocument, soundPack } from './checking.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { differenceOf } from '../../../workflows/rules/policy-diff.ts';
import { proposing } from './offers.ts';
import { newestPack } from './pack.ts';
import { PolicyShown, versionsShown } from './versions.ts';

const Versions = z.object({ items: z.array(PolicyShown), actions: z.array(ShownAction) });
const Checked = z.object({ difference: z.array(z.string()), cases: z.int() });

/** The towns' numbers: what is, was and will be in force, and what another version would change. */
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('policies:look')
  @Answers(200, Versions, 'Every version of every pack and calendar; `actions`: what I may propose')
  async list(@Caller() subject: Subject, @Wanted() language: Language) {
    const items = await versionsShown(this.db, language);
    return { items, actions: await proposing(this.db.pool, subject, items, language) };
  }

  /** Looks a pack over without writing anything down: every fault, or what it would change. */
  @Post('checks')
  @Action('policies:propose')
  @HttpCode(200)
  @Answers(200, Checked, 'No fault: what it changes against the newest version of its name')
  async check(
    @Body({ schema: PackDocument }) pack: z.infer<typeof PackDocument>,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof Checked>> {
    const { name, body, examples } = await soundPack(this.db.pool, pack);
    const before = await newestPack(this.db.pool, name);
    const difference = before === undefined ? [] : differenceOf(before, Policy.parse(body), language);
    return { difference, cases: Examples.safeParse(examples).data?.cases.length ?? 0 };
  }
}
