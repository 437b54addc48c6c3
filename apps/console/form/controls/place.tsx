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
import { group } from './group.ts';
import { belowOf, topOf } from './place-query.ts';

const Place = z.object({ value: z.string(), title: z.string(), level: z.string(), hasChildren: z.boolean() });
type Place = z.infer<typeof Place>;

/** `onPick`: for who wants to know the names of the way down to what was chosen, too. */
type Props = ControlProps & { onPick?: (way: readonly Place[]) => void };

function usePlaces(query: string) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['places', query],
    staleTime: 600_000,
    queryFn: ({ signal }) => ask(pageOf(Place), at(`places?${query}`), { signal }),
  });
}

/** Where something is: from the top of what may be chosen down the grid tree, as far as somebody knows. */
export function PlacePicker({ onPick, ...props }: Props) {
  const { field, value, onChange } = props;
  const href = field.href ?? '';
  const top = usePlaces(topOf(href));
  const root = top.data?.items[0];
  const [path, setPath] = useState<readonly Place[]>([]);
  const isCleared = textOf(value) === '' && path.length > 0;
  const way = isCleared ? [] : path;

  function choose(depth: number, place: Place | undefined) {
    const chosen = place === undefined ? way.slice(0, depth) : [...way.slice(0, depth), place];
    setPath(chosen);
    onPick?.(chosen);
    onChange(chosen.at(-1)?.value ?? '');
  }

  if (top.error !== null) return <Trouble error={top.error} onRetry={() => void top.refetch()} />;
  if (root === undefined) return <p className="hint">…</p>;
  const parents = way[0]?.value === root.value ? [root] : [root, ...way];
  return (
    <div className="places" role="group" {...group(props)}>
      {parents
        .filter((parent) => parent.hasChildren)
        .map((parent, depth) => (
          <Level
            key={parent.value}
            query={belowOf(href, parent)}
            whole={depth === 0 && isByPath(href) ? root : undefined}
            chosen={way[depth]}
            onChoose={(place) => choose(depth, place)}
          />
        ))}
    </div>
  );
}

/** What takes any place takes the top one too; a report does not. */
const isByPath = (href: string): boolean => href.includes('by=path');

type LevelProps = {
  query: string;
  /** All of it, where that may be chosen. */
  whole: Place | undefined;
  chosen: Place | undefined;
  onChoose: (place: Place | undefined) => void;
};

function Level({ query, whole, chosen, onChoose }: LevelProps) {
  const { t } = useTranslation();
  const name = useName();
  const below = usePlaces(query).data?.items ?? [];
  const level = below[0]?.level;
  if (level === undefined) return null;
  const places = whole === undefined ? below : [whole, ...below];
  return (
    <label className="place-level">
      <span>{name('site', 'place', level)}</span>
      <select
        className="input"
        value={chosen?.value ?? ''}
        onChange={(event) => onChoose(places.find((place) => place.value === event.target.value))}
      >
        <option value="">
          {level === 'subdistrict' || whole !== undefined ? t('act.choose') : t('place.any')}
        </option>
        {places.map((place) => (
          <option key={place.value} value={place.value}>
            {place.title}
          </option>
        ))}
      </select>
    </label>
  );
}
