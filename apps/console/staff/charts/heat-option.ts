import type { EChartsCoreOption } from 'echarts/core';
import { colour, letters } from './colour.ts';
import type { Heat } from './read.ts';

/** From nothing to the most: five steps of the one accent; the number stands in each cell as well. */
const steps = ['#f4f6f9', '#dbe8fd', '#a9c8f8', '#5f97ec', '#0958d9'] as const;

const stepOf = (n: number, most: number): number => (n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * 4)));

/** A cell for each place and weekday or hour; the number stands in it. */
export function heatOption(
  rows: Heat['rows'],
  places: readonly string[],
  columns: readonly string[],
): EChartsCoreOption {
  const most = Math.max(1, ...rows.flatMap(({ n }) => n));
  const cell = (n: number, column: number, row: number) => {
    const step = stepOf(n, most);
    return {
      value: [column, row, n],
      itemStyle: { color: steps[step] },
      label: { color: step >= 3 ? '#fff' : colour('ink'), show: n > 0 },
    };
  };
  const axis = {
    axisLabel: { ...letters(), interval: 0 },
    axisTick: { show: false },
    axisLine: { show: false },
  };
  return {
    textStyle: letters(),
    grid: { left: 8, right: 8, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      confine: true,
      renderMode: 'richText', // names are text, never markup
      formatter: ({ data }: { data: { value: [number, number, number] } }) =>
        `${places[data.value[1]]} · ${columns[data.value[0]]}: ${data.value[2]}`,
    },
    xAxis: { ...axis, type: 'category', data: columns, position: 'top' },
    yAxis: {
      ...axis,
      type: 'category',
      data: places,
      inverse: true,
      axisLabel: { ...letters(), interval: 0, width: 96, overflow: 'truncate' },
    },
    series: [
      {
        id: 'heat',
        type: 'heatmap',
        cursor: 'pointer',
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
        data: rows.flatMap(({ n }, row) => n.map((one, column) => cell(one, column, row))),
      },
    ],
  };
}
