import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import './charts.css';
import { grades, shapeOf } from './grade.ts';
import { Now } from './now.tsx';
import { PlacesRead, queryOf, useStatistic } from './read.ts';
import type { Area } from './read.ts';
import { PartTable } from './part-table.tsx';
import { PartMap } from './tiles.tsx';
import { useWish } from './wish.ts';

/** The grid as a map without tiles from elsewhere: the larger a place the more is open, its shade how much of that is late. */
export function MapPage() {
  const { t } = useTranslation(['staff', 'charts']);
  const wish = useWish();
  useTitle(t('nav.map'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.map')}</h1>
        <Now wish={wish} />
        <Exports list="grid" title={t('nav.map')} wish={queryOf(wish)} />
      </div>
      <When asked={useStatistic(PlacesRead, 'places', wish)}>
        {({ way, items }) => (
          <section className="panel" aria-label={t('nav.map')}>
            <Way way={way} />
            <Legend />
            <PartMap parts={items} wish={wish} />
            <details className="chart-table" open={items.length === 0}>
              <summary>{t('charts:asTable')}</summary>
              <PartTable parts={items} wish={wish} />
            </details>
          </section>
        )}
      </When>
    </div>
  );
}

/** The way down from the top; each place on it leads back up. */
function Way({ way }: { way: readonly Area[] }) {
  const { t } = useTranslation('charts');
  return (
    <nav className="map-way" aria-label={t('map.way')}>
      {way.map(({ id, title }, i) =>
        i === way.length - 1 ? (
          <strong key={id} aria-current="page">
            {title}
          </strong>
        ) : (
          <Link key={id} to={`/map?${queryOf({ place: id })}`}>
            {title}
          </Link>
        ),
      )}
    </nav>
  );
}

function Legend() {
  const { t } = useTranslation('charts');
  return (
    <ul className="map-legend">
      {grades.map((grade) => (
        <li key={grade}>
          <i className={`grade-${grade}`} aria-hidden />
          {shapeOf[grade]} {t(`map.grade.${grade}`)}
        </li>
      ))}
    </ul>
  );
}
