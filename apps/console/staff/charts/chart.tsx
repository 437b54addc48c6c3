import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from './echart.ts';

type Drawn = Awaited<ReturnType<typeof begin>>;

const begin = async (element: HTMLElement, onPick: (mark: Mark) => void) =>
  (await import('./echart.ts')).drawInto(element, onPick);

type Props = {
  label: string;
  option: EChartsCoreOption;
  /** In pixels; it stands from the beginning, so that nothing jumps. */
  height: number;
  /** Narrower than this it is scrolled, not squeezed. */
  minWidth?: number;
  onPick: (mark: Mark) => void;
  /** The same numbers as a table. */
  children: ReactNode;
};

/** A drawing with its numbers as a table below it, for whoever reads or walks by keys. */
export function Chart({ label, option, height, minWidth, onPick, children }: Props) {
  const { t } = useTranslation('charts');
  const box = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    picked.current = onPick;
  });
  useEffect(() => {
    let isOver = false;
    let made: Drawn | undefined;
    const element = box.current;
    if (element !== null)
      void begin(element, (mark) => picked.current(mark)).then((chart) => {
        made = chart;
        if (isOver) chart.end();
        else setDrawn(made);
      });
    return () => {
      isOver = true;
      made?.end();
    };
  }, []);
  useEffect(() => {
    drawn?.show({
      ...option,
      animation: false,
      aria: { enabled: true, label: { description: label } },
    });
  }, [drawn, option, label]);
  return (
    <>
      <div className="chart-box" tabIndex={0} role="group" aria-label={label}>
        <div ref={box} style={{ height, minWidth }} data-loading={drawn === undefined || undefined} />
      </div>
      <details className="chart-table">
        <summary>{t('asTable')}</summary>
        {children}
      </details>
    </>
  );
}
