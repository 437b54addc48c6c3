import type { Role } from './role.ts';
import type { Action, Row } from './right.ts';

const staff: readonly Role[] = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor'];
const onTheGround: readonly Role[] = ['gridWorker', 'community', 'subdistrict', 'supervisor'];
const reading: readonly Action[] = ['matters:list', 'matters:read', 'attachments:read'];
/** What exactly may be done is the process's own rule (`offers`); here is who may come to its door at all. */
const acting: readonly Action[] = ['matters:act', 'tasks:list', 'tasks:read', 'tasks:act'];
const listing: readonly Action[] = ['processes:list', 'processes:read', 'items:list', 'items:read'];
const following: readonly Action[] = [...listing, 'processes:history', 'items:print'];
const taking: readonly Action[] = ['processes:act', 'items:act'];
const auditing: readonly Action[] = ['audits:search', 'audits:read', 'audits:export'];

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
      'reports:nearby',
      'processes:begin',
    ],
    relation: 'any',
  },
  { roles: ['anyone'], actions: ['processes:list', 'processes:read', 'processes:act'], relation: 'public' },
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
      'views:keep',
    ],
    relation: 'any',
  },
  {
    roles: ['signedIn'],
    actions: ['sessions:list', 'sessions:revoke', 'notices:mark', 'absences:set', 'views:change'],
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
  { roles: ['gridWorker'], actions: ['patrol:read'], relation: 'place' },
  { roles: ['signedIn'], actions: [...listing, ...taking], relation: 'taker' },
  { roles: ['signedIn'], actions: [...listing, ...taking, ...acting], relation: 'named' },
  {
    roles: [...staff, 'deputy'],
    actions: [...following, ...taking, 'processes:print', 'attachments:read'],
    relation: 'invited',
  },
  {
    roles: [...staff, 'deputy', 'resident'],
    actions: [...following, ...taking, ...acting, 'processes:print', 'attachments:read'],
    relation: 'asked',
  },
  {
    roles: onTheGround,
    actions: [
      ...reading,
      ...acting,
      ...following,
      ...taking,
      'processes:print',
      'cards:list',
      'cards:act',
      'overview:read',
    ],
    relation: 'place',
  },
  { roles: ['community', 'subdistrict', 'supervisor'], actions: ['matters:compare'], relation: 'place' },
  {
    roles: ['department'],
    actions: [...reading, ...acting, ...following, ...taking, 'cards:list', 'overview:read'],
    relation: 'unit',
  },
  {
    roles: ['deputy'],
    actions: [
      'matters:list',
      'matters:read',
      'overview:read',
      'processes:list',
      'processes:read',
      'processes:history',
    ],
    relation: 'place',
  },
  {
    roles: ['auditor'],
    actions: [
      ...reading,
      ...following,
      'processes:print',
      'tasks:list',
      'tasks:read',
      'matters:compare',
      'cards:list',
      'overview:read',
    ],
    relation: 'any',
  },
  {
    roles: [...staff, 'deputy', 'auditor', 'systemAdministrator', 'securityAdministrator'],
    actions: ['units:read', 'memberships:read'],
    relation: 'any',
  },
  { roles: ['auditor'], actions: auditing, relation: 'any' },
  { roles: ['supervisor'], actions: auditing, relation: 'place' },
  { roles: ['subdistrict', 'supervisor'], actions: ['memberships:set'], relation: 'place' },
  // Of which units, the route asks itself: those that the person leads (reference/colleague.ts).
  { roles: staff, actions: ['colleagues:read', 'colleagues:set'], relation: 'any' },
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
  // The numbers that bind people at work are theirs to read; what is proposed and would move is not.
  {
    roles: [...staff, 'deputy', 'auditor', 'systemAdministrator', 'securityAdministrator'],
    actions: ['policies:look'],
    relation: 'any',
  },
  {
    roles: ['supervisor', 'auditor', 'systemAdministrator', 'securityAdministrator'],
    actions: ['policies:read'],
    relation: 'any',
  },
  // For which towns is asked by the route itself (policies/right.ts).
  { roles: ['supervisor'], actions: ['policies:propose'], relation: 'any' },
  {
    roles: ['securityAdministrator'],
    actions: ['sessions:list', 'sessions:revoke', 'tokens:issue'],
    relation: 'any',
  },
  // Three powers apart 三员分立: one keeps places, units and accounts, one gives posts and locks doors, one reads what both did.
  {
    roles: ['systemAdministrator', 'securityAdministrator', 'auditor'],
    actions: ['register:read'],
    relation: 'any',
  },
  { roles: ['systemAdministrator'], actions: ['register:keep'], relation: 'any' },
  { roles: ['securityAdministrator'], actions: ['register:secure'], relation: 'any' },
  { roles: ['auditor'], actions: ['records:read'], relation: 'any' },
  { roles: ['systemAdministrator', 'securityAdministrator'], actions: ['records:read'], relation: 'self' },
  {
    roles: ['systemAdministrator', 'securityAdministrator', 'supervisor'],
    actions: ['alarms:read'],
    relation: 'any',
  },
];
