import { CalendarOutlined, ReadOutlined, SwapOutlined } from '@ant-design/icons';
import { readers } from '../entry.ts';
import type { Entry } from '../entry.ts';

const keepers = ['supervisor', 'auditor', 'systemAdministrator', 'securityAdministrator'];

export const ruleEntries: readonly Entry[] = [
  { to: '/policies', title: 'policies', Icon: ReadOutlined, roles: [...readers, ...keepers] },
  { to: '/calendar', title: 'calendar', Icon: CalendarOutlined, roles: [...readers, ...keepers] },
  { to: '/moves', title: 'moves', Icon: SwapOutlined, roles: keepers },
];
