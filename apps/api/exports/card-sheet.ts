import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { CardLine } from '../matters/card-line.ts';
import type { Sheet } from './sheet.ts';

/** Yellow and red cards and letters of supervision. */
export const cardSheet: Sheet<CardLine> = {
  name: 'cards',
  title: t('牌和督办函', 'Cards and letters'),
  columns: [
    { title: t('牌级', 'Level'), width: 8, of: ({ level }, language) => termOf('card', level, language) },
    { title: t('编号', 'Number'), width: 14, of: ({ process }) => process.number },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('事项', 'What it is about'), width: 20, of: ({ process }) => process.label },
    { title: t('责任单位', 'Unit'), width: 14, of: ({ unit }) => unit?.title },
    { title: t('地点', 'Place'), of: ({ place }) => place?.title },
    { title: t('亮牌时间', 'Set'), kind: 'time', of: ({ setAt }) => setAt },
    { title: t('回复期限', 'Reply due'), kind: 'time', of: ({ replyDueAt }) => replyDueAt },
    { title: t('销牌时间', 'Cleared'), kind: 'time', of: ({ clearedAt }) => clearedAt },
    { title: t('撤牌时间', 'Lifted'), kind: 'time', of: ({ liftedAt }) => liftedAt },
    { title: t('撤牌理由', 'Why it was lifted'), width: 20, of: ({ liftedReason }) => liftedReason },
  ],
};
