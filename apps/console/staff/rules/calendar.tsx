import { useTranslation } from 'react-i18next';
import type { CalendarYear, Day } from '../../api/policies.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { wallClock } from '../../look/wall-clock.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useVersions, useYear } from './asked.ts';
import './calendar.css';
import { marks } from './day.ts';
import { Month } from './month.tsx';
import './rules.css';

const thisYear = (): number => Number(wallClock().slice(0, 4));

/** The working days of a year: days off, weekend days that are worked, and how far the notices reach. */
export function CalendarPage() {
  const { t } = useTranslation('rules');
  const { search, set } = useAddress();
  const year = Number(search.get('year') ?? thisYear());
  useTitle(t('calendar.title', { year }));
  const go = (to: number) => set({ year: String(to) });
  return (
    <div className="page rules">
      <div className="page-head">
        <h1>{t('calendar.title', { year })}</h1>
        <div className="calendar-years">
          <button type="button" className="button" onClick={() => go(year - 1)}>
            {year - 1}
          </button>
          <button type="button" className="button" onClick={() => go(year + 1)}>
            {year + 1}
          </button>
        </div>
      </div>
      <When asked={useVersions()}>
        {({ items }) => {
          const calendar = items.find(
            ({ what, name }) => what === 'calendar' && name === (search.get('id') ?? name),
          );
          return calendar === undefined ? (
            <p className="state">{t('calendar.none')}</p>
          ) : (
            <Year id={calendar.name} year={year} version={search.get('version') ?? undefined} />
          );
        }}
      </When>
    </div>
  );
}

function Year({ id, year, version }: { id: string; year: number; version: string | undefined }) {
  const { t } = useTranslation('rules');
  const wish = new URLSearchParams({ id, year: String(year), ...(version === undefined ? {} : { version }) });
  return (
    <When asked={useYear(id, year, version)}>
      {(shown) => (
        <>
          <Notices of={shown} />
          <Legend days={shown.days} />
          <div className="list-tools">
            <Exports list="calendar" title={t('calendar.title', { year })} wish={wish.toString()} />
          </div>
          <div className="calendar-months">
            {Array.from({ length: 12 }, (_, month) => (
              <Month key={month} year={year} month={month + 1} days={shown.days} />
            ))}
          </div>
        </>
      )}
    </When>
  );
}

/** Which notice this is, how far it reaches, and what it changed. */
function Notices({ of: { version, versions, publishedThrough, days } }: { of: CalendarYear }) {
  const { t, i18n } = useTranslation('rules');
  const { at } = useTime();
  const { set } = useAddress();
  const changed = days.filter(({ isChanged }) => isChanged);
  const and = i18n.language === 'en' ? ', ' : '、';
  return (
    <section className="panel">
      <p>
        <label>
          {t('calendar.version')}{' '}
          <select className="input" value={version} onChange={({ target }) => set({ version: target.value })}>
            {versions.map((one) => (
              <option key={one.version} value={one.version}>
                {t('calendar.since', { version: one.version, at: at(one.inForceFrom, 'dayOnly') })}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p>{t('calendar.published', { day: at(publishedThrough, 'dayOnly') })}</p>
      {changed.length > 0 && (
        <p>{t('calendar.changed', { days: changed.map(({ date }) => at(date, 'dayOnly')).join(and) })}</p>
      )}
    </section>
  );
}

function Legend({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation('rules');
  const worked = days.filter(({ isWorked }) => isWorked).length;
  return (
    <ul className="calendar-legend">
      {(['ordinary', 'weekend', 'holiday', 'madeUp'] as const).map((why) => (
        <li key={why}>
          <span className={`day ${why}`} data-mark={marks[why]} aria-hidden>
            1
          </span>{' '}
          {t(`calendar.why.${why}`)}
        </li>
      ))}
      <li>{t('calendar.worked', { n: worked })}</li>
    </ul>
  );
}
