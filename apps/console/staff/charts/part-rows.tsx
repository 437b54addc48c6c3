import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gradeOf, shapeOf } from './grade.ts';
import { partAt } from './part.ts';
import type { Part } from './read.ts';
import type { Wish } from './wish.ts';

type Props = { parts: readonly Part[]; nameOf: (part: Part) => string; wish: Wish };

/** The same as the tiles where they would be too small to read: the longer a bar the more is open, its shade how much is late. */
export function PartRows({ parts, nameOf, wish }: Props) {
  const { t } = useTranslation('charts');
  const most = Math.max(1, ...parts.map(({ open }) => open));
  return (
    <ul className="map-rows">
      {parts.map((part) => {
        const grade = gradeOf(part);
        return (
          <li key={part.place.path}>
            <Link className="map-row" to={partAt(part, wish)}>
              <i className={`grade-${grade}`} style={{ width: `${(part.open / most) * 100}%` }} aria-hidden />
              <strong>
                <span aria-hidden>{shapeOf[grade]}</span> {nameOf(part)}
              </strong>
              <small>{t('map.brief', { open: part.open, overdue: part.overdue })}</small>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
