import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../list/filter-bar.tsx';
import { percent } from './funnel.tsx';
import { ChartPanel } from './panel.tsx';
import { casesAt, queryOf, Ranking, useStatistic } from './read.ts';
import type { Ranked } from './read.ts';
import type { Wish } from './wish.ts';

/** So many stand before somebody asks for the rest. */
const FIRST = 12;
const sorts = ['received', 'overdue', 'lateShare'] as const;
const counts = ['received', 'open', 'overdue', 'timely', 'late'] as const;

type Props = { wish: Wish; days: { from: string; until: string } };

/** Units or places with raw counts beside the share of late ones; a share of too few is grey and says so. */
export function RankingPanel({ wish, days }: Props) {
  const { t } = useTranslation('charts');
  const { search, set } = useAddress();
  const by = search.get('rank') ?? 'unit';
  const sort = search.get('sort') ?? 'received';
  const asked = useStatistic(Ranking, 'ranking', { ...wish, ...days, by, sort });
  const values = (['unit', 'place'] as const).map((value) => ({ value, title: t(`rank.by.${value}`) }));
  return (
    <ChartPanel
      title={t('rank.title')}
      hint={t('rank.hint', { few: asked.data?.few ?? 10 })}
      choice={{ name: 'rank', usual: 'unit', values }}
      file={{ list: 'ranking', query: queryOf({ ...wish, ...days, by, sort }) }}
      asked={asked}
      height={400}
    >
      {({ items }) => (
        <>
          <label className="rank-sort">
            {t('rank.sort')}{' '}
            <select
              className="input short"
              value={sort}
              onChange={({ target }) => set({ sort: target.value })}
            >
              {sorts.map((value) => (
                <option key={value} value={value}>
                  {t(`rank.sortBy.${value}`)}
                </option>
              ))}
            </select>
          </label>
          <Rows items={items} by={by} wish={wish} days={days} />
        </>
      )}
    </ChartPanel>
  );
}

function Rows({ items, by, wish, days }: Props & { items: readonly Ranked[]; by: string }) {
  const { t } = useTranslation('charts');
  const { search, set } = useAddress();
  const shown = search.has('whole') ? items : items.slice(0, FIRST);
  const most = Math.max(1, ...items.map(({ received }) => received));
  if (items.length === 0) return <p className="hint">{t('none')}</p>;
  return (
    <>
      <div className="numbers-box" role="group" aria-label={t('rank.title')} tabIndex={0}>
        <table className="numbers-table rank">
          <thead>
            <tr>
              <th scope="col">{t(by === 'unit' ? 'rank.by.unit' : 'rank.by.place')}</th>
              {counts.map((count) => (
                <th key={count} scope="col">
                  {t(`rank.count.${count}`)}
                </th>
              ))}
              <th scope="col">{t('rank.lateShare')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.id} one={one} most={most} wish={{ ...wish, ...days, [by]: one.id }} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < items.length && (
        <button type="button" className="button" onClick={() => set({ whole: 'true' })}>
          {t('rank.all', { n: items.length })}
        </button>
      )}
    </>
  );
}

type RowProps = { one: Ranked; most: number; wish: Readonly<Record<string, string | undefined>> };

const Row = ({ one, most, wish }: RowProps) => (
  <tr>
    <th scope="row">
      {one.owner.title}
      <span className="rank-bar" aria-hidden>
        <i style={{ width: `${(one.received / most) * 100}%` }} />
        <i className="late" style={{ width: `${(one.late / most) * 100}%` }} />
      </span>
    </th>
    {counts.map((count) => (
      <td key={count}>
        {one[count] === 0 ? (
          0
        ) : (
          <Link to={casesAt({ ...wish, state: count === 'received' ? undefined : count })}>{one[count]}</Link>
        )}
      </td>
    ))}
    <Share one={one} wish={wish} />
  </tr>
);

/** The share with what it is of; of too few it says so in a word, besides being grey. */
function Share({ one: { lateShare, dated, isFew }, wish }: Omit<RowProps, 'most'>) {
  const { t } = useTranslation('charts');
  if (lateShare === null) return <td className="hint">{t('rank.noData')}</td>;
  return (
    <td className={isFew ? 'hint' : ''}>
      {percent(lateShare)}{' '}
      <small>
        / <Link to={casesAt({ ...wish, state: 'dated' })}>{dated}</Link> {isFew && t('rank.few')}
      </small>
    </td>
  );
}
