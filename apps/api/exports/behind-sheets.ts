import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { DeductedMatter } from '../scores/scored.ts';
import type { CounterLine } from '../watch/counters.ts';
import type { SaidLine } from '../watch/said.ts';
import type { StageItem } from '../watch/stage-items.ts';
import { choiceSaid } from './choice-said.ts';
import { hoursIn } from './figure.ts';
import type { Sheet } from './sheet.ts';

/** The call-backs behind one of the three rates. */
export const saidSheet: Sheet<SaidLine> = {
  name: 'call-backs',
  title: t('回访明细', 'Call-backs'),
  columns: [
    { title: t('台账编号', 'Ledger number'), width: 14, of: ({ matter }) => matter.number },
    { title: t('类别', 'Kind'), of: ({ matter }) => matter.kind?.title },
    { title: t('地点', 'Place'), of: ({ place }) => place?.title },
    { title: t('主办单位', 'Lead unit'), width: 14, of: ({ lead }) => lead?.title },
    { title: t('办结时间', 'Closed'), kind: 'time', of: ({ closedAt }) => closedAt },
    {
      title: t('并案反映人', 'Of a merged matter'),
      width: 7,
      of: ({ isMerged }, language) => termOf('isTrue', isMerged, language),
    },
    {
      title: t('已联系', 'Contacted'),
      width: 6,
      of: ({ said }, language) => termOf('isTrue', said?.contacted, language),
    },
    {
      title: t('已解决', 'Solved'),
      width: 6,
      of: ({ said }, language) => termOf('isTrue', said?.solved, language),
    },
    {
      title: t('满意度', 'Satisfaction'),
      width: 8,
      of: ({ said }, language) => termOf('rating', said?.satisfaction, language),
    },
    {
      title: t('剔除原因', 'Why it is excluded'),
      width: 16,
      of: ({ exclusion }, language) => choiceSaid(exclusion?.reason, language),
    },
    {
      title: t('批准人', 'Approved by'),
      width: 14,
      of: ({ exclusion }) => exclusion?.by?.title ?? exclusion?.unit?.title,
    },
    { title: t('批准时间', 'Approved'), kind: 'time', of: ({ exclusion }) => exclusion?.at },
  ],
};

/** The work behind one of the seven numbers. */
export const stageItemSheet: Sheet<StageItem> = {
  name: 'stage-items',
  title: t('环节明细', 'Work behind a stage'),
  columns: [
    { title: t('编号', 'Number'), width: 14, of: ({ process }) => process.number },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('事项', 'What it is about'), width: 20, of: ({ process }) => process.label },
    { title: t('地点', 'Place'), of: ({ process }) => process.place?.title },
    {
      title: t('任务', 'Task'),
      width: 12,
      of: ({ task }, language) => task ?? t('整件事项', 'The whole matter')[language],
    },
    { title: t('在谁手上', 'In whose hands'), width: 14, of: ({ hands }) => hands?.title },
    { title: t('派发时间', 'Given out'), kind: 'time', of: ({ openedAt }) => openedAt },
    { title: t('期限', 'Due'), kind: 'time', of: ({ dueAt }) => dueAt },
    { title: t('完成时间', 'Done'), kind: 'time', of: ({ doneAt }) => doneAt },
    {
      title: t('是否超期', 'Late'),
      width: 6,
      of: ({ isLate }, language) => termOf('isTrue', isLate, language),
    },
  ],
};

/** Each time that something was put off, hung, done again or passed on. */
export const timeSheet: Sheet<CounterLine> = {
  name: 'times',
  title: t('延期、挂起、返工、推诿明细', 'Put off, hung, redone, passed on'),
  columns: [
    { title: t('编号', 'Number'), width: 14, of: ({ process }) => process.number },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('事项', 'What it is about'), width: 20, of: ({ process }) => process.label },
    { title: t('地点', 'Place'), of: ({ process }) => process.place?.title },
    { title: t('任务', 'Task'), width: 12, of: ({ task }) => task },
    { title: t('在谁手上', 'In whose hands'), width: 14, of: ({ hands }) => hands?.title },
    { title: t('开始', 'Began'), kind: 'time', of: ({ began }) => began },
    { title: t('结束', 'Ended'), kind: 'time', of: ({ ended }) => ended },
    { title: t('时长（小时）', 'Hours'), kind: 'number', of: ({ ms }) => hoursIn(ms) },
    { title: t('同一事项次数', 'Times in the same matter'), kind: 'number', of: ({ times }) => times },
  ],
};

/** The matters in which a unit or grid lost points for one reason. */
export const deductionSheet: Sheet<DeductedMatter> = {
  name: 'deductions',
  title: t('扣分明细', 'Deductions'),
  columns: [
    { title: t('台账编号', 'Ledger number'), width: 14, of: ({ number }) => number },
    { title: t('类别', 'Kind'), of: ({ kind }) => kind?.title },
    { title: t('地点', 'Place'), of: ({ place }) => place?.title },
    { title: t('主办单位', 'Lead unit'), width: 14, of: ({ lead }) => lead?.title },
    { title: t('办结时间', 'Closed'), kind: 'time', of: ({ closedAt }) => closedAt },
    { title: t('扣分', 'Points'), kind: 'number', of: ({ points }) => points },
    { title: t('次数', 'Times'), kind: 'number', of: ({ times }) => times },
    { title: t('得分', 'Score'), kind: 'number', of: ({ score }) => score },
  ],
};
