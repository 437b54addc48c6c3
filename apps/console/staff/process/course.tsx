import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { useHistory } from '../history/read.ts';
import Diagram from './diagram.tsx';
import type { PathShown } from './drawn.ts';
import { useProcess } from './names.ts';
import type { StepShown } from './step.tsx';

/** A step that was entered, and how long it lasted in milliseconds; the end does not last. */
type Visit = { step: string; at: string; lastedMs: number };

/** The steps in the order in which the process entered them; the last one lasts until now. */
function useVisits(of: Proceeding): Visit[] {
  const { data = [] } = useHistory(of);
  const entered = data.flatMap(({ type, at, event: { step } }) =>
    type === 'stepEntered' && step !== undefined ? [{ step, at }] : [],
  );
  const all = of.closedAt === null ? entered : [...entered, { step: 'end', at: of.closedAt }];
  return all.map((visit, i) => {
    const left = all[i + 1]?.at;
    const until = left === undefined ? Date.now() : Date.parse(left);
    return { ...visit, lastedMs: visit.step === 'end' ? 0 : until - Date.parse(visit.at) };
  });
}

/** The diagram of the kind of process with the path that this one took, and how long it stayed where. */
export default function Course({ of }: { of: Proceeding }) {
  const { t } = useTranslation(['matter', 'term', 'charts']);
  const { at, span } = useTime();
  const { steps, paths, step: titleOf } = useProcess(of.process);
  const visits = useVisits(of);
  const current = visits.at(-1)?.step;
  const end = { name: 'end', title: t('term:step.end') };
  const shown: StepShown[] = [...steps, end].map(({ name, title }) => {
    const own = visits.filter(({ step }) => step === name);
    const last = own.at(-1);
    const times = own.length > 1 ? ` ×${own.length}` : '';
    const state = stateOf(name, current, own);
    const lasted = own.reduce((sum, { lastedMs }) => sum + lastedMs, 0);
    const badge = t(state === 'current' ? 'charts:course.waits' : 'charts:course.stayed', {
      span: span(lasted),
    });
    return {
      ...{ id: name, title, state, badge: lasted === 0 ? undefined : badge },
      note: last === undefined ? '' : at(last.at, 'short') + times,
    };
  });
  const taken: PathShown[] = paths.map((path) => {
    const times = timesTaken(path, visits);
    return { ...path, times, word: times > 1 ? `${path.on} ×${times}` : undefined };
  });
  const nameOf = (step: string) => (step === 'end' ? end.title : titleOf(step));
  const words = visits.map(({ step }) => nameOf(step)).join(' → ');
  return (
    <section className="panel course" aria-labelledby="course">
      <h2 id="course">{t('course')}</h2>
      <p className="unseen">{t('courseNow', { step: titleOf(current ?? ''), path: words })}</p>
      <Diagram label={t('diagram')} steps={shown} paths={taken} />
      <ol className="unseen">
        {visits.map(({ step, at: entered, lastedMs }) => (
          <li key={`${step} ${entered}`}>
            {`${nameOf(step)}: ${at(entered)}`}
            {lastedMs > 0 && ` · ${t('charts:course.stayed', { span: span(lastedMs) })}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf(name: string, current: string | undefined, own: readonly Visit[]): StepShown['state'] {
  if (name === current) return 'current';
  return own.length > 0 ? 'done' : 'ahead';
}

const timesTaken = ({ from, to }: { from: string; to: string }, visits: readonly Visit[]): number =>
  visits.filter(({ step }, i) => step === to && visits[i - 1]?.step === from).length;
