import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../form/control.ts';
import type { ControlProps } from '../form/control.ts';
import { group } from '../form/controls/group.ts';
import { PlacePicker } from '../form/controls/place.tsx';
import { rememberPlace, useKnownPlaces } from './known-places.ts';
import type { KnownPlace } from './known-places.ts';
import { usePlaceSearch } from './place-search.ts';

/** Where it is: a place known here by one tap, any other by a few letters of its name, or level by level. */
export function PlaceFinder(props: ControlProps) {
  const { id, value, onChange } = props;
  const { t } = useTranslation();
  const known = useKnownPlaces();
  const [isByLevel, setByLevel] = useState(false);
  const chosen = known.find((place) => place.value === textOf(value));

  function choose(place: KnownPlace) {
    rememberPlace(place);
    setByLevel(false);
    onChange(place.value);
  }
  function chooseByLevel(way: readonly { value: string; title: string }[]) {
    const last = way.at(-1);
    setByLevel(true);
    if (last === undefined) return;
    const passed = way.slice(0, -1).map(({ value }) => value);
    rememberPlace({ ...last, within: way.at(-2)?.title ?? '' }, passed);
  }

  return (
    <div className="finder" role="group" {...group(props)}>
      {chosen !== undefined && !isByLevel ? (
        <div className="found">
          <span>
            ✓ <strong>{chosen.title}</strong> <span className="hint">{chosen.within}</span>
          </span>
          <button type="button" className="quiet" onClick={() => onChange('')}>
            {t('report.otherPlace')}
          </button>
        </div>
      ) : (
        <>
          {!isByLevel && <Known places={known} title={t('report.recent')} onChoose={choose} />}
          {!isByLevel && <Search id={`${id}-search`} onChoose={choose} />}
          <p className="hint">{t('report.byLevel')}</p>
          <PlacePicker {...props} id={`${id}-levels`} onPick={chooseByLevel} />
        </>
      )}
    </div>
  );
}

type KnownProps = { places: readonly KnownPlace[]; title: string; onChoose: (place: KnownPlace) => void };

function Known({ places, title, onChoose }: KnownProps) {
  if (places.length === 0) return null;
  return (
    <div className="picks" role="group" aria-label={title}>
      {places.map((place) => (
        <button key={place.value} type="button" className="pick" onClick={() => onChoose(place)}>
          {place.title} <span className="hint">{place.within}</span>
        </button>
      ))}
    </div>
  );
}

function Search({ id, onChoose }: { id: string; onChoose: (place: KnownPlace) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { items, isNone } = usePlaceSearch(typed);
  return (
    <div className="search">
      <label className="unseen" htmlFor={id}>
        {t('report.searchPlace')}
      </label>
      <input
        className="input"
        id={id}
        type="search"
        autoComplete="off"
        placeholder={t('report.searchPlace')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // the form is not sent by it
          const [first] = items;
          if (first !== undefined) onChoose(first);
        }}
      />
      {typed !== '' && <Known places={items} title={t('report.foundPlaces')} onChoose={onChoose} />}
      <p role="status" className="hint">
        {isNone ? t('report.noPlace') : ''}
      </p>
    </div>
  );
}
