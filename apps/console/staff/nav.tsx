import { EllipsisOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useWaiting } from '../api/overview.ts';
import type { Waiting } from '../api/overview.ts';
import type { Session } from '../api/session.ts';
import { sections } from './entries.ts';
import { isFor } from './entry.ts';
import type { Entry } from './entry.ts';
import { useEntryTitle } from './entry-title.ts';
import './nav.css';

/** As many lines as fit the bottom of a phone, beside "more". */
const ON_PHONE = 4;

/** Where one can go, with counts of what waits there. On a phone it lies at the bottom, and the rest behind "more". */
export function Nav({ session }: { session: Session }) {
  const { t } = useTranslation('staff');
  const waiting = useWaiting(session);
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  const mine = sections
    .map(({ name, entries }) => ({ name, entries: entries.filter((entry) => isFor(entry, session)) }))
    .filter(({ entries }) => entries.length > 0);
  const phone = mine
    .flatMap(({ entries }) => entries.filter(({ isOnPhone }) => isOnPhone))
    .slice(0, ON_PHONE);
  return (
    <nav className="nav no-print" aria-label={t('nav.label')} data-open={isOpen || undefined}>
      {mine.map(({ name, entries }) => (
        <div key={name} className="nav-section" role="group" aria-label={t(`nav.section.${name}`)}>
          <p aria-hidden>{t(`nav.section.${name}`)}</p>
          {entries.map((entry) => (
            <Line key={entry.to} entry={entry} waiting={waiting} isOnPhone={phone.includes(entry)} />
          ))}
        </div>
      ))}
      <button type="button" className="nav-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <EllipsisOutlined aria-hidden />
        <span>{t('nav.more')}</span>
      </button>
    </nav>
  );
}

type LineProps = { entry: Entry; waiting: Waiting; isOnPhone: boolean };

function Line({ entry, waiting, isOnPhone }: LineProps) {
  const titleOf = useEntryTitle();
  const { to, Icon, count } = entry;
  return (
    <NavLink to={to} data-more={isOnPhone ? undefined : true}>
      <Icon aria-hidden />
      <span>{titleOf(entry)}</span>
      <Count n={count === undefined ? 0 : waiting[count]} />
    </NavLink>
  );
}

const Count = ({ n }: { n: number }) => (n === 0 ? null : <b className="count">{n > 99 ? '99+' : n}</b>);
