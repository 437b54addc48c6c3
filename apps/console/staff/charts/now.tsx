import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { casesAt, PlacesRead, useStatistic } from './read.ts';
import type { Wish } from './wish.ts';

const states = ['overdue', 'soon', 'open'] as const;

/** What wants somebody's hand now, before any drawing of the past; each number opens its list. */
export function Now({ wish }: { wish: Wish }) {
  const { t } = useTranslation('charts');
  const { data } = useStatistic(PlacesRead, 'places', wish);
  return (
    <ul className="numbers chart-now">
      {states.map((state) => (
        <li key={state}>
          <Link
            to={casesAt({ ...wish, state })}
            aria-label={`${t(`state.${state}`)} ${data?.total[state] ?? ''}`}
          >
            {data?.total[state] ?? '–'}
          </Link>{' '}
          <span>{t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
