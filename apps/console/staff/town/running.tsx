import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf, Process, ProcessLine } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useStanding } from '../processes/standing.ts';
import { Funnel } from '../charts/funnel.tsx';
import { Loads } from './loads.tsx';
import { useMine } from './mine.tsx';

const Lines = z.object({ items: z.array(ProcessLine) });

/** So many stand here in full; the others are in the list of processes. */
const MOST = 4;

function useLines(process: string, query: string) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['processes', 'desk', process, query],
    queryFn: async ({ signal }) =>
      (await ask(Lines, at(`processes?process=${process}&${query}`), { signal })).items,
  });
}

/** Those that run now, the ones with a task for me first: in which step, and how far their things have come. */
export function Running({ process }: { process: string }) {
  const { t } = useTranslation('town');
  const { data: lines } = useLines(process, 'status=open&sort=due&limit=20');
  const tasks = useMine(process);
  const mine = new Set(tasks?.map((task) => task.process.href));
  const data = lines?.toSorted((a, b) => Number(mine.has(b.href)) - Number(mine.has(a.href)));
  if (data === undefined || tasks === undefined)
    return <div className="waiting town-waiting" role="status" />;
  return (
    <section aria-labelledby="running">
      <h2 id="running">{t('running.title')}</h2>
      {data.length === 0 && <p className="state">{t('running.none')}</p>}
      <div className="town-running">
        {data.slice(0, MOST).map((line) => (
          <One key={line.id} line={line} />
        ))}
      </div>
      {data.length > MOST && (
        <Link to={`/processes?process=${process}&status=open`}>{t('running.all', { n: data.length })}</Link>
      )}
    </section>
  );
}

/** One of them; its figures come after its name, at their later height. */
function One({ line }: { line: ProcessLine }) {
  const { t } = useTranslation('town');
  const { spoken, at: told } = useTime();
  const standing = useStanding();
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['matter', line.id],
    queryFn: ({ signal }) => ask(Process, at(`processes/${line.id}`), { signal }),
  });
  return (
    <article className="panel">
      <h3>
        <Link to={addressOf(line.href)}>{spoken(line.label)}</Link>
      </h3>
      <p className="hint">
        {[line.place.title, standing({ ...line, process: line.process.value })].join(' · ')}
        {line.dueAt !== null && ` · ${t('running.due', { at: told(line.dueAt, 'short') })}`}
      </p>
      {data !== undefined && <Figures process={data} />}
    </article>
  );
}

/** How far its things have come and who has taken on how much; in its step, the way to the meeting. */
function Figures({ process: { id, desk } }: { process: Process }) {
  const { t } = useTranslation('town');
  return (
    <>
      {desk.meeting !== null && (
        <p>
          <Link className="button primary" to={`/processes/${id}/meeting`}>
            {t('running.meeting')}
          </Link>
        </p>
      )}
      {desk.funnel.some(({ n }) => n > 0) && <Funnel stages={desk.funnel} label={t('running.funnel')} />}
      {desk.loads.length > 0 && <Loads loads={desk.loads} />}
    </>
  );
}

/** The last that are over, with how they ended. */
export function Ended({ process }: { process: string }) {
  const { t } = useTranslation('town');
  const { spoken, at: told } = useTime();
  const standing = useStanding();
  const { data = [] } = useLines(process, 'status=closed&sort=-opened&limit=5');
  if (data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="ended">
      <h2 id="ended">{t('ended.title')}</h2>
      <ul className="town-tasks">
        {data.map((line) => (
          <li key={line.id}>
            <Link to={addressOf(line.href)}>{spoken(line.label)}</Link>
            <span className="hint">
              {[line.place.title, standing({ ...line, process: line.process.value })].join(' · ')}
            </span>
            <span>{line.closedAt !== null && told(line.closedAt, 'dayOnly')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
