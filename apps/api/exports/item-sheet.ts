import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { ItemLine } from '../processes/shown.ts';
import type { Sheet } from './sheet.ts';

/** What an item says of itself, for whoever may read it. */
export function wordsOf({ facts }: Pick<ItemLine, 'facts'>): string | null {
  const { words } = facts;
  return typeof words === 'string' ? words : null;
}

/** The things on the lists of processes. */
export const itemSheet: Sheet<ItemLine> = {
  name: 'items',
  title: t('清单事项', 'Things on lists'),
  columns: [
    { title: t('编号', 'Number'), width: 14, of: ({ number }) => number },
    { title: t('种类', 'Kind'), width: 8, of: ({ kind }) => kind.title },
    { title: t('内容', 'What'), width: 30, of: wordsOf },
    { title: t('地点', 'Place'), of: ({ place }) => place.title },
    { title: t('单位', 'Unit'), width: 14, of: ({ unit }) => unit?.title },
    { title: t('人员', 'Person'), width: 8, of: ({ person }) => person?.title },
    {
      title: t('状态', 'State'),
      width: 8,
      of: ({ status, ending }, language) =>
        termOf('ending', ending, language) ?? termOf('status', status, language),
    },
    { title: t('登记时间', 'Taken down'), kind: 'time', of: ({ openedAt }) => openedAt },
    { title: t('结束时间', 'Closed'), kind: 'time', of: ({ closedAt }) => closedAt },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('流程名称', 'Name of the process'), width: 16, of: ({ process }) => process.label },
  ],
};
