import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import type { Action } from '../api/action.ts';
import { useAsk } from '../api/asker.tsx';
import { useSession } from '../api/session.ts';
import { plain } from '../form/controls/plain.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useTitle } from '../look/title.ts';
import { When } from '../look/when.tsx';
import { OwnBookings } from './own-bookings.tsx';
import { BOOK, closedFor, keepBooked, readBooked, visitOf } from './visit.ts';
import type { Booked, Visit } from './visit.ts';
import { VisitFacts } from './visit-facts.tsx';

/** One visit: when and where, booking it, and then what was booked. */
export function VisitPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const ask = useAsk();
  useTitle(t('visits.title'));
  const asked = useQuery(visitOf(ask, id));
  return (
    <>
      <h1>{t('visits.title')}</h1>
      <When asked={asked} waiting={<p role="status">{t('state.loading')}</p>}>
        {(visit) => <Whole key={id} visit={visit} />}
      </When>
      <p>
        <Link to="/visits">{t('visits.others')}</Link>
      </p>
    </>
  );
}

function Whole({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const [booked, setBooked] = useState(() => readBooked(visit.id));
  const { data: session } = useSession();
  const isStranger = (session ?? null) === null;
  const action = visit.actions.find(({ name }) => name === BOOK);
  return (
    <>
      <section className="sheet">
        <VisitFacts visit={visit} />
        {visit.facts.isCancelled && <p className="fault">{t('visits.cancelled')}</p>}
      </section>
      <OwnBookings visit={visit} />
      {booked !== undefined && isStranger && (
        <Confirmed booked={booked} onAgain={() => setBooked(undefined)} />
      )}
      {(booked === undefined || !isStranger) && action !== undefined && (
        <Booking action={action} onBooked={(body) => setBooked(keepBooked(visit.id, body))} />
      )}
      {booked === undefined && action === undefined && <Closed visit={visit} />}
    </>
  );
}

/** That it was called off stands above already. */
function Closed({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const why = closedFor(visit, Date.now());
  return why === 'off' ? null : <p className="sheet">{t(`visits.closed.${why}`)}</p>;
}

function Booking({ action, onBooked }: { action: Action; onBooked: (body: unknown) => void }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const client = useQueryClient();
  async function send(body: unknown, key: string) {
    await ask(z.unknown(), action.href, { method: action.method, body, key });
    onBooked(body);
    await client.invalidateQueries({ queryKey: ['matter'] });
  }
  return (
    <section className="sheet">
      <h2>{t('visits.book')}</h2>
      <SchemaForm
        schema={action.input}
        controls={plain}
        name={action.href}
        submitTitle={action.title}
        onSend={send}
        isClearedWhenSent
      />
      <p className="hint">{t('visits.private')}</p>
    </section>
  );
}

/** What was booked, to be read again and printed. */
function Confirmed({ booked: { words, contact }, onAgain }: { booked: Booked; onAgain: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sheet now">
      <h2 ref={heading} tabIndex={-1}>
        ✓ {t('visits.booked')}
      </h2>
      <p>{t('visits.bookedHint')}</p>
      <p className="said">{words}</p>
      <p className="said hint">{contact}</p>
      <div className="form-end no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('act.print')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('visits.again')}
        </button>
      </div>
    </section>
  );
}
