import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';

const Near = z.object({
  id: z.string(),
  kind: Titled,
  place: Titled,
  openedOn: z.string(),
  step: Titled.nullable(),
  reporters: z.number(),
});
type Near = z.infer<typeof Near>;

type Props = { place: string; kind: string; follows: string; onFollow: (id: string) => void };

/** What was reported near by of the same kind: whoever means the same follows it instead. Nothing where there is none. */
export function Nearby({ place, kind, follows, onFollow }: Props) {
  const { t } = useTranslation();
  const ask = useAsk();
  const name = useId();
  const { data } = useQuery({
    queryKey: ['reports', 'nearby', place, kind],
    enabled: place !== '' && kind !== '',
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      ask(pageOf(Near), at(`reports/nearby?place=${place}&kind=${encodeURIComponent(kind)}`), { signal }),
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <fieldset className="nearby">
      <legend>{t('nearby.title')}</legend>
      <p className="hint">{t('nearby.hint')}</p>
      {items.map((near) => (
        <label key={near.id} className="near">
          <OneNear near={near} />
          <span className="choose">
            <input
              type="radio"
              name={name}
              checked={follows === near.id}
              onChange={() => onFollow(near.id)}
            />{' '}
            {t('nearby.follow')}
          </span>
        </label>
      ))}
      <label className="near">
        <span className="choose">
          <input type="radio" name={name} checked={follows === ''} onChange={() => onFollow('')} />{' '}
          {t('nearby.other')}
        </span>
      </label>
    </fieldset>
  );
}

function OneNear({ near: { kind, place, openedOn, step, reporters } }: { near: Near }) {
  const { t } = useTranslation();
  const name = useName();
  const { at: written } = useTime();
  return (
    <span>
      <strong>{kind.title}</strong> · {place.title}
      <br />
      <span className="hint">
        {t('nearby.since', { day: written(openedOn, 'dayOnly') })} ·{' '}
        {name('site', 'step', step?.value ?? 'received')} · {t('nearby.reporters', { n: reporters })}
      </span>
    </span>
  );
}
