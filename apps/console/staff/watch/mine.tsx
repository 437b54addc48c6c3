import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { TimeLeft } from '../time-left.tsx';

const Task = z.object({
  id: z.string(),
  title: z.string(),
  process: z.object({ href: z.string(), label: z.string(), number: z.string().nullable() }),
  card: z.string().nullable(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
});
const Tasks = z.object({ items: z.array(Task), counts: z.object({ all: z.int() }) });

/** So many are shown; the rest is on the desk. */
const MOST = 3;

/** What waits for my own decision, the least time left first. */
export function Mine() {
  const { t } = useTranslation('watch');
  const { spoken } = useTime();
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['tasks', 'to decide'],
    queryFn: () => ask(Tasks, at(`tasks?limit=${MOST}`)),
  });
  return (
    <section
      className="panel to-decide"
      aria-labelledby="to-decide"
      data-loading={data === undefined || undefined}
    >
      <h2 id="to-decide">
        {t('mine.title')} <b>{data?.counts.all ?? ''}</b>
      </h2>
      {data?.counts.all === 0 && <p className="hint">{t('mine.none')}</p>}
      <ul>
        {data?.items.map((task) => (
          <li key={task.id}>
            <Link to={addressOf(task.process.href)}>{`${task.title} · ${spoken(task.process.label)}`}</Link>
            <span className="hint">{task.process.number}</span>
            <TimeLeft of={task} isShort />
          </li>
        ))}
      </ul>
      {data !== undefined && data.counts.all > data.items.length && (
        <Link to="/inbox">{t('mine.rest', { n: data.counts.all })}</Link>
      )}
    </section>
  );
}
