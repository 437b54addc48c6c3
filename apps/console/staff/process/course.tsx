import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import Diagram from './diagram.tsx';
import type { PathShown, StepShown } from './diagram.tsx';
import { useProcess } from './names.ts';
import { useHistory } from '../history/read.ts';

type Visit = { step: string; at: string };

/** The steps in the order in which the process entered them. */
function useVisits(of: Proceeding): Visit[] {
  const { data = [] } = useHistory(of);
  const entered = data.flatMap(({ type, at, event: { step } }): Visit[] =>
    type === 'stepEntered' && step !== undefined ? [{ step, at }] : [],
  );
  return of.closedAt === null ? entered : [...entered, { step: 'end', at: of.closedAt }];
}

/** The diagram of the kind of process with the path that this one took. */
export default function Course({ of }: { of: Proceeding }) {
  const { t } = useTranslation(['matter', 'term']);
  const { at } = useTime();
  const { steps, paths, step: titleOf } = useProcess(of.process);
  const visits = useVisits(of);
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
