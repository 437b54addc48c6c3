import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { InboxLine } from '../matters/inbox-line.ts';
import type { Sheet } from './sheet.ts';

/** What waits for somebody, or did. */
export const taskSheet: Sheet<InboxLine> = {
  name: 'tasks',
  title: t('任务', 'Tasks'),
  columns: [
    { title: t('要办的事', 'To do'), width: 14, of: ({ title }) => title },
    { title: t('事项', 'What it is about'), width: 20, of: ({ process }) => process.label },
    {
      title: t('编号', 'Number'),
      width: 14,
      of: ({ process, matter }) => process.number ?? matter?.receipt,
    },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('环节', 'Step'), width: 8, of: ({ step }) => step?.title },
    { title: t('地点', 'Place'), of: ({ process }) => process.place?.title },
    {
      title: t('颜色', 'Colour'),
      width: 6,
      of: ({ matter }, language) => termOf('colour', matter?.colour, language),
    },
    { title: t('承办单位', 'Unit'), width: 14, of: ({ unit }) => unit?.title },
    { title: t('签收人', 'Held by'), width: 8, of: ({ heldBy }) => heldBy?.title },
    { title: t('派发时间', 'Opened'), kind: 'time', of: ({ openedAt }) => openedAt },
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
    { title: t('完成时间', 'Done'), kind: 'time', of: ({ closedAt }) => closedAt },
    { title: t('办理方式', 'How'), width: 8, of: ({ outcome }) => outcome?.title },
    { title: t('牌', 'Card'), width: 7, of: ({ card }, language) => termOf('card', card, language) },
  ],
};
