import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { Titled } from '../../api/matters.ts';

export const Post = z.object({
  id: z.string(),
  role: Titled,
  rank: z.string(),
  isHead: z.boolean(),
  callBack: z.boolean(),
  unit: Titled.nullable(),
  place: Titled,
});
export type Post = z.infer<typeof Post>;

/** Somebody of the staff, as administrators see them. */
export const Account = z.object({
  id: z.string(),
  account: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'new', 'locked', 'ended']),
  posts: z.array(Post),
  away: z.object({ from: z.string(), until: z.string() }).nullable(),
  sessions: z.int(),
  lastSignIn: z.string().nullable(),
  actions: z.array(Action),
});
export type Account = z.infer<typeof Account>;

/** Roles that one looks for somebody by. */
export const roles = [
  'gridWorker',
  'community',
  'subdistrict',
  'department',
  'supervisor',
  'deputy',
  'auditor',
  'systemAdministrator',
  'securityAdministrator',
  'system',
] as const;
