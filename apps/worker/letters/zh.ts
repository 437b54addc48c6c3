// What is written in mails, one file a language with the same names in each. A reporter's letter says what happened
// and no more: neither words nor names nor who handles it, since mail may be read by others.
import type { Book } from './book.ts';

export const zh: Book = {
  letters: {
    reminder: ['催办提醒：{number}', '事项 {number} 的“{task}”即将到期，请及时办理。'],
    yellow: ['黄牌：{number}', '事项 {number} 的“{task}”到期未办结，已亮黄牌。'],
    red: ['红牌：{number}', '事项 {number} 的“{task}”超期仍未办结，已亮红牌。'],
    letter: ['督办函：{number}', '事项 {number} 的“{task}”长时间超期，已发督办函，请按期书面回复。'],
    urged: ['领导催办：{number}', '督查人员催办事项 {number} 的“{task}”，催办内容请登录查看。'],
    assigned: ['交办：{number}', '事项 {number} 的“{task}”已交给您办理，交办说明请登录查看。'],
    takenOver: ['转交：{number}', '事项 {number} 的“{task}”已转交他人办理，您不必再办。'],
    other: ['事项通知：{number}', '事项 {number} 有新的通知，请登录查看。'],
    'told.registered': ['您反映的事项已登记', '您反映的事项已受理并登记台账，正在办理。'],
    'told.notAccepted': ['您反映的事项未予受理', '您反映的事项未予受理，原因请查看办理情况。'],
    'told.merged': ['您反映的事项已并案', '您反映的事项与此前的事项相同，已合并办理，结果同样会告知您。'],
    'told.extended': ['您反映的事项已延期', '您反映的事项经批准延期办理，仍在办理中。'],
    'told.suspended': ['您反映的事项暂时挂起', '您反映的事项暂时无法继续办理，已挂起并将定期复核。'],
    'told.result': ['您反映的事项已有结果', '您反映的事项已办理，请查看结果并作出评议。'],
    'told.closedWithReasons': [
      '您反映的事项已说明理由办结',
      '您反映的事项经上级研究已办结，理由请查看办理情况。',
    ],
    'told.cancelled': ['您反映的事项已撤销', '您反映的事项已撤销，原因请查看办理情况。'],
    told: ['您反映的事项有新进展', '您反映的事项有新进展，请查看办理情况。'],
  },
  labels: {
    number: '事项编号',
    receipt: '回执编号',
    step: '环节',
    due: '办理期限',
    replyDue: '回复期限',
    link: '查看',
  },
  closing: {
    staff: '本邮件由民情系统自动发出，请勿回复。',
    reporter: '本邮件由民情系统自动发出，请勿回复。查询时请使用提交时得到的回执编号和查询码。',
  },
  inStead: '您正在代岗（AB岗），因此收到本通知。',
  whole: '整个事项',
};
