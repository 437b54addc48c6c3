// Numbers over many cases: trends, funnel, heat, ranking, the map, traffic. Each mark opens its list, each drawing has its
// table. This file is the drawing library with what is used of it alone; it is loaded when a chart is.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as takeIn } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

takeIn([
  BarChart,
  HeatmapChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A mark somebody pressed: of which series, and the how-manieth in it. */
export type Mark = { series: string; index: number };

/** Draws into an element as SVG and keeps its size; answers what redraws and what takes it away. */
export function drawInto(element: HTMLElement, onPick: (mark: Mark) => void) {
  const chart = init(element, undefined, { renderer: 'svg' });
  chart.on('click', ({ seriesId, seriesName, dataIndex }) =>
    onPick({ series: seriesId ?? seriesName ?? '', index: dataIndex }),
  );
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return {
    show: (option: EChartsCoreOption) => chart.setOption(option, { notMerge: true }),
    end() {
      watcher.disconnect();
      chart.dispose();
    },
  };
}
