import { z } from 'zod';
import { hashRandomPassword, randomPassword } from '../../../prisma/password.ts';
import { timeOf } from '../wire.ts';
import { Written } from './deed.ts';

/** A one-time password opens the door for so long [rule]: over a weekend and a holiday, no longer. Milliseconds. */
const LIFE = 7 * 86_400_000;

/** What came of it. Sent again, the act answers without the password: it is told once. */
export const Told = Written.extend({ password: z.string().optional(), until: z.string().optional() });

/** `told` is what is said of it, once. */
type OneTime = { hash: string; until: Date; told: { password: string; until: string } };

/** A password that whoever gets it has to change at once. Only its hash is kept. */
export async function oneTime(now = new Date()): Promise<OneTime> {
  const password = randomPassword();
  const until = new Date(now.getTime() + LIFE);
  return { hash: await hashRandomPassword(password), until, told: { password, until: timeOf(until) } };
}
