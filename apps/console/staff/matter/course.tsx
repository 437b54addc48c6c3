import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useAsk } from '../../api/asker.tsx';
import type { Matter } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import Diagram from '../process/diagram.tsx';
import type { PathShown, StepShown } from '../process/diagram.tsx';
import { useProcess } from '../process/names.ts';
import { HistoryLine } from '../history/line.ts';

const Page = z.object({ items: z.array(HistoryLine) });

type Visit = { step: string; at: string };

/** The steps in the order in which the matter entered them. */
function useVisits(matter: Matter): Visit[] {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['matter', matter.id, 'visits'],
    queryFn: ({ signal }) => ask(Page, `${matter.links.history}?limit=200`, { signal }),
  });
  const entered = (data?.items ?? []).flatMap(({ type, at, event: { step } }): Visit[] =>
    type === 'stepEntered' && step !== undefined ? [{ step, at }] : [],
  );
  return matter.closedAt === null ? entered : [...entered, { step: 'end', at: matter.closedAt }];
}

/** The diagram of the process with the path that this matter took. */
export default function Course({ matter }: { matter: Matter }) {
  const { t } = useTranslation(['matter', 'term']);
  const { at } = useTime();
  const { steps, paths, step: titleOf } = useProcess(matter.process);
  const visits = useVisits(matter);
  const current = visits.at(-1)?.step;
  const end = { name: 'end', title: t('term:step.end') };
  const shown: StepShown[] = [...steps, end].map(({ name, title }) => {
    const own = visits.filter(({ step }) => step === name);
    const last = own.at(-1);
    const times = own.length > 1 ? ` ×${own.length}` : '';
    return {
      id: name,
      title,
      state: stateOf(name, current, own),
      note: last === undefined ? '' : at(last.at, 'short') + times,
    };
  });
  const taken: PathShown[] = paths.map((path) => ({ ...path, times: timesTaken(path, visits) }));
  const words = visits.map(({ step }) => (step === 'end' ? end.title : titleOf(step))).join(' → ');
  return (
    <section className="panel course" aria-labelledby="course">
      <h2 id="course">{t('course')}</h2>
      <p className="unseen">{t('courseNow', { step: titleOf(current ?? ''), path: words })}</p>
      <Diagram label={t('diagram')} steps={shown} paths={taken} />
    </section>
  );
}

function stateOf(name: string, current: string | undefined, own: readonly Visit[]): StepShown['state'] {
  if (name === current) return 'current';
  return own.length > 0 ? 'done' : 'ahead';
}

const timesTaken = ({ from, to }: { from: string; to: string }, visits: readonly Visit[]): number =>
  visits.filter(({ step }, i) => step === to && visits[i - 1]?.step === from).length;
