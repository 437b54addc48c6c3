import {
  ApartmentOutlined,
  BellOutlined,
  FormOutlined,
  InboxOutlined,
  ProfileOutlined,
  SettingOutlined,
  UnorderedListOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useWaiting } from '../api/overview.ts';
import type { Waiting } from '../api/overview.ts';
import { hasRole } from '../api/session.ts';
import type { Session } from '../api/session.ts';

const onTheGround = ['gridWorker', 'community', 'subdistrict', 'supervisor'];
const atWork = [...onTheGround, 'department'];

type Entry = {
  to: string;
  title: 'inbox' | 'ledger' | 'processes' | 'items' | 'supervision' | 'intake' | 'notices' | 'account';
  Icon: ComponentType<{ 'aria-hidden': boolean }>;
  /** Whose it is; everybody's without. */
  roles?: readonly string[];
  count?: keyof Waiting;
  /** On a phone it is reached from another page. */
  isForDesk?: boolean;
};

const entries: readonly Entry[] = [
  {
    to: '/inbox',
    title: 'inbox',
    Icon: InboxOutlined,
    roles: [...atWork, 'auditor', 'deputy'],
    count: 'inbox',
  },
  { to: '/ledger', title: 'ledger', Icon: ProfileOutlined, roles: [...atWork, 'auditor', 'deputy'] },
  {
    to: '/processes',
    title: 'processes',
    Icon: ApartmentOutlined,
    roles: [...atWork, 'auditor', 'deputy'],
  },
  {
    to: '/items',
    title: 'items',
    Icon: UnorderedListOutlined,
    roles: [...atWork, 'auditor', 'deputy'],
    isForDesk: true,
  },
  {
    to: '/supervision',
    title: 'supervision',
    Icon: WarningOutlined,
    roles: [...atWork, 'auditor'],
    count: 'supervision',
  },
  { to: '/intake', title: 'intake', Icon: FormOutlined, roles: onTheGround },
  { to: '/notices', title: 'notices', Icon: BellOutlined, count: 'notices' },
  { to: '/account', title: 'account', Icon: SettingOutlined, isForDesk: true },
];

/** Where one can go, with counts of what waits there. On a phone it lies at the bottom. */
export function Nav({ session }: { session: Session }) {
  const { t } = useTranslation('staff');
  const waiting = useWaiting(session);
  const shown = entries.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));
  return (
    <nav className="nav no-print" aria-label={t('nav.label')}>
      {shown.map(({ to, title, Icon, count, isForDesk = false }) => (
        <NavLink key={to} to={to} data-desk={isForDesk || undefined}>
          <Icon aria-hidden />
          <span>{t(`nav.${title}`)}</span>
          <Count n={count === undefined ? 0 : waiting[count]} />
        </NavLink>
      ))}
    </nav>
  );
}

const Count = ({ n }: { n: number }) => (n === 0 ? null : <b className="count">{n > 99 ? '99+' : n}</b>);
