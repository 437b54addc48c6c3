import { t } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';

/** What administrators do, as their record says it. */
export const actTitles: Readonly<Record<string, Title>> = {
  addPlace: t('新增地点', 'Place added'),
  renamePlace: t('地点改名', 'Place renamed'),
  endPlace: t('撤销地点', 'Place ended'),
  addUnit: t('新增单位', 'Unit added'),
  changeUnit: t('修改单位', 'Unit changed'),
  endUnit: t('撤销单位', 'Unit ended'),
  addPerson: t('新增人员', 'Person added'),
  changePerson: t('修改人员', 'Person changed'),
  endPerson: t('停用账号', 'Account closed'),
  restorePerson: t('恢复账号', 'Account opened again'),
  givePost: t('授予岗位', 'Post given'),
  endPost: t('免去岗位', 'Post ended'),
  resetPassword: t('重设密码', 'Password reset'),
  unlockAccount: t('解除锁定', 'Account unlocked'),
  endSessions: t('退出全部登录', 'Sessions ended'),
  endSession: t('退出登录', 'Session ended'),
  issueToken: t('签发系统令牌', 'System token issued'),
  setAway: t('登记离岗', 'Set away'),
  endAway: t('取消离岗', 'Being away ended'),
};

export const whatTitles: Readonly<Record<string, Title>> = {
  place: t('地点', 'Place'),
  unit: t('单位', 'Unit'),
  person: t('人员', 'Person'),
  post: t('岗位', 'Post'),
  absence: t('离岗', 'Absence'),
  session: t('登录', 'Session'),
};

export const fieldTitles: Readonly<Record<string, Title>> = {
  person: t('人员', 'person'),
  role: t('角色', 'role'),
  unit: t('单位', 'unit'),
  code: t('代码', 'code'),
  name: t('名称', 'name'),
  nameEn: t('英文名称', 'name in English'),
  level: t('层级', 'level'),
  place: t('地点', 'place'),
  kind: t('类别', 'kind'),
  superior: t('上级单位', 'superior'),
  handles: t('承办事项', 'handles matters'),
  email: t('邮箱', 'e-mail'),
  locale: t('语言', 'language'),
  rank: t('AB岗', 'A or B'),
  isHead: t('负责人', 'head'),
  callBack: t('回访员', 'calls back'),
  posts: t('岗位', 'posts'),
  isEnded: t('已停用', 'ended'),
  isAway: t('离岗', 'away'),
  from: t('开始', 'from'),
  until: t('结束', 'until'),
  oneTimeUntil: t('一次性密码有效至', 'one-time password until'),
  sessionsEnded: t('退出登录数', 'sessions ended'),
  sessions: t('登录数', 'sessions'),
  lockedUntil: t('锁定至', 'locked until'),
  agent: t('浏览器', 'browser'),
};
