import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Matter } from '../api/matters.ts';
import { statusOf } from '../api/problem.ts';
import { Attached } from '../look/photo.tsx';
import { useTime } from '../look/time.ts';
import { Trouble } from '../look/trouble.tsx';
import { Acts } from './acts.tsx';
import { Answers } from './answers.tsx';
import { Now } from './now.tsx';
import { Way } from './way.tsx';

/** What a reporter may read of the course. */
const Happened = z.object({
  type: z.string(),
  at: z.string(),
  event: z.looseObject({ step: z.string().optional(), what: z.string().optional() }),
});
export type Happened = z.infer<typeof Happened>;

/** The page asks again by itself that often: a receipt has no live stream. Milliseconds. */
const EVERY = 20_000;

function useTracked(id: string) {
  const ask = useAsk();
  const matter = useQuery({
    queryKey: ['matter', id, 'tracked'],
    refetchInterval: EVERY,
    queryFn: ({ signal }) => ask(Matter, at(`matters/${id}`), { signal }),
  });
  const history = useQuery({
    queryKey: ['matter', id, 'tracked history'],
    refetchInterval: EVERY,
    queryFn: ({ signal }) =>
      ask(z.object({ items: z.array(Happened) }), at(`matters/${id}/history?limit=200`), { signal }),
  });
  return { matter, happened: history.data?.items ?? [] };
}

/** One matter as its reporter follows it: where it stands, why it waits, who is next, and what to do. */
export function Tracked({ id, onExpired }: { id: string; onExpired?: () => void }) {
  const { t } = useTranslation();
  const { matter, happened } = useTracked(id);
  const isExpired = statusOf(matter.error) === 401;
  useEffect(() => (isExpired ? onExpired?.() : undefined), [isExpired, onExpired]);
  if (matter.error !== null) return <Trouble error={matter.error} onRetry={() => void matter.refetch()} />;
  if (matter.data === undefined) return <p role="status">{t('state.loading')}</p>;
  return <Whole matter={matter.data} happened={happened} />;
}

function Whole({ matter, happened }: { matter: Matter; happened: readonly Happened[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{matter.kind.title}</h1>
      <Facts matter={matter} />
      <Now matter={matter} />
      <Acts matter={matter} />
      <Answers matter={matter} happened={happened} />
      <section className="sheet">
        <h2>{t('track.happened')}</h2>
        <Way matter={matter} happened={happened} />
      </section>
      <Said matter={matter} />
    </>
  );
}

function Facts({ matter: { receipt, number, place, openedAt } }: { matter: Matter }) {
  const { t } = useTranslation();
  const { at: written } = useTime();
  return (
    <dl className="facts">
      <dt>{t('report.receipt')}</dt>
      <dd>{receipt}</dd>
      {number !== null && (
        <>
          <dt>{t('track.number')}</dt>
          <dd>{number}</dd>
        </>
      )}
      <dt>{t('report.place')}</dt>
      <dd>{place.title}</dd>
      <dt>{t('track.received')}</dt>
      <dd>{written(openedAt)}</dd>
    </dl>
  );
}

function Said({ matter: { words, attachments } }: { matter: Matter }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('track.said')}</h2>
      <p className="said">{words}</p>
      <div className="photos">
        {attachments.map(({ id, href }, i) => (
          <Attached key={id} href={href} name={`${t('report.photos')} ${i + 1}`} />
        ))}
      </div>
    </section>
  );
}
