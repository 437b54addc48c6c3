import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { MatterLine } from '../matters/shown.ts';
import { standing } from './standing.ts';
import type { Sheet } from './sheet.ts';

/** The ledger 台账. */
export const matterSheet: Sheet<MatterLine> = {
  name: 'ledger',
  title: t('台账', 'Ledger'),
  columns: [
    { title: t('台账编号', 'Ledger number'), width: 14, of: ({ number }) => number },
    { title: t('回执编号', 'Receipt'), width: 12, of: ({ receipt }) => receipt },
    { title: t('类别', 'Kind'), of: ({ kind }) => kind.title },
    { title: t('地点', 'Place'), of: ({ place }) => place.title },
    { title: t('主办单位', 'Lead unit'), width: 14, of: ({ lead }) => lead?.title },
    { title: t('环节', 'Step'), width: 8, of: standing },
    {
      title: t('颜色', 'Colour'),
      width: 6,
      of: ({ colour }, language) => termOf('colour', colour, language),
    },
    { title: t('大小难', 'Size'), width: 7, of: ({ size }, language) => termOf('size', size, language) },
    {
      title: t('收到时间', 'Received'),
      kind: 'time',
      of: ({ openedAt }) => openedAt,
    },
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
    {
      title: t('补录', 'Entered late'),
      width: 6,
      of: ({ isLateEntry }, language) => termOf('isTrue', isLateEntry, language),
    },
    { title: t('办结时间', 'Closed'), kind: 'time', of: ({ closedAt }) => closedAt },
    {
      title: t('评议', 'Rating'),
      width: 8,
      of: ({ rating }, language) => termOf('rating', rating, language),
    },
    { title: t('考核得分', 'Score'), kind: 'number', of: ({ score }) => score },
  ],
};
