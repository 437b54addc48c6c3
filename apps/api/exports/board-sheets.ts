import { t } from '../../../workflows/process/field.ts';
import type { BandShown } from '../scores/bands.ts';
import type { Scorecard } from '../scores/scorecard.ts';
import type { Counter } from '../watch/counters.ts';
import type { RateLine } from '../watch/rates.ts';
import { Part } from '../watch/rates-query.ts';
import { StageNumber, WHOLE } from '../watch/stage-query.ts';
import type { StageLine } from '../watch/stages.ts';
import { codes, wordOf } from './codes.ts';
import { hoursIn, percentOf, pointsOf } from './figure.ts';
import type { Sheet } from './sheet.ts';

const whole = t('全部', 'All');

/** The three rates with the counts that they are made of. */
export const rateSheet: Sheet<RateLine> = {
  name: 'rates',
  title: t('三率', 'Three rates'),
  columns: [
    {
      title: t('单位或网格', 'Unit or grid'),
      width: 20,
      of: ({ owner }, language) => owner?.title ?? whole[language],
    },
    { title: t('响应率（%）', 'Response, %'), kind: 'number', of: (line) => percentOf(line.response) },
    {
      title: t('满意率（%）', 'Satisfaction, %'),
      kind: 'number',
      of: (line) => percentOf(line.satisfaction),
    },
    { title: t('解决率（%）', 'Solved, %'), kind: 'number', of: (line) => percentOf(line.solved) },
    { title: t('综合分', 'Total'), kind: 'number', of: ({ total }) => pointsOf(total) },
    ...Part.options.map((part) => ({
      title: codes.part[part],
      kind: 'number' as const,
      of: ({ counts }: RateLine) => counts[part],
    })),
    { title: t('件数', 'Matters'), kind: 'number', of: ({ matters }) => matters },
  ],
};

/** The seven numbers of each step or unit. */
export const stageSheet: Sheet<StageLine> = {
  name: 'stages',
  title: t('七项数字', 'Seven numbers'),
  columns: [
    {
      title: t('环节或单位', 'Step or unit'),
      width: 20,
      of: ({ owner }, language) =>
        owner.value === WHOLE ? t('整件事项', 'The whole matter')[language] : owner.title,
    },
    ...StageNumber.options.map((number) => ({
      title: codes.number[number],
      kind: 'number' as const,
      of: ({ numbers }: StageLine) => numbers[number],
    })),
    { title: t('办结率（%）', 'Closing rate, %'), kind: 'number', of: (line) => percentOf(line.closingRate) },
    { title: t('按期率（%）', 'In-time rate, %'), kind: 'number', of: (line) => percentOf(line.inTimeRate) },
  ],
};

/** What was put off, hung, done again or passed on. */
export const counterSheet: Sheet<Counter> = {
  name: 'counters',
  title: t('延期、挂起、返工、推诿', 'Put off, hung, redone, passed on'),
  columns: [
    { title: t('情形', 'What'), of: ({ name }, language) => wordOf('name', name, language) },
    { title: t('现有事项', 'Matters now'), kind: 'number', of: ({ now }) => now },
    { title: t('累计次数', 'Times in all'), kind: 'number', of: ({ ever }) => ever },
    { title: t('不止一次的事项', 'Matters more than once'), kind: 'number', of: ({ more }) => more },
    { title: t('合计时长（小时）', 'Hours together'), kind: 'number', of: ({ ms }) => hoursIn(ms) },
  ],
};

/** A scorecard a line; what points were taken off for stands in words. */
export const scoreSheet: Sheet<Scorecard> = {
  name: 'scores',
  title: t('考核得分', 'Scores'),
  columns: [
    { title: t('单位或网格', 'Unit or grid'), width: 20, of: ({ owner }) => owner.title },
    { title: t('平均分', 'Mean score'), kind: 'number', of: ({ score }) => pointsOf(score) },
    { title: t('件数', 'Matters'), kind: 'number', of: ({ matters }) => matters },
    { title: t('剔除', 'Excluded'), kind: 'number', of: ({ excluded }) => excluded },
    { title: t('超期件', 'Late'), kind: 'number', of: ({ late }) => late },
    { title: t('重新办理', 'Handled again'), kind: 'number', of: ({ rehandled }) => rehandled },
    {
      title: t('扣分项', 'Deductions'),
      width: 40,
      of: ({ deductions }, language) =>
        deductions
          .map(
            ({ reason, matters, points }) => `${wordOf('reason', reason, language)} ${points} (${matters})`,
          )
          .join('; '),
    },
    { title: t('他方评分次数', 'Marks of others'), kind: 'number', of: ({ marks }) => marks.count },
    { title: t('他方评分', 'Their points'), kind: 'number', of: ({ marks }) => pointsOf(marks.points) },
    { title: t('三率综合', 'Three rates'), kind: 'number', of: ({ rates }) => pointsOf(rates.total) },
  ],
};

/** How often each community has begun what is a sign by its number. */
export const bandSheet: Sheet<BandShown> = {
  name: 'bands',
  title: t('频度', 'How often'),
  columns: [
    { title: t('业务', 'What'), of: ({ process }) => process.title },
    { title: t('地点', 'Place'), width: 16, of: ({ place }) => place.title },
    { title: t('季度', 'Quarter'), of: ({ period }) => period },
    { title: t('发起次数', 'Begun'), kind: 'number', of: ({ begun }) => begun },
    { title: t('频度', 'How often'), of: ({ band }, language) => wordOf('band', band, language) },
  ],
};
