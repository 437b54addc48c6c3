import type { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { ShownMove } from '../policies/named-moves.ts';
import type { CaseShown, PackShown } from '../policies/pack.ts';
import type { ProposalShown } from '../policies/shown.ts';
import type { PolicyShown } from '../policies/versions.ts';
import type { DayShown } from '../policies/year.ts';
import { wordOf } from './codes.ts';
import { choiceWords } from './filter-words.ts';
import type { Sheet } from './sheet.ts';

type Section = PackShown['sections'][number];
export type RuleLine = Section['rows'][number] & { section: string };
type Move = z.infer<typeof ShownMove>;
export type MoveLine = { move: Move; clock?: Move['clocks'][number] };
type Proposal = z.infer<typeof ProposalShown>;

const versionColumns: Sheet<Pick<PolicyShown, 'what' | 'name' | 'version' | 'inForceFrom'>>['columns'] = [
  { title: t('种类', 'What'), of: ({ what }, language) => choiceWords[what]?.[language] },
  { title: t('名称', 'Name'), width: 14, of: ({ name }) => name },
  { title: t('版本', 'Version'), of: ({ version }) => version },
  { title: t('生效', 'In force from'), kind: 'time', of: ({ inForceFrom }) => inForceFrom },
];

/** Every version of every pack and calendar. */
export const versionSheet: Sheet<PolicyShown> = {
  name: 'policies',
  title: t('规则包与日历', 'Policies and calendars'),
  columns: [
    ...versionColumns,
    { title: t('失效', 'In force until'), kind: 'time', of: ({ inForceUntil }) => inForceUntil },
    { title: t('提出人', 'Proposed by'), of: ({ proposedBy }) => proposedBy?.title },
    { title: t('决定人', 'Decided by'), of: ({ decidedBy }) => decidedBy?.title },
    { title: t('在办流程', 'Open processes'), kind: 'number', of: ({ open }) => open },
    { title: t('适用', 'Towns'), width: 24, of: ({ towns }) => towns.map(({ title }) => title).join('; ') },
  ],
};

/** What was proposed, and what became of it. */
export const proposalSheet: Sheet<Proposal> = {
  name: 'proposals',
  title: t('规则变更申请', 'Proposals'),
  columns: [
    ...versionColumns,
    { title: t('提出人', 'Proposed by'), of: ({ proposedBy }) => proposedBy },
    { title: t('提出时间', 'Proposed'), kind: 'time', of: ({ proposedAt }) => proposedAt },
    { title: t('决定人', 'Decided by'), of: ({ decidedBy }) => decidedBy },
    { title: t('决定时间', 'Decided'), kind: 'time', of: ({ decidedAt }) => decidedAt },
    { title: t('决定', 'Decision'), of: ({ verdict }, language) => wordOf('verdict', verdict, language) },
    { title: t('变更', 'What it changes'), width: 48, of: ({ difference }) => difference.join('\n') },
  ],
};

/** One pack as a table: every value in words, with the text that it comes from. */
export const ruleSheet: Sheet<RuleLine> = {
  name: 'pack',
  title: t('规则表', 'Rules'),
  columns: [
    { title: t('部分', 'Section'), of: ({ section }) => section },
    { title: t('规则', 'Rule'), width: 24, of: ({ title }) => title },
    { title: t('取值', 'Value'), width: 24, of: ({ said }) => said },
    { title: t('写法', 'As written'), of: ({ written }) => written },
    { title: t('依据', 'Source'), width: 24, of: ({ source }) => source },
  ],
};

/** The cases that a pack must answer to, tried now. */
export const exampleSheet: Sheet<CaseShown> = {
  name: 'examples',
  title: t('算例', 'Example cases'),
  columns: [
    { title: t('算例', 'Case'), width: 30, of: ({ given }) => given },
    { title: t('条件', 'When'), width: 24, of: ({ when }) => JSON.stringify(when) },
    { title: t('应得', 'Expected'), width: 24, of: ({ expected }) => JSON.stringify(expected) },
    {
      title: t('是否相符', 'Holds'),
      width: 6,
      of: ({ wrong }, language) => termOf('isTrue', wrong.length === 0, language),
    },
    { title: t('不符之处', 'What is wrong'), width: 30, of: ({ wrong }) => wrong.join('\n') },
  ],
};

/** What another version would move: a line for each clock of each running process. */
export const moveSheet: Sheet<MoveLine> = {
  name: 'moves',
  title: t('规则变动', 'What would move'),
  columns: [
    { title: t('在办流程', 'Running process'), width: 30, of: ({ move }) => move.title },
    { title: t('原期限', 'Due now'), kind: 'time', of: ({ clock }) => clock?.from },
    { title: t('新期限', 'Due then'), kind: 'time', of: ({ clock }) => clock?.to },
  ],
};

/** The days of a year as the clocks count them. */
export const daySheet: Sheet<DayShown> = {
  name: 'calendar',
  title: t('工作日历', 'Calendar'),
  columns: [
    { title: t('日期', 'Day'), kind: 'day', of: ({ date }) => date },
    {
      title: t('是否上班', 'Worked'),
      width: 6,
      of: ({ isWorked }, language) => termOf('isTrue', isWorked, language),
    },
    { title: t('原因', 'Why'), of: ({ why }, language) => wordOf('day', why, language) },
    { title: t('节假日', 'Holiday'), of: ({ name }) => name },
    {
      title: t('已公布', 'Published'),
      width: 6,
      of: ({ isPublished }, language) => termOf('isTrue', isPublished, language),
    },
    {
      title: t('与上一版不同', 'Changed'),
      width: 6,
      of: ({ isChanged }, language) => termOf('isTrue', isChanged, language),
    },
  ],
};
