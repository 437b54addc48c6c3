import { z } from 'zod';
import { inTransaction } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { nothing, t } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from '../reference/title.ts';
import { offer } from '../register/offer.ts';
import { recordIn } from '../register/record.ts';
import { timeOf } from '../wire.ts';
import type { Subject } from './subject.ts';

/** A session that is open. Whose it is is said of staff only; residents' names are nobody's business here. */
export const SessionLine = z.object({
  id: z.string(),
  personId: z.uuid(),
  person: Titled.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  agent: z.string().nullable(),
  isCurrent: z.boolean(),
  actions: z.array(ShownAction),
});

export type SessionRow = {
  id: string;
  person_id: string;
  name: string;
  name_en: string;
  is_staff: boolean;
  created_at: Date;
  expires_at: Date;
  agent: string | null;
};

const end = { name: 'endSession', title: t('退出该登录', 'End this session'), input: nothing };

export const sessionLine = (row: SessionRow, { sessionId }: Subject, language: Language) => ({
  id: row.id,
  personId: row.person_id,
  person: row.is_staff
    ? { value: row.person_id, title: titleOf({ name: row.name, nameEn: row.name_en }, language) }
    : null,
  createdAt: timeOf(row.created_at),
  expiresAt: timeOf(row.expires_at),
  agent: row.agent,
  isCurrent: row.id === sessionId,
  actions: row.id === sessionId ? [] : [offer(end, `/api/v1/sessions/${row.id}/end`, language)],
});

/** Ends a session for good. Ending somebody else's is an administrator's act and stands in the record. */
export const endSession = (db: Database, id: string, { personId: by }: Subject): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ person_id: string; agent: string | null }>(
      'update session set revoked_at = now() where id = $1 and revoked_at is null returning person_id, agent',
      [id],
    );
    const [ended] = rows;
    if (ended === undefined || by === null || ended.person_id === by) return;
    const before = { agent: ended.agent, isEnded: false };
    await recordIn(tx, {
      ...{ by, act: 'endSession', what: 'session', of: ended.person_id },
      ...{ before, after: { isEnded: true } },
    });
  });
