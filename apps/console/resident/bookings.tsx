import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Item } from '../api/matters.ts';
import { BOOKING, KIND } from './visit.ts';

const Booked = pageOf(Item.extend({ process: z.object({ id: z.string(), label: z.string() }) }));

/** The visits that somebody with an account has booked and that are still to come. */
export function Bookings({ person }: { person: string }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['items', 'booked', person],
    queryFn: ({ signal }) =>
      ask(Booked, at(`items?process=${KIND}&kind=${BOOKING}&status=open&limit=100`), { signal }),
  });
  const own = data?.items.filter((item) => item.person?.value === person) ?? [];
  if (own.length === 0) return null;
  return (
    <section className="list" aria-labelledby="booked">
      <h2 id="booked">{t('mine.bookings')}</h2>
      {own.map(({ id, process, place, facts: { words } }) => (
        <Link key={id} className="door" to={`/visits/${process.id}`}>
          <strong>{process.label}</strong>
          <span>{place.title}</span>
          <span className="hint said">{typeof words === 'string' ? words : ''}</span>
        </Link>
      ))}
    </section>
  );
}
