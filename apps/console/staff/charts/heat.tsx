import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAddress } from '../list/filter-bar.tsx';
import { Chart } from './chart.tsx';
import { heatOption } from './heat-option.ts';
import { ChartPanel } from './panel.tsx';
import { casesAt, queryOf, Heat, useStatistic } from './read.ts';
import type { Wish } from './wish.ts';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** When what comes in: each part of the place by weekday or hour. */
export function HeatPanel({ wish, days }: { wish: Wish; days: { from: string; until: string } }) {
  const { t } = useTranslation('charts');
  const { search } = useAddress();
  const by = search.get('heat') ?? 'weekday';
  const asked = useStatistic(Heat, 'heat', { ...wish, ...days, by });
  const values = (['weekday', 'hour'] as const).map((value) => ({ value, title: t(`heat.by.${value}`) }));
  return (
    <ChartPanel
      title={t('heat.title')}
      choice={{ name: 'heat', usual: 'weekday', values }}
      file={{ list: 'heat', query: queryOf({ ...wish, ...days, by }) }}
      asked={asked}
      height={320}
    >
      {(heat) => <Drawn heat={heat} wish={wish} days={days} />}
    </ChartPanel>
  );
}

type Props = { heat: Heat; wish: Wish; days: { from: string; until: string } };

function Drawn({ heat, wish, days }: Props) {
  const { t } = useTranslation('charts');
  const navigate = useNavigate();
  const { by, columns, rows } = heat;
  const titles = useMemo(
    () =>
      columns.map((column) => (by === 'hour' ? `${column}` : t(`heat.day.${weekdays[column - 1] ?? '1'}`))),
    [by, columns, t],
  );
  const names = useMemo(
    () =>
      rows.map(({ place: { title, isDirect } }) => (isDirect ? t('map.direct', { place: title }) : title)),
    [rows, t],
  );
  const listOf = (row: number, column: number) => {
    const place = rows[row]?.place;
    const direct = place?.isDirect === true ? 'true' : undefined;
    return casesAt({ ...wish, ...days, place: place?.id, direct, [by]: columns[column] });
  };
  const option = useMemo(() => heatOption(rows, names, titles), [rows, names, titles]);
  const most = Math.max(0, ...rows.flatMap(({ n }) => n));
  return (
    <Chart
      label={t('heat.said', { places: rows.length, most })}
      option={option}
      height={48 + rows.length * 32}
      minWidth={by === 'hour' ? 720 : 320}
      onPick={({ index }) =>
        void navigate(listOf(Math.floor(index / columns.length), index % columns.length))
      }
    >
      <div className="numbers-box" role="group" aria-label={t('heat.title')} tabIndex={0}>
        <table className="numbers-table">
          <thead>
            <tr>
              <th scope="col">{t('map.place')}</th>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, n }, row) => (
              <tr key={place.id}>
                <th scope="row">{names[row]}</th>
                {n.map((count, column) => (
                  <td key={columns[column]}>
                    {count === 0 ? 0 : <Link to={listOf(row, column)}>{count}</Link>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Chart>
  );
}
