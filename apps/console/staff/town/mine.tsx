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
  ask: z.string(),
  process: z.object({ href: z.string(), label: z.string() }),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  card: z.string().nullable(),
});
const Tasks = z.object({ items: z.array(Task) });

/** My tasks of this kind of process, the least time left first; undefined while they are asked for. */
export function useMine(process: string) {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['tasks', 'desk', process],
    queryFn: async ({ signal }) =>
      (await ask(Tasks, at(`tasks?process=${process}&limit=20`), { signal })).items,
  });
  return data;
}

/** What there is for me to do in this kind of process. */
export function Mine({ process }: { process: string }) {
  const { t } = useTranslation('town');
  const { spoken } = useTime();
  const data = useMine(process);
  return (
    <section className="panel" aria-labelledby="mine">
      <h2 id="mine">{t('mine.title')}</h2>
      {data === undefined && <div className="waiting town-waiting" role="status" />}
      {data?.length === 0 && <p className="hint">{t('mine.none')}</p>}
      <ul className="town-tasks">
        {(data ?? []).map((task) => (
          <li key={task.id}>
            <Link to={addressOf(task.process.href)}>
              {task.title} · {spoken(task.process.label)}
            </Link>
            <span className="hint">{task.ask}</span>
            <TimeLeft of={task} isShort />
          </li>
        ))}
      </ul>
    </section>
  );
}
