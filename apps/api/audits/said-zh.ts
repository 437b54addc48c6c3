// What happened, in business words, for the course of an audit, its search and its paper. `{x}` is filled in.
import { became } from '../../../workflows/words/became.ts';
import * as happened from '../../../workflows/words/happened.ts';
import { inLanguage } from '../../../workflows/words/in-language.ts';
import * as terms from '../../../workflows/words/terms.ts';

export const zh = {
  event: {
    ...inLanguage(happened.event, 'zh'),
    opened: '收到，流程开始，执行规则 {policy}',
    taskOpened: '派出“{task}”{to}',
    taskAssigned: '“{task}”交给{to}{from}',
    cardLifted: '撤销{card}（{task}）',
    stopped: '终止：{ending}',
    closed: '结束：{ending}',
  },
  takenFrom: '（原由{from}在办）',
  ended: inLanguage(happened.taskEnded, 'zh'),
  moved: {
    started: '开始计时（{task}），期限 {due}',
    paused: '暂停计时（{task}）',
    resumed: '恢复计时（{task}），期限 {due}',
    extended: '期限延至 {due}（{task}）',
    stopped: '停止计时（{task}）',
    recomputed: '重算期限（{task}），改为 {due}',
  },
  rung: inLanguage(terms.rung, 'zh'),
  overtaken: '（已被更高一级代替，未单独发出）',
  request: inLanguage(terms.request, 'zh'),
  asked: '申请{request}（{task}）',
  granted: '同意{request}（{task}）',
  denied: '不同意{request}（{task}）',
  told: inLanguage(happened.told, 'zh'),
  noted: {
    ...inLanguage(happened.noted, 'zh'),
    movedUp: '上报上一级',
    triaged: '研判',
    registered: '登记入账，编号 {number}',
  },
  word: inLanguage({ ...terms.ending, ...became }, 'zh'),
  command: {
    refused: '想办“{act}”，被拒绝：{why}',
    waiting: '提交“{act}”，尚无结果',
    unreadable: '这一条记录已无法读取',
    looked: '查看反映人（用途已记录）',
    exported: '导出审计材料（{format}）',
  },
  field: {
    words: '说明',
    grounds: '理由',
    sealed: '（密封，摘要 {hash}…）',
    files: '{n} 个附件',
    yes: '是',
    no: '否',
  },
  whole: '整件事项',
  to: '，给{who}',
} as const;
