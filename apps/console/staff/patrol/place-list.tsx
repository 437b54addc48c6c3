import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { useName } from '../../text/name.ts';
import type { Read } from './kept.ts';
import type { Grid, Place } from './round.ts';

/** The places of my grid, what is open at each, and the way to report from there. */
export function PlaceList({ grid }: { grid: Read<Grid> }) {
  return (
    <When asked={grid} waiting={<Waiting as="patrol-waiting" />}>
      {({ places }) => <Found places={places} />}
    </When>
  );
}

/** Narrowed by what is typed. */
function Found({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('patrol');
  const [wanted, setWanted] = useState('');
  const found = places.filter(({ title }) => title.includes(wanted.trim()));
  return (
    <>
      <input
        className="input"
        type="search"
        aria-label={t('places.find')}
        placeholder={t('places.find')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.length === 0 && <p className="state">{t('places.none')}</p>}
      <ul className="patrol-list" aria-label={t('view.places')}>
        {found.map((place) => (
          <li key={place.value}>
            <PlaceLine place={place} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlaceLine({ place: { value, title, level, within, open, late } }: { place: Place }) {
  const { t } = useTranslation('patrol');
  const name = useName();
  return (
    <Link to={`/patrol/report?place=${value}`}>
      <b>{title}</b>
      <span className="hint">
        {name('site', 'place', level)}
        {within !== null && ` · ${within}`}
      </span>
      <span className="patrol-note">
        <span>{t('places.open', { n: open })}</span>
        <span className="patrol-go">{t('places.report')}</span>
        {late > 0 && <span className="lamp yellow">■ {t('places.late', { n: late })}</span>}
      </span>
    </Link>
  );
}
