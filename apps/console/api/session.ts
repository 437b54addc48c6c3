import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from './ask.ts';
import { useAsk } from './asker.tsx';
import { statusOf } from './problem.ts';

const Post = z.object({
  id: z.string(),
  role: z.string(),
  rank: z.string().default('A'),
  isHead: z.boolean().default(false),
  callBack: z.boolean().default(false),
  unit: z.object({ id: z.string(), title: z.string() }).nullable(),
  place: z.object({ id: z.string(), code: z.string(), title: z.string() }),
});
export type Post = z.infer<typeof Post>;

/** Who is signed in; nobody (null) before. */
export const Session = z.object({
  person: z.object({ id: z.string(), account: z.string(), title: z.string(), locale: z.string() }).nullable(),
  posts: z.array(Post),
  capacities: z.array(z.string()),
  matter: z.string().nullable(),
});
export type Session = z.infer<typeof Session>;

/** Name of the query, so that signing in and out can throw it away. */
export const SESSION = ['session'];

const KNOWN = 'minqing signed in';

/** Whether somebody signed in here: only then is it worth asking who it is. */
export const rememberSignIn = (isIn: boolean): void =>
  isIn ? localStorage.setItem(KNOWN, 'yes') : localStorage.removeItem(KNOWN);

/** The session of this browser: `data` is null when nobody is signed in. */
export function useSession() {
  const ask = useAsk();
  return useQuery({
    queryKey: SESSION,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      if (localStorage.getItem(KNOWN) === null) return null;
      try {
        return await ask(Session, at('sessions/current'), { signal });
      } catch (error) {
        if (statusOf(error) !== 401) throw error;
        rememberSignIn(false);
        return null;
      }
    },
  });
}

/** Whether this person works here, or only lives here. */
export const isStaff = ({ posts }: Session): boolean => posts.some(({ role }) => role !== 'resident');

/** Whether any post has one of the roles. */
export const hasRole = ({ posts }: Session, ...roles: string[]): boolean =>
  posts.some(({ role }) => roles.includes(role));

/** People who have tasks: everybody else begins elsewhere. */
const withTasks = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor', 'auditor', 'deputy'];

/** The first page of somebody who has signed in. */
export function homeOf(session: Session): string {
  if (!isStaff(session)) return '/mine';
  return hasRole(session, ...withTasks) ? '/inbox' : '/account';
}
