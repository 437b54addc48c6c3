import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Matter } from '../api/matters.ts';
import { statusOf } from '../api/problem.ts';
import { Attached } from '../look/photo.tsx';
import { useTime } from '../look/time.ts';
import { Trouble } from '../look/trouble.tsx';
import { Asked, Offered } from './acts.tsx';
import { Answers } from './answers.tsx';
import { Now } from './now.tsx';
import { EVERY, useStanding } from './standing.ts';
import type { Standing } from './standing.ts';
import { Way } from './way.tsx';

/** One matter as its reporter follows it: what to do, where it stands, why it waits, who is next. */
export function Tracked({ id, onExpired }: { id: string; onExpired?: () => void }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const matter = useQuery({
    queryKey: ['matter', id, 'tracked'],
    refetchInterval: EVERY,
    queryFn: ({ signal }) => ask(Matter, at(`matters/${id}`), { signal }),
  });
  const standing = useStanding(id);
  const isExpired = statusOf(matter.error) === 401;
  useEffect(() => (isExpired ? onExpired?.() : undefined), [isExpired, onExpired]);
  const error = matter.error ?? standing.error;
  if (error !== null) return <Trouble error={error} onRetry={() => void matter.refetch()} />;
  if (matter.data === undefined || standing.data === undefined)
    return (
      <p role="status" className="tracked-waiting">
        {t('state.loading')}
      </p>
    );
  return <Whole matter={matter.data} standing={standing.data} />;
}

function Whole({ matter, standing }: { matter: Matter; standing: Standing }) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{matter.kind.title}</h1>
      <Asked matter={matter} standing={standing} />
      <Now matter={matter} standing={standing} />
      <Answers matter={matter} standing={standing} />
      <section className="sheet">
        <h2>{t('track.happened')}</h2>
        <Way openedAt={matter.openedAt} standing={standing} />
      </section>
      <Said matter={matter} />
      <Offered matter={matter} />
    </>
  );
}

function Said({ matter: { receipt, number, place, openedAt, words, attachments } }: { matter: Matter }) {
  const { t } = useTranslation();
  const { at: written } = useTime();
  const facts = [
    [t('report.receipt'), receipt],
    ...(number === null ? [] : [[t('track.number'), number] as const]),
    [t('report.place'), place.title],
    [t('track.received'), written(openedAt)],
  ] as const;
  return (
    <section className="sheet">
      <h2>{t('track.said')}</h2>
      <p className="said">{words}</p>
      <div className="photos">
        {attachments.map(({ id, href }, i) => (
          <Attached key={id} href={href} name={`${t('report.photos')} ${i + 1}`} />
        ))}
      </div>
      <dl className="facts">
        {facts.map(([title, value]) => (
          <div key={title} className="fact">
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
