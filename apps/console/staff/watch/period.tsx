import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import type { Filter } from '../list/filter-bar.tsx';

const periods = ['last', 'quarter', 'custom'] as const;

/** The period and whatever else a board is narrowed by, in the address. Without a period it is this month by the policy. */
export function PeriodBar({
  more = [],
  scope = 'all',
}: {
  more?: readonly Filter[];
  scope?: 'all' | 'none';
}) {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const options = periods.map((value) => ({ value, title: t(`period.${value}`) }));
  const scopes = [
    { name: 'place', title: t('column.place'), href: '/api/v1/places?level=community' },
    { name: 'unit', title: t('column.unit'), href: '/api/v1/units' },
  ];
  return (
    <div className="period-bar">
      <FilterBar
        filters={[
          ...more,
          { name: 'period', title: t('period.month'), options },
          ...(scope === 'all' ? scopes : []),
        ]}
      />
      {search.get('period') === 'custom' && (
        <>
          <Day name="from" />
          <Day name="until" />
        </>
      )}
    </div>
  );
}

function Day({ name }: { name: 'from' | 'until' }) {
  const { t } = useTranslation('watch');
  const { search, set } = useAddress();
  const id = useId();
  return (
    <span className="day">
      <label htmlFor={id}>{t(`period.${name}`)}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={search.get(name) ?? ''}
        onChange={({ target }) => set({ [name]: target.value })}
      />
    </span>
  );
}

const DAY = 86_400_000;

/** The period of the address as the API asks for it: days of the wall clock, the last one included. */
export function periodQuery(search: URLSearchParams, names: readonly string[]): URLSearchParams {
  const kept = ['place', 'unit', ...names].flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const query = new URLSearchParams(kept);
  const [from, until] = [search.get('from'), search.get('until')];
  const isWhole = from !== null && until !== null && from <= until;
  const period = search.get('period') ?? 'month';
  // Until both days are chosen the month stays in sight.
  query.set('period', period === 'custom' && !isWhole ? 'month' : period);
  if (period === 'custom' && isWhole) {
    query.set('from', `${from}T00:00:00+08:00`);
    query.set('until', new Date(Date.parse(`${until}T00:00:00+08:00`) + DAY).toISOString());
  }
  return query;
}

/** What the period came to: its first and its last day. */
export function Span({ from, until }: { from: string; until: string }) {
  const { t } = useTranslation('watch');
  const { at } = useTime();
  const last = new Date(Date.parse(until) - 1).toISOString();
  return (
    <span className="hint">
      {t('period.span', { from: at(from, 'dayOnly'), until: at(last, 'dayOnly') })}
    </span>
  );
}
