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
  /** the person took the matter in, or the system brought it */
  | 'taker'
  /** the post's unit, or one below it, handles or handled it */
  | 'unit'
  /** the post's place covers the place of it */
  | 'place';

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
  'posts:read',
  'absences:set',
  'notices:read',
  'notices:mark',
  'events:listen',
  'attachments:add',
  'attachments:read',
  'matters:report',
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
] as const;
export type Action = (typeof actions)[number];

export type Row = { roles: readonly Role[]; actions: readonly Action[]; relation: Relation };

const staff: readonly Role[] = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor'];
const onTheGround: readonly Role[] = ['gridWorker', 'community', 'subdistrict', 'supervisor'];
const reading: readonly Action[] = ['matters:list', 'matters:read', 'attachments:read'];
/** What exactly may be done is the process's own rule (`offers`); here is who may come to its door at all. */
const acting: readonly Action[] = ['matters:act', 'tasks:list', 'tasks:read', 'tasks:act'];

/**
 * The one table of rights: a role may do an action when the relation holds; what no row allows is refused. Lists are
 * scoped by the same rows. Administrators of the system and of its security see no matter (separation of powers).
 */
export const table: readonly Row[] = [
  {
    roles: ['anyone'],
    actions: [
      'sessions:open',
      'receipts:open',
      'service:look',
      'reference:read',
      'attachments:add',
      'matters:report',
    ],
    relation: 'any',
  },
  {
    roles: ['signedIn'],
    actions: [
      'sessions:current',
      'sessions:close',
      'password:change',
      'posts:read',
      'notices:read',
      'events:listen',
      'commands:read',
    ],
    relation: 'any',
  },
  {
    roles: ['signedIn'],
    actions: ['sessions:list', 'sessions:revoke', 'notices:mark', 'absences:set'],
    relation: 'self',
  },
  { roles: ['signedIn'], actions: [...reading, ...acting], relation: 'reporter' },
  { roles: ['receipt'], actions: [...reading, ...acting], relation: 'receipt' },
  { roles: ['receipt', 'signedIn'], actions: acting, relation: 'follower' },
  {
    roles: ['receipt'],
    actions: ['sessions:current', 'sessions:close', 'events:listen', 'commands:read'],
    relation: 'any',
  },
  // Anybody sees the empty list with what can be created in it: his own matters once he is known.
  { roles: ['anyone'], actions: ['matters:list'], relation: 'reporter' },
  { roles: ['gridWorker', 'system'], actions: reading, relation: 'taker' },
  {
    roles: onTheGround,
    actions: [...reading, ...acting, 'cards:list', 'cards:act', 'overview:read'],
    relation: 'place',
  },
  { roles: ['community', 'subdistrict', 'supervisor'], actions: ['matters:compare'], relation: 'place' },
  {
    roles: ['department'],
    actions: [...reading, ...acting, 'cards:list', 'overview:read'],
    relation: 'unit',
  },
  { roles: ['deputy'], actions: ['matters:list', 'matters:read', 'overview:read'], relation: 'place' },
  {
    roles: ['auditor'],
    actions: [...reading, 'tasks:list', 'tasks:read', 'matters:compare', 'cards:list', 'overview:read'],
    relation: 'any',
  },
  {
    roles: [...staff, 'deputy', 'auditor', 'systemAdministrator', 'securityAdministrator'],
    actions: ['units:read'],
    relation: 'any',
  },
  {
    roles: [
      'community',
      'subdistrict',
      'department',
      'supervisor',
      'auditor',
      'systemAdministrator',
      'securityAdministrator',
    ],
    actions: ['people:read'],
    relation: 'any',
  },
  {
    roles: ['securityAdministrator'],
    actions: ['sessions:list', 'sessions:revoke', 'tokens:issue'],
    relation: 'any',
  },
];
