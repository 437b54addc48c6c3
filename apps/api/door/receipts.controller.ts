import { Body, Controller, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { isCodeOf } from '../../../prisma/receipt.ts';
import { Answers } from '../answers.ts';
import { NotSignedIn } from '../refusal.ts';
import { timeOf } from '../wire.ts';
import { Action } from './action.ts';
import { Allowance, Limited } from './limits.ts';
import { receiptToken } from './token.ts';

const Shown = z.strictObject({
  receipt: z.string().trim().min(1).max(60),
  code: z.string().trim().min(1).max(20),
});
const OpenedReceipt = z.object({
  token: z.string(),
  expiresAt: z.string(),
  matter: z.uuid(),
  href: z.string(),
});

/** How long a receipt's token opens its matter. */
const MINUTES = 120;

/** A code has six digits: so few guesses for one receipt, whoever makes them. */
const guesses = { times: 8, seconds: 900 };

/** A resident without an account: receipt number and code open that one matter for a while. */
@Controller('api/v1/receipts')
export class ReceiptsController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(Allowance) private readonly allowance: Allowance,
  ) {}

  @Post()
  @Action('receipts:open')
  @Limited({ times: 30, seconds: 60 })
  @Answers(201, OpenedReceipt, 'A token for this one matter')
  async open(@Body({ schema: Shown }) { receipt, code }: z.infer<typeof Shown>) {
    this.allowance.take(`receipt ${receipt}`, guesses, Date.now());
    const intake = await this.db.prisma.intake.findUnique({ where: { receipt } });
    if (intake === null || !isCodeOf(this.db.keys, receipt, code, intake.codeHash)) {
      throw new NotSignedIn('receipt-unknown');
    }
    const until = new Date(Date.now() + MINUTES * 60_000);
    const token = receiptToken(this.db.keys, intake.id, until);
    return { token, expiresAt: timeOf(until), matter: intake.id, href: `/api/v1/matters/${intake.id}` };
  }
}
