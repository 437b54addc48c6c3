import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import Diagram from '../process/diagram.tsx';
import type { PathShown } from '../process/drawn.ts';
import { useProcess } from '../process/names.ts';
import type { StepShown } from '../process/step.tsx';
import { casesAt } from './read.ts';
import type { Traffic } from './read.ts';

type Props = { traffic: Traffic; wish: Readonly<Record<string, string | undefined>> };

/** The diagram of the catalogue with the counts of many cases on it; steps and ways lead to their lists. */
export default function TrafficDiagram({ traffic, wish }: Props) {
  const { t } = useTranslation('charts');
  const steps = useStepsShown({ traffic, wish });
  const paths = usePathsShown({ traffic, wish });
  return (
    <Diagram label={t('traffic.label', { process: traffic.process.title })} steps={steps} paths={paths} />
  );
}

function useStepsShown({ traffic, wish }: Props): StepShown[] {
  const { t } = useTranslation('charts');
  const { span } = useTime();
  const { steps } = useProcess(traffic.process.value);
  return [...steps, { name: 'end', title: t('traffic.end') }].map(({ name, title }): StepShown => {
    const found = traffic.steps.find(({ step }) => step === name);
    if (found === undefined) return { id: name, title, state: 'ahead', note: '' };
    const { cases, now, medianMs } = found;
    return {
      ...{ id: name, title, state: 'done' },
      note: name === 'end' ? t('traffic.ended', { n: cases }) : t('traffic.passed', { n: cases, now }),
      badge: medianMs === null ? undefined : t('traffic.median', { span: span(medianMs) }),
      href: casesAt({ ...wish, step: name }),
    };
  });
}

/** The thickest way is that of most cases. */
const THICK = 6;

function usePathsShown({ traffic, wish }: Props): PathShown[] {
  const { paths, steps } = useProcess(traffic.process.value);
  const order = [...steps.map(({ name }) => name), 'end'];
  // Between two boxes is room for the number alone.
  const isNext = ({ from, to }: { from: string; to: string }) =>
    order.indexOf(to) - order.indexOf(from) === 1;
  const most = Math.max(1, ...traffic.paths.map(({ times }) => times));
  const named = paths.map((path) => ({
    ...path,
    times: traffic.paths.find(({ from, to }) => from === path.from && to === path.to)?.times ?? 0,
  }));
  const unnamed = traffic.paths
    .filter(({ from, to }) => !paths.some((path) => path.from === from && path.to === to))
    .map(({ from, to, times }) => ({ from, to, on: '', times }));
  return [...named, ...unnamed].map((path) => ({
    ...path,
    word: path.times === 0 ? '' : `${isNext(path) ? '' : path.on} ${path.times}`.trim(),
    href: path.times === 0 ? undefined : casesAt({ ...wish, path: `${path.from}-${path.to}` }),
    weight: path.times === 0 ? 1 : 1.5 + (path.times / most) * (THICK - 1.5),
  }));
}
