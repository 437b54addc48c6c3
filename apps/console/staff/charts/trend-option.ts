import type { EChartsCoreOption } from 'echarts/core';
import { colour, letters } from './colour.ts';
import type { Trend } from './read.ts';

type Names = Readonly<Record<'received' | 'closed' | 'late' | 'open', string>>;

/** Each line has a shape and a stroke of its own, so that colour is never alone. */
const lines = [
  { id: 'received', colour: 'accent', symbol: 'circle', type: 'solid' },
  { id: 'closed', colour: 'green', symbol: 'triangle', type: 'dashed' },
  { id: 'late', colour: 'red', symbol: 'diamond', type: 'solid' },
  { id: 'open', colour: 'line-2', symbol: 'rect', type: 'dotted' },
] as const;

/** The lines of a trend; what is open stands by only when somebody wants it, for its numbers are of another size. */
export function trendOption(items: Trend['items'], names: Names): EChartsCoreOption {
  return {
    textStyle: letters(),
    grid: {
      left: 8,
      right: 16,
      top: 40,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: { top: 0, left: 0, textStyle: letters(), selected: { [names.open]: false }, itemWidth: 32 },
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText' },
    xAxis: {
      type: 'category',
      data: items.map(({ from }) => from.slice(2)),
      axisLabel: letters(),
      axisLine: { lineStyle: { color: colour('line-2') } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: letters(),
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: lines.map(({ id, colour: of, symbol, type }) => ({
      ...{ id, name: names[id], type: 'line', data: items.map((one) => one[id]) },
      ...{ symbol, symbolSize: 8, showAllSymbol: true, cursor: id === 'open' ? 'default' : 'pointer' },
      ...{ itemStyle: { color: colour(of) }, lineStyle: { color: colour(of), width: 2, type } },
      triggerLineEvent: false,
    })),
  };
}
