import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNarrow } from '../../look/narrow.ts';
import { gradeOf, shapeOf } from './grade.ts';
import { PartRows } from './part-rows.tsx';
import { partAt } from './part.ts';
import type { Part } from './read.ts';
import { squarify } from './squarify.ts';
import { useWidth } from './width.ts';
import type { Wish } from './wish.ts';

/** A place with nothing open is still there to be seen: so much of the largest it is at least. */
const LEAST = 1 / 24;
const HEIGHT = 480;

type Props = { parts: readonly Part[]; wish: Wish };

/** The parts of a place as a map, the largest first; each is a link. On a phone they stand one below the other. */
export function PartMap({ parts, wish }: Props) {
  const { t } = useTranslation('charts');
  const isNarrow = useNarrow();
  const sorted = [...parts].sort((a, b) => b.open - a.open);
  const nameOf = ({ place: { title, isDirect } }: Part) =>
    isDirect ? t('map.direct', { place: title }) : title;
  const Drawn = isNarrow ? PartRows : Tiles;
  return (
    <>
      <p className="hint">{t(isNarrow ? 'map.hintRows' : 'map.hint')}</p>
      <Drawn parts={sorted} nameOf={nameOf} wish={wish} />
    </>
  );
}

function Tiles({ parts: sorted, nameOf, wish }: Props & { nameOf: (part: Part) => string }) {
  const { t } = useTranslation('charts');
  const { ref, width } = useWidth<HTMLDivElement>();
  const least = Math.max(1, sorted[0]?.open ?? 0) * LEAST;
  const tiles = squarify(
    sorted.map(({ open }) => Math.max(open, least)),
    width,
    HEIGHT,
  );
  return (
    <div ref={ref} className="map-tiles" style={{ height: sorted.length === 0 ? 0 : HEIGHT }}>
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
