import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent } from './funnel.tsx';
import { gradeOf, shapeOf } from './grade.ts';
import { casesAt } from './read.ts';
import type { Part } from './read.ts';
import { partAt } from './part.ts';
import type { Wish } from './wish.ts';

const states = ['open', 'overdue', 'soon'] as const;

/** The same as the map in numbers, each opening its list. */
export function PartTable({ parts, wish }: { parts: readonly Part[]; wish: Wish }) {
  const { t } = useTranslation('charts');
  if (parts.length === 0) return <p className="hint">{t('map.none')}</p>;
  return (
    <div className="numbers-box" role="group" aria-label={t('map.place')} tabIndex={0}>
      <table className="numbers-table">
        <thead>
          <tr>
            <th scope="col">{t('map.place')}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {t(`state.${state}`)}
              </th>
            ))}
            <th scope="col">{t('map.share')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartRow key={part.place.path} part={part} wish={wish} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartRow({ part, wish }: { part: Part; wish: Wish }) {
  const { t } = useTranslation('charts');
  const { place, open, overdue } = part;
  const direct = place.isDirect ? 'true' : undefined;
  return (
    <tr>
      <th scope="row">
        <Link to={partAt(part, wish)}>
          {place.isDirect ? t('map.direct', { place: place.title }) : place.title}
        </Link>
      </th>
      {states.map((state) => (
        <td key={state}>
          {part[state] === 0 ? (
            0
          ) : (
            <Link to={casesAt({ ...wish, place: place.id, direct, state })}>{part[state]}</Link>
          )}
        </td>
      ))}
      <td>
        {shapeOf[gradeOf(part)]} {open === 0 ? t('rank.noData') : percent(overdue / open)}
      </td>
    </tr>
  );
}
