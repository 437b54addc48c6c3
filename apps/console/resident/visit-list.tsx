import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { ANNOUNCED, KIND, readBooked, visitOf } from './visit.ts';
import type { Visit } from './visit.ts';
import { VisitFacts } from './visit-facts.tsx';

const Announced = pageOf(z.object({ id: z.string(), step: Titled.nullable() }));

/** So many visits are read at once; more when somebody asks. */
const PIECE = 12;

/** The dates on which residents are received 接访公示: the next one first, each with a way to book. */
export function VisitList() {
  const { t } = useTranslation();
  const ask = useAsk();
  const [place, setPlace] = useState('');
  const [most, setMost] = useState(PIECE);
  useTitle(t('visits.title'));
  const listed = useQuery({
    queryKey: ['processes', 'visits', place],
    queryFn: ({ signal }) =>
      ask(Announced, at(`processes?process=${KIND}&status=open&limit=200${place && `&place=${place}`}`), {
        signal,
      }),
  });
  const ids = (listed.data?.items ?? []).filter(({ step }) => step?.value === ANNOUNCED).map(({ id }) => id);
  const visits = useQueries({ queries: ids.slice(0, most).map((id) => visitOf(ask, id)) });
  const known = visits
    .flatMap(({ data }) => data ?? [])
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  return (
    <>
      <h1>{t('visits.title')}</h1>
      <p>{t('visits.hint')}</p>
      <Places value={place} onChange={setPlace} />
      {listed.error !== null && <Trouble error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <p role="status">{t('state.loading')}</p>}
      {listed.data !== undefined && ids.length === 0 && <p className="sheet">{t('visits.empty')}</p>}
      {known.map((visit) => (
        <OneVisit key={visit.id} visit={visit} />
      ))}
      {ids.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + PIECE)}>
          {t('act.more')}
        </button>
      )}
    </>
  );
}

const startOf = ({ facts }: Visit): string => facts.startsAt ?? '9';

function OneVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const isBooked = readBooked(visit.id) !== undefined;
  return (
    <article className="sheet">
      <VisitFacts visit={visit} />
      {visit.facts.isCancelled ? (
        <p className="fault">{t('visits.cancelled')}</p>
      ) : (
        <Link className={isBooked ? 'button' : 'button primary'} to={`/visits/${visit.id}`}>
          {isBooked ? `✓ ${t('visits.booked')}` : t('visits.book')}
        </Link>
      )}
    </article>
  );
}

/** Most people want to go to a station near by. */
function Places({ value, onChange }: { value: string; onChange: (place: string) => void }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['places', 'subdistricts'],
    staleTime: 600_000,
    queryFn: ({ signal }) => ask(pageOf(Titled), at('places?level=subdistrict&limit=200'), { signal }),
  });
  return (
    <label className="field">
      <span className="label">{t('place.subdistrict')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('visits.everywhere')}</option>
        {data?.items.map((one) => (
          <option key={one.value} value={one.value}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}
