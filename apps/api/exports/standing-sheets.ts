import type { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { t } from '../../../workflows/process/field.ts';
import type { AlarmShown } from '../alarms/alarm-shown.ts';
import { termOf } from '../documents/terms.ts';
import type { SessionLine } from '../door/session-line.ts';
import type { WithoutHolder } from '../matters/without-holder.ts';
import type { NoticeShown } from '../reference/notice.ts';
import type { RoleShown } from '../register/roles.controller.ts';
import { wordOf } from './codes.ts';
import type { Sheet } from './sheet.ts';

type Session = z.infer<typeof SessionLine>;
type Role = z.infer<typeof RoleShown>;
type Alarm = z.infer<typeof AlarmShown>;

/** Who is signed in, and since when; a resident has no name here. */
export const sessionSheet: Sheet<Session> = {
  name: 'sessions',
  title: t('登录会话', 'Sessions'),
  columns: [
    {
      title: t('人员', 'Person'),
      of: ({ person }, language) => person?.title ?? t('居民', 'Resident')[language],
    },
    { title: t('登录时间', 'Since'), kind: 'time', of: ({ createdAt }) => createdAt },
    { title: t('到期', 'Ends'), kind: 'time', of: ({ expiresAt }) => expiresAt },
    { title: t('浏览器', 'Browser'), width: 40, of: ({ agent }) => agent },
  ],
};

/** The table of rights: what each role may do, and to what. */
export const roleSheet: Sheet<Role> = {
  name: 'roles',
  title: t('角色与权限', 'Roles and rights'),
  columns: [
    { title: t('角色', 'Role'), of: ({ role }) => role.title },
    { title: t('A岗人数', 'A posts'), kind: 'number', of: ({ a }) => a },
    { title: t('B岗人数', 'B posts'), kind: 'number', of: ({ b }) => b },
    {
      title: t('可以做什么', 'What it may do'),
      width: 80,
      of: ({ rights }) =>
        rights
          .map(({ relation, may }) => `${relation.title}: ${may.map(({ title }) => title).join(' · ')}`)
          .join('\n'),
    },
  ],
};

/** A notice does not say of which process its task is; tasks of one name are called the same. */
const taskTitles = new Map(
  Object.values(catalog).flatMap(({ tasks }) =>
    Object.entries(tasks).map(([kind, { title }]) => [kind, title] as const),
  ),
);

const kindOf = ({ facts }: NoticeShown): string | undefined =>
  typeof facts['kind'] === 'string' ? facts['kind'] : undefined;

/** What somebody was told: his own. */
export const noticeSheet: Sheet<NoticeShown> = {
  name: 'notices',
  title: t('消息', 'Notices'),
  columns: [
    { title: t('时间', 'When'), kind: 'time', of: ({ createdAt }) => createdAt },
    { title: t('内容', 'What'), of: ({ template }, language) => wordOf('notice', template, language) },
    { title: t('事项', 'What it is about'), width: 20, of: ({ about }) => about?.title },
    { title: t('地点', 'Place'), of: ({ about }) => about?.place },
    {
      title: t('任务', 'Task'),
      width: 12,
      of: (notice, language) => taskTitles.get(kindOf(notice) ?? '')?.[language],
    },
    { title: t('途径', 'Channel'), of: ({ channel }, language) => termOf('channel', channel, language) },
    { title: t('送达时间', 'Delivered'), kind: 'time', of: ({ deliveredAt }) => deliveredAt },
    { title: t('已读时间', 'Read'), kind: 'time', of: ({ readAt }) => readAt },
  ],
};

/** Tasks that nobody was there for, and to whom they went. */
export const withoutHolderSheet: Sheet<WithoutHolder> = {
  name: 'without-holder',
  title: t('岗位无人', 'Nobody in post'),
  columns: [
    { title: t('任务', 'Task'), width: 14, of: ({ title }) => title },
    { title: t('编号', 'Number'), width: 14, of: ({ process }) => process.number },
    { title: t('流程', 'Process'), of: ({ process }) => process.process.title },
    { title: t('应由谁办', 'Who is asked'), width: 14, of: ({ unit, place }) => unit?.title ?? place?.title },
    { title: t('原因', 'Why'), of: ({ reason }, language) => wordOf('absence', reason, language) },
    { title: t('自何时', 'Since'), kind: 'time', of: ({ since }) => since },
    { title: t('已上转给', 'Went to'), of: ({ wentTo }) => wentTo?.person?.title },
    { title: t('其单位', 'Of the unit'), width: 14, of: ({ wentTo }) => wentTo?.unit?.title },
  ],
};

/** How each part of the house stands. */
export const alarmSheet: Sheet<Alarm> = {
  name: 'alarms',
  title: t('运行状况', 'How the house stands'),
  columns: [
    { title: t('部分', 'Part'), width: 14, of: ({ title }) => title },
    { title: t('状态', 'State'), of: ({ level }, language) => wordOf('alarm', level, language) },
    { title: t('自何时', 'Since'), kind: 'time', of: ({ since }) => since },
    { title: t('数量', 'How many'), kind: 'number', of: ({ count }) => count },
    { title: t('情况', 'What is'), width: 36, of: ({ sentence }) => sentence },
    { title: t('怎么办', 'What to do'), width: 36, of: ({ advice }) => advice },
  ],
};
