import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAddress } from '../list/filter-bar.tsx';
import { Chart } from './chart.tsx';
import { ChartPanel } from './panel.tsx';
import { casesAt, queryOf, Trend, useStatistic } from './read.ts';
import { trendOption } from './trend-option.ts';
import type { Wish } from './wish.ts';

const steps = ['day', 'week', 'month'] as const;
const moments = ['received', 'closed', 'late'] as const;
const HEIGHT = 280;

/** The step in which so many days are still told apart. */
const usualStep = (days: number): (typeof steps)[number] =>
  days <= 31 ? 'day' : days <= 200 ? 'week' : 'month';

/** What came in, what was settled and what fell late, step by step. */
export function TrendPanel({ wish, days }: { wish: Wish; days: { from: string; until: string } }) {
  const { t } = useTranslation('charts');
  const { search } = useAddress();
  const length = (Date.parse(days.until) - Date.parse(days.from)) / 86_400_000 + 1;
  const usual = usualStep(length);
  const by = search.get('by') ?? usual;
  const asked = useStatistic(Trend, 'trend', { ...wish, ...days, by });
  const values = steps.map((value) => ({ value, title: t(`trend.by.${value}`) }));
  return (
    <ChartPanel
      title={t('trend.title')}
      choice={{ name: 'by', usual, values }}
      file={{ list: 'trend', query: queryOf({ ...wish, ...days, by }) }}
      asked={asked}
      height={HEIGHT + 32}
    >
      {(trend) => <Drawn trend={trend} wish={wish} />}
    </ChartPanel>
  );
}

function Drawn({ trend, wish }: { trend: Trend; wish: Wish }) {
  const { t } = useTranslation('charts');
  const navigate = useNavigate();
  const { items } = trend;
  const sum = (of: (typeof moments)[number]) => items.reduce((all, one) => all + one[of], 0);
  const label = t('trend.said', { received: sum('received'), closed: sum('closed'), late: sum('late') });
  const listOf = (of: string, i: number) =>
    casesAt({ ...wish, of, from: items[i]?.from, until: items[i]?.until });
  const option = useMemo(
    () =>
      trendOption(items, {
        received: t('trend.received'),
        closed: t('trend.closed'),
        late: t('trend.late'),
        open: t('trend.open'),
      }),
    [items, t],
  );
  return (
    <>
      <p>{label}</p>
      <Chart
        label={label}
        option={option}
        height={HEIGHT}
        onPick={({ series, index }) => series !== 'open' && void navigate(listOf(series, index))}
      >
        <table className="numbers-table">
          <thead>
            <tr>
              <th scope="col">{t('trend.step')}</th>
              {moments.map((of) => (
                <th key={of} scope="col">
                  {t(`trend.${of}`)}
                </th>
              ))}
              <th scope="col">{t('trend.open')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one, i) => (
              <tr key={one.from}>
                <th scope="row">{one.from}</th>
                {moments.map((of) => (
                  <td key={of}>{one[of] === 0 ? 0 : <Link to={listOf(of, i)}>{one[of]}</Link>}</td>
                ))}
                <td>{one.open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Chart>
    </>
  );
}
