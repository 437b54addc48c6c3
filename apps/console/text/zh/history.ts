// What happened, told in sentences: one for each kind of entry of the journal.
import * as happened from '../../../../workflows/words/happened.ts';
import * as terms from '../../../../workflows/words/terms.ts';
import { each, spoken } from '../spoken.ts';

export const history = {
  event: {
    ...spoken(happened.event, 'zh'),
    opened: '收到事项，流程开始',
    begun: '流程开始',
    taskOpened: '派发任务“{{task}}”',
    taskAssigned: '“{{task}}”交给{{to}}',
    taskTaken: '“{{task}}”交给{{to}}（原由{{from}}在办）',
    cardLifted: '撤销牌',
    ended: '结束：{{ending}}',
  },
  ended: spoken(happened.taskEnded, 'zh'),
  moved: {
    started: '开始计时',
    paused: '暂停计时',
    resumed: '恢复计时',
    extended: '延长期限',
    stopped: '停止计时',
    recomputed: '按新的放假安排重算期限',
  },
  rung: {
    ...each(terms.rung, 'zh', (rung) => `${rung}（{{task}}）`),
    overtaken: '已被更高一级代替，未单独发出',
  },
  asked: each(terms.request, 'zh', (request) => `申请${request}`),
  answered: { yes: '同意申请', no: '不同意申请' },
  noted: {
    ...spoken(happened.noted, 'zh'),
    movedUp: '上报至{{tier}}',
    triaged: '研判：{{colour}}',
    carried: '沿用来源系统的研判',
    registered: '登记入账',
  },
  told: spoken(happened.told, 'zh'),
  stopped: { withdrawn: '居民撤回', cancelled: '撤销事项' },
  closed: {
    closed: '办结归档',
    notAccepted: '不予受理，结束',
    merged: '并案，结束',
    withdrawn: '因撤回结束',
    cancelled: '因撤销结束',
  },
  find: '在经过中查找',
  notFound: '经过里没有这样的内容。',
  reminders: '催办提醒 {{n}} 次',
  whole: '整件事项',
  due: '期限 {{at}}',
  waiting: '等待 {{span}}',
  byItself: '系统',
  for: '代 {{name}}',
  late: '服务器收到后 {{span}} 才完成，按收到时计算',
  more: '另有 {{n}} 级提醒已被更高一级代替',
  all: '全部 {{n}} 条',
  empty: '还没有记录：事项刚刚收到。',
  seq: '第 {{n}} 条',
  resident: '居民',
} as const;
