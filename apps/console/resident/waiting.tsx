import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Action } from '../api/action.ts';
import { useAsk } from '../api/asker.tsx';
import { useTime } from '../look/time.ts';
import { When } from '../look/when.tsx';
import { Act } from './act.tsx';
import { useWaiting } from './use-waiting.ts';
import type { Task } from './use-waiting.ts';

/** What asks for me, first of all: each with its form, the rest of the story behind a link. `own`: my reports by id. */
export function Waiting({ own }: { own: ReadonlySet<string> }) {
  const { t } = useTranslation();
  return (
    <When asked={useWaiting()} waiting={null}>
      {({ items }) =>
        items.length > 0 && (
          <section className="list" aria-labelledby="waiting">
            <h2 id="waiting">{t('mine.waiting', { n: items.length })}</h2>
            {items.map((task, i) => (
              <OneTask key={task.id} task={task} isOwn={own.has(task.process.id)} isOpen={i === 0} />
            ))}
          </section>
        )
      }
    </When>
  );
}

type OneProps = { task: Task; isOwn: boolean; isOpen: boolean };

function OneTask({ task: { href, title, ask, dueAt, process }, isOwn, isOpen }: OneProps) {
  const { t } = useTranslation();
  const { until } = useTime();
  return (
    <details className="sheet asked" open={isOpen}>
      <summary>
        <strong>{title}</strong> · {process.label}
      </summary>
      <p>{ask}</p>
      {dueAt !== null && (
        <p className="hint">
          {t('track.until')} {until(dueAt)}
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
  const asked = useQuery({
    queryKey: ['tasks', 'resident', href],
    queryFn: ({ signal }) => ask(z.object({ actions: z.array(Action) }), href, { signal }),
  });
  return (
    <When asked={asked} waiting={<div className="acts-waiting" data-loading />}>
      {({ actions }) => actions.map((action) => <Act key={action.href} action={action} />)}
    </When>
  );
}
