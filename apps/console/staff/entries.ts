import {
  ApartmentOutlined,
  BellOutlined,
  FormOutlined,
  InboxOutlined,
  ProfileOutlined,
  SettingOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { staff } from '../text/zh/staff.ts';
import { adminEntries } from './admin/entries.ts';
import { auditEntries } from './audit/entries.ts';
import { chartEntries } from './charts/entries.ts';
import { atWork, onTheGround, readers } from './entry.ts';
import type { Entry } from './entry.ts';
import { patrolEntries } from './patrol/entries.ts';
import { ruleEntries } from './rules/entries.ts';
import { townEntries } from './town/entries.ts';
import { watchEntries } from './watch/entries.ts';

type Section = { name: keyof typeof staff.nav.section; entries: readonly Entry[] };

/** Everywhere one can go, in the order of the navigation; what is mine to do comes first. */
export const sections: readonly Section[] = [
  {
    name: 'work',
    entries: [
      { to: '/inbox', title: 'inbox', Icon: InboxOutlined, roles: readers, count: 'inbox', isOnPhone: true },
      ...patrolEntries,
      { to: '/intake', title: 'intake', Icon: FormOutlined, roles: onTheGround, isOnPhone: true },
      { to: '/notices', title: 'notices', Icon: BellOutlined, count: 'notices', isOnPhone: true },
      { to: '/colleagues', title: 'colleagues', Icon: TeamOutlined, roles: atWork, isForHeads: true },
    ],
  },
  {
    name: 'affairs',
    entries: [
      { to: '/ledger', title: 'ledger', Icon: ProfileOutlined, roles: readers, isOnPhone: true },
      ...townEntries,
      { to: '/processes', title: 'processes', Icon: ApartmentOutlined, roles: readers },
      { to: '/items', title: 'items', Icon: UnorderedListOutlined, roles: readers },
    ],
  },
  { name: 'watch', entries: [...watchEntries, ...chartEntries] },
  { name: 'audit', entries: auditEntries },
  { name: 'rules', entries: ruleEntries },
  {
    name: 'admin',
    entries: [...adminEntries, { to: '/account', title: 'account', Icon: SettingOutlined }],
  },
];
