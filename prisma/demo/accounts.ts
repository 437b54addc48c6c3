import { z } from 'zod';
import { randomPassword } from '../password.ts';
import type { Demo } from './check.ts';

/** A line of the home's demo-accounts.json: who can sign in, and as what. Unit and place by their codes. */
export const DemoAccount = z.object({
  account: z.string(),
  password: z.string(),
  role: z.string(),
  unit: z.string().nullable(),
  place: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

/**
 * An account with a new random password for everybody of the demo district, in the capacity of their first post. Keep
 * the list before seeding: a seed that was interrupted goes on with the same one.
 */
export const demoAccounts = ({ people }: Demo): DemoAccount[] =>
  people.flatMap(({ account, posts: [first] }) =>
    first
      ? [{ account, password: randomPassword(), role: first.role, unit: first.unit, place: first.place }]
      : [],
  );
