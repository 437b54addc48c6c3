import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../../prisma/client.ts';

const HOURS = 6;

/** Signs everybody in, by rows in the rehearsal's own database: scrypt is slow by design. Answers each one's token. */
export async function signInAll(
  { prisma }: Pick<Database, 'prisma'>,
  people: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const expiresAt = new Date(Date.now() + HOURS * 3_600_000);
  const tokens = new Map(
    [...people.keys()].map((account) => [account, randomBytes(32).toString('base64url')]),
  );
  const data = [...people].map(([account, personId]) => {
    const id = createHash('sha256')
      .update(tokens.get(account) ?? '')
      .digest('hex');
    return { id, personId, expiresAt };
  });
  await prisma.session.createMany({ data });
  return tokens;
}
