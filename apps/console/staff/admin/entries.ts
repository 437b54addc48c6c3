// The pages of administrators: places, units, people and their posts, sessions, what was changed, and the alarms.
// What may be done stands in the API's `actions`; each page is one list of them.
import {
  AlertOutlined,
  AuditOutlined,
  BankOutlined,
  ClusterOutlined,
  KeyOutlined,
  LoginOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Entry } from '../entry.ts';

const looksAfter = ['systemAdministrator', 'securityAdministrator', 'supervisor'];
const reads = ['systemAdministrator', 'securityAdministrator', 'auditor'];

export const adminEntries: readonly Entry[] = [
  { to: '/alarms', title: 'health', Icon: AlertOutlined, roles: looksAfter, isOnPhone: true },
  { to: '/people', title: 'people', Icon: TeamOutlined, roles: reads, isOnPhone: true },
  { to: '/units', title: 'units', Icon: BankOutlined, roles: reads, isOnPhone: true },
  { to: '/places', title: 'places', Icon: ClusterOutlined, roles: reads },
  { to: '/sessions', title: 'sessions', Icon: LoginOutlined, roles: ['securityAdministrator'] },
  { to: '/roles', title: 'roles', Icon: KeyOutlined, roles: reads },
  { to: '/records', title: 'records', Icon: AuditOutlined, roles: reads },
];
