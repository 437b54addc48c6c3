import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { decideProposal, proposalForUpdate, proposals, propose } from '../../../prisma/proposals.ts';
import { NotNow } from '../../../workflows/rules/violation.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { Time, timeOf } from '../wire.ts';
import { mustFit, PackDocument, soundCalendar, soundPack } from './checking.ts';
import type { Sound } from './checking.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { deciding, Verdict } from './offers.ts';
import { mustBeSecond, mustGovern } from './right.ts';
import { ProposalShown, proposalShown, ProposalTaken } from './shown.ts';

const NewPack = PackDocument.extend({ inForceFrom: Time.optional() });
const NewCalendar = z.strictObject({ document: z.unknown(), inForceFrom: Time.optional() });
const Decided = z.object({ id: z.uuid(), verdict: z.string() });

/** What is proposed, and putting it in force by a second person. */
@Controller('api/v1/policies')
export class ProposalsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get('proposals')
  @Action('policies:read')
  @Answers(
    200,
    z.object({ items: z.array(ProposalShown.extend({ actions: z.array(ShownAction) })) }),
    'What was proposed, the newest first, with what it changes',
  )
  async proposed(@Caller() subject: Subject, @Wanted() language: Language) {
    const list = await proposals(this.db.pool);
    const shown = list.map(async (one) => ({
      ...(await proposalShown(this.db, one, language)),
      actions: await deciding(this.db.pool, subject, one, language),
    }));
    return { items: await Promise.all(shown) };
  }

  /** Refused with every fault at once; the example cases that come with it are tried first. */
  @Post('proposals')
  @Action('policies:propose')
  @NeedsKey()
  @Answers(201, ProposalTaken, 'Waits for a second person')
  proposePack(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: NewPack }) raw: z.infer<typeof NewPack>,
  ) {
    const { inForceFrom, ...pack } = raw;
    return this.#propose({ key, subject, raw, inForceFrom }, (tx) => soundPack(tx, pack));
  }

  @Post('calendars/proposals')
  @Action('policies:propose')
  @NeedsKey()
  @Answers(201, ProposalTaken, 'Waits for a second person')
  proposeCalendar(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: NewCalendar }) raw: z.infer<typeof NewCalendar>,
  ) {
    const { inForceFrom, document } = raw;
    return this.#propose({ key, subject, raw, inForceFrom }, async () => soundCalendar(document));
  }

  @Post('proposals/:id/decisions')
  @Action('policies:propose')
  @HttpCode(200)
  @NeedsKey()
  @Answers(200, Decided, 'In force from its moment on, or refused for good')
  async decide(
    @Param('id') id: string,
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: Verdict }) raw: z.infer<typeof Verdict>,
  ) {
    const deed = {
      key,
      subject: nameOf(subject),
      name: 'decideProposal',
      processId: newId(),
      raw: { id, ...raw },
    };
    return once(this.db, deed, Decided, async (tx) => {
      const proposal = z.uuid().safeParse(id).success ? await proposalForUpdate(tx, id) : undefined;
      if (proposal === undefined) throw new NotFound();
      if (proposal.verdict !== null) throw new NotNow('proposal-decided');
      await mustGovern(tx, subject, proposal.what, proposal.name);
      await mustBeSecond(tx, proposal.proposedBy, subject.personId);
      const decision = { by: subject.personId ?? '', verdict: raw.verdict, now: new Date() };
      await decideProposal(tx, proposal, decision);
      return { id, verdict: raw.verdict };
    });
  }

  #propose(
    { key, subject, raw, inForceFrom }: { key: string; subject: Subject; raw: unknown; inForceFrom?: string },
    sound: (tx: Tx) => Promise<Sound>,
  ) {
    const id = newId();
    const deed = { key, subject: nameOf(subject), name: 'propose', processId: id, raw };
    return once(this.db, deed, ProposalTaken, async (tx) => {
      const given = await sound(tx);
      const from = new Date(inForceFrom ?? Date.now());
      await mustGovern(tx, subject, given.what, given.name);
      await mustFit(tx, given, from);
      await propose(tx, {
        examples: undefined,
        ...given,
        id,
        inForceFrom: from,
        proposedBy: subject.personId ?? '',
      });
      return { id, what: given.what, name: given.name, version: given.version, inForceFrom: timeOf(from) };
    });
  }
}
