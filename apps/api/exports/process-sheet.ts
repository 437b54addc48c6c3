import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { ProcessLine } from '../processes/line.ts';
import type { Sheet } from './sheet.ts';
import { standing } from './standing.ts';

/** Processes of every kind that is no matter. */
export const processSheet: Sheet<ProcessLine> = {
  name: 'processes',
  title: t('业务流程', 'Processes'),
  columns: [
    { title: t('编号', 'Number'), width: 14, of: ({ number }) => number },
    { title: t('流程', 'Process'), of: ({ process }) => process.title },
    { title: t('名称', 'Name'), width: 24, of: ({ label }) => label },
    { title: t('地点', 'Place'), of: ({ place }) => place.title },
    { title: t('状态', 'State'), width: 8, of: standing },
    { title: t('开始时间', 'Opened'), kind: 'time', of: ({ openedAt }) => openedAt },
    { title: t('期限', 'Due'), kind: 'time', of: ({ dueAt }) => dueAt },
    {
      title: t('是否超期', 'Late'),
      width: 6,
      of: ({ isOverdue }, language) => termOf('isTrue', isOverdue, language),
    },
    { title: t('牌', 'Card'), width: 7, of: ({ card }, language) => termOf('card', card, language) },
    { title: t('结束时间', 'Closed'), kind: 'time', of: ({ closedAt }) => closedAt },
  ],
};

/** What of the processes, matters among them, is not struck off. */
export const leftSheet: Sheet<ProcessLine> = {
  ...processSheet,
  name: 'left',
  title: t('未销号清单', 'Not struck off'),
};
