import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gradeOf, shapeOf } from './grade.ts';
import { casesAt, queryOf } from './read.ts';
import type { Part } from './read.ts';
import { squarify } from './squarify.ts';
import { useWidth } from './width.ts';
import type { Wish } from './wish.ts';

/** A place with nothing open is still there to be seen: so much of the largest it is at least. */
const LEAST = 1 / 24;
const HEIGHT = 480;

/** Where a part leads: down to its own parts, or to the list of what is open in it. */
export const partAt = ({ place: { id, hasChildren, isDirect } }: Part, wish: Wish): string =>
  hasChildren && !isDirect
    ? `/map?${queryOf({ ...wish, place: id })}`
    : casesAt({ ...wish, place: id, state: 'open', direct: isDirect ? 'true' : undefined });

/** The parts of a place as tiles, the largest first; each is a link. */
export function Tiles({ parts, wish }: { parts: readonly Part[]; wish: Wish }) {
  const { t } = useTranslation('charts');
  const { ref, width } = useWidth<HTMLDivElement>();
  const sorted = [...parts].sort((a, b) => b.open - a.open);
  const least = Math.max(1, sorted[0]?.open ?? 0) * LEAST;
  const tiles = squarify(
    sorted.map(({ open }) => Math.max(open, least)),
    width,
    HEIGHT,
  );
  const nameOf = ({ place: { title, isDirect } }: Part) =>
    isDirect ? t('map.direct', { place: title }) : title;
  return (
    <div ref={ref} className="map-tiles" style={{ height: parts.length === 0 ? 0 : HEIGHT }}>
      {width > 0 &&
        sorted.map((part, i) => {
          const tile = tiles[i];
          const numbers = t('map.numbers', { open: part.open, overdue: part.overdue, soon: part.soon });
          const grade = gradeOf(part);
          return tile === undefined ? null : (
            <Link
              key={part.place.path}
              to={partAt(part, wish)}
              className={`map-tile grade-${grade}`}
              style={{ left: tile.x, top: tile.y, width: tile.width, height: tile.height }}
              title={`${nameOf(part)}: ${numbers}`}
            >
              <strong>
                <span aria-hidden>{shapeOf[grade]}</span> {nameOf(part)}
              </strong>
              <small>{t('map.brief', { open: part.open, overdue: part.overdue })}</small>
            </Link>
          );
        })}
    </div>
  );
}
