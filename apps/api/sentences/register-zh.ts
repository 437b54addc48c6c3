import type { Sentence } from './words.ts';

// Why administrators are refused something.
export const registerZh: Readonly<Record<string, Sentence>> = {
  'ended-already': ['已停用', '已经撤销或停用，不能再改。'],
  'not-ended': ['未停用', '没有停用，无需恢复。'],
  'code-known': ['代码已存在', '代码 {code} 已被使用，请换一个，或留空自动编号。'],
  'name-known': ['名称重复', '这里已有“{name}”，请换一个名称。'],
  'account-known': ['账号已存在', '账号 {account} 已被使用，请换一个。'],
  'place-lowest': ['不能再分', '楼栋以下不再设地点。'],
  'place-not-empty': [
    '还不能撤销',
    '此处还有 {open} 件在办事项、{posts} 个岗位、{units} 个单位、{below} 个下级地点，请先办结、免去或撤销。',
  ],
  'unit-not-empty': [
    '还不能撤销',
    '该单位还有 {open} 项未办结的任务和牌、{posts} 个岗位、{below} 个下级单位、{memberships} 项成员关系，并主办 {kinds} 类事项，请先处理。',
  ],
  'no-such-unit': ['单位不存在', '没有这个单位，或已经撤销。'],
  'unit-cycle': ['上级循环', '该单位在本单位之下，不能作为上级。'],
  'unit-needed': ['需要单位', '这个角色代表单位办理，请选择单位。'],
  'place-needed': ['需要地点', '没有单位的岗位须选择地点。'],
  'place-outside-unit': ['不在单位辖区内', '地点须在单位所在地点之内。'],
  'call-back-supervisor': ['只有督查室可以回访', '回访员只能由督查室的人担任。'],
  'powers-apart': ['三员分立', '系统管理员、安全管理员、审计员由不同的人担任，也不兼任其他岗位。'],
  'post-known': ['岗位已有', '此人已有这个岗位。'],
  'not-yourself': ['不能给自己办', '不能给自己授权、免职或重设密码，请另一位管理员办理。'],
  'holds-tasks': [
    '手上还有任务',
    '此人手上还有 {open} 项已签收的任务。请其办结或退回；人已离开的，先登记离岗，由B岗办理。',
  ],
  'last-of-power': ['不能少于一人', '此人是最后一位，请先授予另一个人。'],
  'not-locked': ['没有锁定', '账号没有锁定。'],
  'no-sessions': ['没有登录', '此人目前没有登录。'],
  'not-away': ['没有离岗', '此人没有登记离岗。'],
};
