import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useName } from '../../text/name.ts';
import { Trouble } from '../../look/trouble.tsx';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const Place = z.object({ value: z.string(), title: z.string(), level: z.string(), hasChildren: z.boolean() });
type Place = z.infer<typeof Place>;

function usePlaces(parent: string | undefined) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['places', parent ?? 'top'],
    staleTime: 600_000,
    queryFn: ({ signal }) =>
      ask(pageOf(Place), at(`places?limit=200${parent === undefined ? '' : `&parent=${parent}`}`), {
        signal,
      }),
  });
}

/** Where something is: from the subdistrict down the grid tree, as far as somebody knows. */
export function PlacePicker({ id, labelId, describedBy, isInvalid, value, onChange }: ControlProps) {
  const top = usePlaces(undefined);
  const district = top.data?.items[0];
  const [path, setPath] = useState<readonly Place[]>([]);
  const isCleared = textOf(value) === '' && path.length > 0;
  const way = isCleared ? [] : path;

  function choose(depth: number, place: Place | undefined) {
    const chosen = place === undefined ? way.slice(0, depth) : [...way.slice(0, depth), place];
    setPath(chosen);
    onChange(chosen.at(-1)?.value ?? '');
  }

  if (top.error !== null) return <Trouble error={top.error} onRetry={() => void top.refetch()} />;
  if (district === undefined) return <p className="hint">…</p>;
  const parents = [district, ...way];
  return (
    <div
      className="places"
      role="group"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
    >
      {parents
        .filter((parent) => parent.hasChildren)
        .map((parent, depth) => (
          <Level
            key={parent.value}
            parent={parent.value}
            chosen={way[depth]}
            onChoose={(place) => choose(depth, place)}
          />
        ))}
    </div>
  );
}

type LevelProps = { parent: string; chosen: Place | undefined; onChoose: (place: Place | undefined) => void };

function Level({ parent, chosen, onChoose }: LevelProps) {
  const { t } = useTranslation();
  const name = useName();
  const places = usePlaces(parent).data?.items ?? [];
  const level = places[0]?.level;
  if (level === undefined) return null;
  const label = name('site', 'place', level);
  return (
    <label className="place-level">
      <span>{label}</span>
      <select
        className="input"
        value={chosen?.value ?? ''}
        onChange={(event) => onChoose(places.find((place) => place.value === event.target.value))}
      >
        <option value="">{level === 'subdistrict' ? t('act.choose') : t('place.any')}</option>
        {places.map((place) => (
          <option key={place.value} value={place.value}>
            {place.title}
          </option>
        ))}
      </select>
    </label>
  );
}
