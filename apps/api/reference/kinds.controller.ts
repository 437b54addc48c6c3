import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { titleOf } from './title.ts';

const KindShown = z.object({
  value: z.string(),
  title: z.string(),
  group: z.string(),
  isComplaint: z.boolean(),
});

@Controller('api/v1/kinds')
export class KindsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('reference:read')
  @Answers(200, pageOf(KindShown), 'The catalogue of kinds of matters, all of it')
  async list(@Wanted() language: Language) {
    const rows = await this.db.prisma.kind.findMany({ orderBy: [{ group: 'asc' }, { code: 'asc' }] });
    const items = rows.map((row) => ({
      value: row.code,
      title: titleOf(row, language),
      group: language === 'zh' ? row.group : row.groupEn,
      isComplaint: row.isComplaint,
    }));
    return { items };
  }
}
