import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAsk } from '../../api/asker.tsx';
import type { Proceeding } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useProcess } from './names.ts';
import { Deadline, useExplain } from './explain.ts';

const Answer = z.object({ items: z.array(Deadline) });

/** Each clock of the process, and how its due time came about, in sentences. */
export function Deadlines({ of }: { of: Proceeding }) {
  const { t } = useTranslation('matter');
  const ask = useAsk();
  const { data, error } = useQuery({
    queryKey: ['matter', of.id, 'deadlines'],
    enabled: of.links.deadlines !== null,
    queryFn: ({ signal }) => ask(Answer, of.links.deadlines ?? '', { signal }),
  });
  const items = data?.items ?? [];
  const running = items.filter(({ state }) => state !== 'stopped');
  const { isMatter } = useProcess(of.process);
  const stopped = items.filter(({ state }) => state === 'stopped').reverse();
  if (of.links.deadlines === null || (!isMatter && items.length === 0 && error === null)) return null;
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadlines')}</h2>
      {error !== null && <Trouble error={error} />}
      {items.length === 0 && error === null && <p className="hint">{t('noDeadlines')}</p>}
      {[...running, ...stopped].map((deadline, i) => (
        <Explained key={deadline.id} deadline={deadline} isFirst={i === 0} />
      ))}
    </section>
  );
}

function Explained({ deadline, isFirst }: { deadline: Deadline; isFirst: boolean }) {
  const { t } = useTranslation('matter');
  const { at } = useTime();
  const explain = useExplain();
  const { title, dueAt, state } = deadline;
  return (
    <details className={`deadline ${state}`} open={isFirst && state !== 'stopped'}>
      <summary>
        <strong>{title ?? t('whole')}</strong>{' '}
        <span>
          {dueAt === null
            ? t(`clock.${state}`)
            : `${at(dueAt)}${state === 'running' ? '' : ` · ${t(`clock.${state}`)}`}`}
        </span>
      </summary>
      <ol>
        {explain(deadline).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </details>
  );
}
