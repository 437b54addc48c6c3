import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Action } from '../api/action.ts';
import { useAsk } from '../api/asker.tsx';
import { useTime } from '../look/time.ts';
import { Trouble } from '../look/trouble.tsx';
import { Act } from './act.tsx';
import { useWaiting } from './use-waiting.ts';
import type { Task } from './use-waiting.ts';

/** What asks for me, first of all: each with its form, the rest of the story behind a link. `own`: my reports by id. */
export function Waiting({ own }: { own: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useWaiting();
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="list" aria-labelledby="waiting">
      <h2 id="waiting">{t('mine.waiting', { n: data.items.length })}</h2>
      {data.items.map((task, i) => (
        <OneTask key={task.id} task={task} isOwn={own.has(task.process.id)} isOpen={i === 0} />
      ))}
    </section>
  );
}

type OneProps = { task: Task; isOwn: boolean; isOpen: boolean };

function OneTask({ task: { href, title, ask, dueAt, process }, isOwn, isOpen }: OneProps) {
  const { t } = useTranslation();
  const { at: written } = useTime();
  return (
    <details className="sheet asked" open={isOpen}>
      <summary>
        <strong>{title}</strong> · {process.label}
      </summary>
      <p>{ask}</p>
      {dueAt !== null && (
        <p className="hint">
          {t('track.until')} {written(dueAt)}
        </p>
      )}
      {isOwn && <Link to={`/mine/${process.id}`}>{t('mine.whole')}</Link>}
      <Acts href={href} />
    </details>
  );
}

/** The ways to finish a task: as the API offers them. */
function Acts({ href }: { href: string }) {
  const ask = useAsk();
  const { data, error, refetch } = useQuery({
    queryKey: ['tasks', 'resident', href],
    queryFn: ({ signal }) => ask(z.object({ actions: z.array(Action) }), href, { signal }),
  });
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <div className="acts-waiting" data-loading />;
  return data.actions.map((action) => <Act key={action.href} action={action} />);
}
