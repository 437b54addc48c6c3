import { z } from 'zod';
import { PageQuery } from '../page.ts';
import { Time } from '../wire.ts';

/** A kind of thing that happens, as `type` or `type:what`: `rungReached:red`, `asked:return`, `refused`. */
export const Happening = z.string().regex(/^[a-zA-Z]+(:[a-zA-Z]+)?$/);

/**
 * What an audit is looked for by. `q`: a part of a ledger or receipt number; `person`: who acted, or held it; `rule`: a
 * policy as `name@version`; `happened`: something of that kind; `from` and `until`: when it was opened or closed, or when
 * anything happened (by that person, of that kind). What is said of person, kind and time holds of one and the same entry.
 */
export const AuditQuery = PageQuery.extend({
  q: z.string().trim().min(2).max(60).optional(),
  person: z.uuid().optional(),
  unit: z.uuid().optional(),
  rule: z
    .string()
    .regex(/^[^@]{1,80}@[^@]{1,80}$/)
    .optional(),
  happened: Happening.optional(),
  process: z.string().max(60).optional(),
  ending: z.string().max(60).optional(),
  when: z.enum(['opened', 'closed', 'any']).default('opened'),
  from: z.union([Time, z.iso.date()]).optional(),
  until: z.union([Time, z.iso.date()]).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** The day that both ends of the time belong to, in the time that people live in. */
const OFFSET = '+08:00';
const DAY = 10;
const DAY_MS = 86_400_000;

/** From when on; a plain day counts from its beginning. */
export const fromOf = ({ from }: AuditQuery): Date | undefined =>
  from === undefined ? undefined : new Date(from.length === DAY ? `${from}T00:00:00${OFFSET}` : from);

/** Until when, itself not included; a plain day counts to its end. */
export function untilOf({ until }: AuditQuery): Date | undefined {
  if (until === undefined) return undefined;
  if (until.length !== DAY) return new Date(until);
  return new Date(Date.parse(`${until}T00:00:00${OFFSET}`) + DAY_MS);
}
