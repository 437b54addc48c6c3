import type { Role } from './role.ts';

/** How a subject must stand to a thing for a row to hold. */
export type Relation =
  /** no relation needed */
  | 'any'
  /** it is the person's own: session, notice, absence */
  | 'self'
  /** the person reported the matter, with this account */
  | 'reporter'
  /** the receipt's token was given for this matter */
  | 'receipt'
  /** the person's own report, or the receipt's, was merged into the matter */
  | 'follower'
  /** the person took the matter in or began the process, or the system brought it */
  | 'taker'
  /** the post's unit, or one below it, handles or handled it */
  | 'unit'
  /** the post's place covers the place of it */
  | 'place'
  /** a task of the process asks for the person by name, or one of its items is theirs */
  | 'named'
  /** the same about the process as a whole, or the person began it */
  | 'invited'
  /** a task of the process asks for the post's role, at a place that the post covers */
  | 'asked'
  /** the process is of a kind that anybody may look at */
  | 'public';

/** Everything that can be asked of this API. Each route declares one of them. */
export const actions = [
  'sessions:open',
  'sessions:current',
  'sessions:close',
  'sessions:list',
  'sessions:revoke',
  'tokens:issue',
  'password:change',
  'receipts:open',
  'service:look',
  'reference:read',
  'units:read',
  'people:read',
  'memberships:read',
  'memberships:set',
  'posts:read',
  'absences:set',
  'colleagues:read',
  'colleagues:set',
  'views:keep',
  'views:change',
  'notices:read',
  'notices:mark',
  'events:listen',
  'attachments:add',
  'attachments:read',
  'matters:report',
  'reports:nearby',
  'matters:list',
  'matters:read',
  'matters:compare',
  'matters:act',
  'cards:act',
  'commands:read',
  'tasks:list',
  'tasks:read',
  'tasks:act',
  'cards:list',
  'overview:read',
  'processes:begin',
  'processes:list',
  'processes:read',
  'processes:history',
  'processes:print',
  'processes:act',
  'items:list',
  'items:read',
  'items:print',
  'items:act',
  'patrol:read',
  'audits:search',
  'audits:read',
  'audits:export',
  'policies:look',
  'policies:read',
  'policies:propose',
  'register:read',
  'register:keep',
  'register:secure',
  'records:read',
  'alarms:read',
] as const;
export type Action = (typeof actions)[number];

export type Row = { roles: readonly Role[]; actions: readonly Action[]; relation: Relation };
