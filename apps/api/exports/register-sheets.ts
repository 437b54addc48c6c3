import type { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';
import { termOf } from '../documents/terms.ts';
import type { ColleagueShown } from '../reference/colleague.ts';
import type { PersonShown } from '../register/person-shown.ts';
import type { PlaceShown } from '../register/place.ts';
import type { RecordShown } from '../register/record-shown.ts';
import type { UnitShown } from '../register/unit.ts';
import type { Sheet } from './sheet.ts';

type Person = z.infer<typeof PersonShown>;
type Unit = z.infer<typeof UnitShown>;
type Place = z.infer<typeof PlaceShown>;
type Colleague = z.infer<typeof ColleagueShown>;
type Recorded = z.infer<typeof RecordShown>;

const states: Readonly<Record<Person['state'], Title>> = {
  active: t('正常', 'active'),
  new: t('待本人设密码', 'has not chosen a password'),
  locked: t('已锁定', 'locked'),
  ended: t('已停用', 'ended'),
};

const heldBy = ({ posts }: Person): string =>
  posts
    .map(({ role, unit, place, rank }) => `${role.title} ${unit?.title ?? place.title} ${rank}`)
    .join('; ');

/** The accounts of the staff with their posts. */
export const peopleSheet: Sheet<Person> = {
  name: 'people',
  title: t('人员与岗位', 'People and posts'),
  columns: [
    { title: t('姓名', 'Name'), of: ({ title }) => title },
    { title: t('账号', 'Account'), width: 16, of: ({ account }) => account },
    { title: t('岗位', 'Posts'), width: 40, of: heldBy },
    { title: t('状态', 'State'), of: ({ state }, language) => states[state][language] },
    { title: t('工作邮箱', 'E-mail'), width: 24, of: ({ email }) => email },
    { title: t('离岗至', 'Away until'), kind: 'time', of: ({ away }) => away?.until },
    { title: t('最近登录', 'Last sign-in'), kind: 'time', of: ({ lastSignIn }) => lastSignIn },
  ],
};

/** The people of the units that somebody leads, with how much each has in hand. */
export const colleagueSheet: Sheet<Colleague> = {
  name: 'colleagues',
  title: t('本单位人员', 'My unit'),
  columns: [
    { title: t('姓名', 'Name'), of: ({ title }) => title },
    {
      title: t('岗位', 'Posts'),
      width: 30,
      of: ({ posts }, language) =>
        posts.map(({ role, unit, rank }) => `${termOf('role', role, language)} ${unit} ${rank}`).join('; '),
    },
    { title: t('离岗自', 'Away from'), kind: 'time', of: ({ away }) => away?.from },
    { title: t('离岗至', 'Away until'), kind: 'time', of: ({ away }) => away?.until },
    { title: t('在办任务', 'Tasks in hand'), kind: 'number', of: ({ inHand }) => inHand },
    { title: t('其中超期', 'Late of these'), kind: 'number', of: ({ late }) => late },
  ],
};

/** Units with how many hold their posts. */
export const unitSheet: Sheet<Unit> = {
  name: 'units',
  title: t('单位', 'Units'),
  columns: [
    { title: t('代码', 'Code'), width: 16, of: ({ code }) => code },
    { title: t('名称', 'Name'), width: 24, of: ({ title }) => title },
    { title: t('类型', 'Kind'), of: ({ kind }) => kind.title },
    { title: t('地点', 'Place'), of: ({ place }) => place.title },
    { title: t('上级', 'Superior'), width: 20, of: ({ superior }) => superior?.title },
    { title: t('负责人', 'Heads'), of: ({ heads }) => heads.join('; ') },
    { title: t('A岗人数', 'A posts'), kind: 'number', of: ({ a }) => a },
    { title: t('B岗人数', 'B posts'), kind: 'number', of: ({ b }) => b },
    { title: t('停用时间', 'Ended'), kind: 'time', of: ({ endedAt }) => endedAt },
  ],
};

/** Places of one level of the tree. */
export const placeSheet: Sheet<Place> = {
  name: 'places',
  title: t('地点与网格', 'Places'),
  columns: [
    { title: t('代码', 'Code'), width: 16, of: ({ code }) => code },
    { title: t('名称', 'Name'), width: 20, of: ({ title }) => title },
    { title: t('级别', 'Level'), of: ({ level }) => level.title },
    { title: t('规则包', 'Policy'), of: ({ policy }) => policy?.name },
    { title: t('单位数', 'Units'), kind: 'number', of: ({ units }) => units },
    { title: t('岗位数', 'Posts'), kind: 'number', of: ({ posts }) => posts },
    { title: t('停用时间', 'Ended'), kind: 'time', of: ({ endedAt }) => endedAt },
  ],
};

const changed = ({ changes }: Recorded): string =>
  changes.map(({ field, before, after }) => `${field.title}: ${before ?? '–'} → ${after ?? '–'}`).join('; ');

/** Who of the administrators changed what. */
export const recordSheet: Sheet<Recorded> = {
  name: 'records',
  title: t('管理记录', 'Record of administration'),
  columns: [
    { title: t('时间', 'When'), kind: 'time', of: ({ at }) => at },
    { title: t('操作人', 'Who'), of: ({ by }) => by.title },
    { title: t('操作', 'What was done'), of: ({ act }) => act.title },
    { title: t('对象', 'To what'), width: 24, of: ({ what, of }) => `${what.title} ${of.title}` },
    { title: t('变更', 'Before and after'), width: 48, of: changed },
  ],
};
