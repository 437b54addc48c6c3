// What the codes of the field are called, by the list that they belong to.
import { t } from '../process/field.ts';

export const role = {
  gridWorker: t('网格员', 'grid worker'),
  community: t('社区', 'community'),
  subdistrict: t('街道', 'subdistrict'),
  department: t('部门', 'department'),
  supervisor: t('督查室', 'supervision office'),
  auditor: t('审计', 'auditor'),
  deputy: t('人大代表', 'deputy'),
  systemAdministrator: t('系统管理员', 'system administrator'),
  securityAdministrator: t('安全管理员', 'security administrator'),
  resident: t('居民', 'resident'),
  system: t('信息系统', 'information system'),
} as const;

export const status = {
  received: t('已收到', 'received'),
  open: t('在办', 'open'),
  ending: t('正在收尾', 'ending'),
  closed: t('已办结', 'closed'),
} as const;

/** How a matter ended. */
export const ending = {
  closed: t('办结归档', 'closed and archived'),
  notAccepted: t('不予受理', 'not accepted'),
  merged: t('并案', 'merged'),
  withdrawn: t('居民撤回', 'withdrawn'),
  cancelled: t('撤销', 'cancelled'),
} as const;

/** How a task ended that nobody completed. */
export const ended = {
  returned: t('退单', 'returned'),
  reassigned: t('改派', 'reassigned'),
  cancelled: t('取消', 'cancelled'),
  expired: t('到期关闭', 'window over'),
  excused: t('免除协办', 'excused'),
  stopped: t('随事项终止', 'ended with the matter'),
} as const;

export const way = {
  cadre: t('干部了解', 'a cadre learned of it'),
  resident: t('群众反映', 'a resident reported it'),
  system: t('信息化采集', 'an information system'),
  station: t('联络站接访', 'a visit to a liaison station'),
} as const;

export const mode = {
  team: t('组团', 'by a team'),
  digital: t('数字', 'digital'),
  onBehalf: t('代办', 'on behalf'),
  appointment: t('预约', 'by appointment'),
  offHours: t('错时', 'off hours'),
} as const;

export const rating = {
  unsolved: t('未解决', 'not solved'),
  dissatisfied: t('不满意', 'not satisfied'),
  basically: t('基本满意', 'basically satisfied'),
  satisfied: t('满意', 'satisfied'),
  none: t('未评议', 'no rating'),
} as const;

export const channel = {
  web: t('网上', 'web'),
  console: t('本系统', 'here'),
  patrol: t('巡查', 'patrol'),
  phone: t('电话', 'phone'),
  visit: t('来访', 'visit'),
  station: t('联络站接访', 'liaison station'),
  hotline: t('热线', 'hotline'),
  email: t('邮件', 'e-mail'),
  system: t('系统对接', 'system'),
  letter: t('书面', 'letter'),
  message: t('短信', 'message'),
} as const;

/** What a ladder does on its rungs. */
export const rung = {
  reminder: t('催办提醒', 'Reminder'),
  yellow: t('黄牌', 'Yellow card'),
  red: t('红牌', 'Red card'),
  letter: t('督办函', 'Letter of supervision'),
} as const;

/** What may be asked for a task. */
export const request = {
  return: t('退单', 'Return'),
  extension: t('延期', 'Extension'),
  suspension: t('挂起', 'Suspension'),
  reassignment: t('改派', 'Reassignment'),
} as const;
