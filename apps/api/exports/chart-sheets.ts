import type { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { Area } from '../statistics/areas.ts';
import type { Funnel } from '../statistics/funnel.ts';
import type { Heat } from '../statistics/heat.ts';
import type { Places } from '../statistics/places.ts';
import type { Ranking } from '../statistics/ranking.ts';
import type { Trend } from '../statistics/trend.ts';
import type { Group } from '../watch/groups.ts';
import { wordOf } from './codes.ts';
import { percentOf } from './figure.ts';
import type { Sheet } from './sheet.ts';

type Step = z.infer<typeof Trend>['items'][number];
type Stage = z.infer<typeof Funnel>['items'][number];
type Ranked = z.infer<typeof Ranking>['items'][number];
type Part = z.infer<typeof Places>['items'][number];
type Shown = z.infer<typeof Heat>;
export type HeatCell = { by: Shown['by']; place: Area; column: number; n: number };

const named = ({ place }: { place: Area }, language: 'zh' | 'en'): string =>
  place.isDirect ? t(`${place.title}（本级）`, `${place.title} (itself)`)[language] : place.title;

/** What was received, closed and fell late, step by step. */
export const trendSheet: Sheet<Step> = {
  name: 'trend',
  title: t('趋势', 'Trend'),
  columns: [
    { title: t('从', 'From'), kind: 'day', of: ({ from }) => from },
    { title: t('到', 'Until'), kind: 'day', of: ({ until }) => until },
    { title: t('收到', 'Received'), kind: 'number', of: ({ received }) => received },
    { title: t('办结', 'Closed'), kind: 'number', of: ({ closed }) => closed },
    { title: t('新增超期', 'Fell late'), kind: 'number', of: ({ late }) => late },
    { title: t('期末在办', 'Open at the end'), kind: 'number', of: ({ open }) => open },
  ],
};

/** How far what was received came. */
export const funnelSheet: Sheet<Stage> = {
  name: 'funnel',
  title: t('办理漏斗', 'From received to solved'),
  columns: [
    {
      title: t('走到', 'Came to'),
      width: 16,
      of: ({ stage }, language) => wordOf('stage', stage, language),
    },
    { title: t('件数', 'Matters'), kind: 'number', of: ({ n }) => n },
  ],
};

/** Units or places: counts beside the share that is made of them. */
export const rankSheet: Sheet<Ranked> = {
  name: 'ranking',
  title: t('单位与地点排名', 'Units and places'),
  columns: [
    { title: t('单位或地点', 'Unit or place'), width: 20, of: ({ owner }) => owner.title },
    { title: t('收到', 'Received'), kind: 'number', of: ({ received }) => received },
    { title: t('在办', 'Open'), kind: 'number', of: ({ open }) => open },
    { title: t('超期未办结', 'Overdue'), kind: 'number', of: ({ overdue }) => overdue },
    { title: t('已办结', 'Closed'), kind: 'number', of: ({ closed }) => closed },
    { title: t('按期办结', 'Closed in time'), kind: 'number', of: ({ timely }) => timely },
    { title: t('超期', 'Late'), kind: 'number', of: ({ late }) => late },
    { title: t('有时限', 'With a due time'), kind: 'number', of: ({ dated }) => dated },
    { title: t('超期率（%）', 'Late share, %'), kind: 'number', of: ({ lateShare }) => percentOf(lateShare) },
    {
      title: t('样本少', 'Too few to compare'),
      width: 7,
      of: ({ isFew }, language) => termOf('isTrue', isFew, language),
    },
  ],
};

/** When what is received where: a line for each place and each weekday or hour. */
export const heatSheet: Sheet<HeatCell> = {
  name: 'heat',
  title: t('何时何地来得多', 'When and where they come in'),
  columns: [
    { title: t('地点', 'Place'), width: 16, of: named },
    {
      title: t('星期或时段（点）', 'Weekday or hour'),
      of: ({ by, column }, language) => (by === 'hour' ? column : wordOf('weekday', column, language)),
    },
    { title: t('收到', 'Received'), kind: 'number', of: ({ n }) => n },
  ],
};

/** What is open in each part of a place, now. */
export const areaSheet: Sheet<Part> = {
  name: 'grid',
  title: t('网格图', 'Grid'),
  columns: [
    { title: t('地点', 'Place'), width: 16, of: named },
    { title: t('在办', 'Open'), kind: 'number', of: ({ open }) => open },
    { title: t('超期', 'Overdue'), kind: 'number', of: ({ overdue }) => overdue },
    { title: t('24 小时内到期', 'Due within 24 hours'), kind: 'number', of: ({ soon }) => soon },
    {
      title: t('超期比例（%）', 'Overdue, %'),
      kind: 'number',
      of: ({ open, overdue }) => percentOf(open === 0 ? null : overdue / open),
    },
  ],
};

/** How many open clocks of whom, where or what stand how. */
export const groupSheet: Sheet<Group> = {
  name: 'groups',
  title: t('期限分布', 'Where the deadlines are'),
  columns: [
    {
      title: t('分组', 'Group'),
      width: 20,
      of: ({ value, title }, language) =>
        value === 'none' ? t('无', 'none')[language] : (termOf('colour', title, language) ?? title),
    },
    { title: t('已超期', 'Late'), kind: 'number', of: ({ late }) => late },
    { title: t('将到期', 'Due soon'), kind: 'number', of: ({ soon }) => soon },
    { title: t('已挂起', 'Suspended'), kind: 'number', of: ({ paused }) => paused },
  ],
};
