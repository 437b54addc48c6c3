import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from './ask.ts';
import { useAsk } from './asker.tsx';
import { statusOf, Unreachable } from './problem.ts';

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
  /** Somebody else chose the password: nothing opens until it is changed. */
  mustChangePassword: z.boolean().default(false),
  posts: z.array(Post),
  capacities: z.array(z.string()),
  matter: z.string().nullable(),
  /** Away now; `by`: who set it, where it was not the person. */
  away: z.object({ until: z.string(), by: z.string().nullable() }).nullish(),
});
export type Session = z.infer<typeof Session>;

/** Name of the query, so that signing in and out can throw it away. */
export const SESSION = ['session'];

const KNOWN = 'minqing signed in';
const KEPT = 'minqing session';

/** Whether somebody signed in here: only then is it worth asking who it is. Who it was before is forgotten. */
export function rememberSignIn(isIn: boolean): void {
  localStorage.removeItem(KEPT);
  if (isIn) localStorage.setItem(KNOWN, 'yes');
  else localStorage.removeItem(KNOWN);
}

/** Whoever goes where there is no network has his phone remember who he is. */
export const keepSession = (session: Session): void => localStorage.setItem(KEPT, JSON.stringify(session));

/** Whose phone it is while the server cannot be asked. Throws what kept us from asking where nobody is known. */
function keptSession(error: Unreachable): Session {
  const kept = localStorage.getItem(KEPT);
  if (kept === null) throw error;
  return Session.parse(JSON.parse(kept));
}

/** The session of this browser: `data` is null when nobody is signed in. */
export function useSession() {
  const ask = useAsk();
  return useQuery({
    queryKey: SESSION,
    staleTime: 60_000,
    networkMode: 'always',
    refetchOnReconnect: true,
    queryFn: async ({ signal }) => {
      if (localStorage.getItem(KNOWN) === null) return null;
      try {
        return await ask(Session, at('sessions/current'), { signal });
      } catch (error) {
        if (error instanceof Unreachable) return keptSession(error);
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

/** People who are out all day, whatever else they are at home. */
const outside = ['gridWorker', 'resident'];

/** The first page of somebody who has signed in. */
export function homeOf(session: Session): string {
  if (session.mustChangePassword) return '/account';
  if (!isStaff(session)) return '/mine';
  if (session.posts.every(({ role }) => outside.includes(role))) return '/patrol';
  if (hasRole(session, ...withTasks)) return '/inbox';
  return hasRole(session, 'systemAdministrator', 'securityAdministrator') ? '/alarms' : '/account';
}
