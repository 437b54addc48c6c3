import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { ClockLine } from '../watch/clock-line.ts';
import type { Sheet } from './sheet.ts';

/** Open clocks: what is late, what soon will be, what stands still. */
export const clockSheet: Sheet<ClockLine> = {
  name: 'clocks',
  title: t('期限', 'Clocks'),
  columns: [
    { title: t('编号', 'Number'), width: 14, of: ({ process }) => process.number },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('事项', 'What it is about'), width: 20, of: ({ process }) => process.label },
    { title: t('任务', 'Task'), width: 12, of: ({ task }) => task?.title },
    { title: t('地点', 'Place'), of: ({ process }) => process.place?.title },
    {
      title: t('颜色', 'Colour'),
      width: 6,
      of: ({ process }, language) => termOf('colour', process.colour, language),
    },
    { title: t('在谁手上', 'In whose hands'), width: 14, of: ({ hands }) => hands?.title },
    { title: t('签收人', 'Held by'), width: 8, of: ({ heldBy }) => heldBy?.title },
    { title: t('时限', 'Term'), width: 7, of: ({ term }) => term },
    { title: t('起算时间', 'Started'), kind: 'time', of: ({ startedAt }) => startedAt },
    { title: t('期限', 'Due'), kind: 'time', of: ({ dueAt }) => dueAt },
    {
      title: t('是否超期', 'Late'),
      width: 6,
      of: ({ isOverdue }, language) => termOf('isTrue', isOverdue, language),
    },
    {
      title: t('是否挂起', 'Suspended'),
      width: 6,
      of: ({ isPaused }, language) => termOf('isTrue', isPaused, language),
    },
    { title: t('牌', 'Card'), width: 7, of: ({ card }, language) => termOf('card', card, language) },
  ],
};
