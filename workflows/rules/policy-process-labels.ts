import { among, joined, t } from './policy-said.ts';
import type { Sentence } from './sentence.ts';

const PROCESSES: Readonly<Record<string, Sentence>> = {
  'station-session': t('联络站接待', 'Session of a station'),
  'common-problem': t('共性问题', 'Common problem'),
  'quarterly-claim': t('季度认领', 'Quarterly claims'),
  'claim-task': t('认领任务', 'Claimed task'),
  livelihood: t('民生实事', 'Livelihood ledger'),
  whistle: t('吹哨报到', 'Whistle'),
  supervision: t('督办', 'Supervision'),
};

/** Keys that mean the same wherever they stand. */
const KEYS: Readonly<Record<string, Sentence>> = {
  ladder: t('督办阶梯', 'ladder'),
  check: t('核查时限', 'check'),
  progress: t('报告进展的时限', 'report of progress'),
  street: t('街道事项', 'what the street cannot solve'),
  joint: t('联合执法', 'joint enforcement'),
  emergency: t('突发事件', 'emergency'),
  'station-session.every': t('开展频率', 'how often'),
  'station-session.plan': t('排定日期和接待人的时限', 'date and receiver fixed'),
  'station-session.collate': t('汇总梳理的时限', 'collation'),
  'station-session.spot': t('当场办理的时限', 'settling on the spot'),
  'station-session.feedBack': t('反馈的时限', 'feedback'),
  'station-session.rating': t('评议打分的期限', 'scoring by the residents'),
  'common-problem.assign': t('交办的时限', 'assignment'),
  'common-problem.solve': t('解决的时限', 'solution'),
  'common-problem.measure': t('建立长效机制的时限', 'lasting measure'),
  'common-problem.watch': t('防反复观察期', 'watch for coming back'),
  'common-problem.places': t('几处出现即为共性', 'places that make it common'),
  'common-problem.alike': t('判为同类的相似度', 'share of likeness'),
  'quarterly-claim.collect': t('收集需求清单的时限', 'demand list'),
  'quarterly-claim.merge': t('归并问题清单的时限', 'problem list'),
  'quarterly-claim.claim': t('认领的期限', 'time to claim'),
  'quarterly-claim.meeting': t('联席会议指派的时限', 'joint meeting'),
  'quarterly-claim.name': t('服务清单定人定期的时限', 'names and deadlines on the service list'),
  'quarterly-claim.least': t('每单位最少认领数', 'claims of a unit at least'),
  'quarterly-claim.most': t('每单位最多认领数', 'claims of a unit at most'),
  'quarterly-claim.report': t('季度报告的时限', 'report of the quarter'),
  'quarterly-claim.untilEndOfQuarter': t('任务到季末为止', 'tasks due by the end of the quarter'),
  'claim-task.term': t('办结时限', 'term'),
  'livelihood.publish': t('销账公示的时限', 'publication'),
  'whistle.approval': t('吹哨须经批准', 'needs approval'),
  'whistle.approve': t('批准的时限', 'approval'),
  'whistle.answer': t('响应的时限', 'answer'),
  'whistle.arrive': t('到场的时限', 'arrival'),
  'whistle.finish': t('处置完毕的时限', 'finish'),
  'whistle.mark': t('评价部门的时限', 'mark by the caller'),
  'whistle.band': t('吹哨次数区间', 'band of whistles'),
  'whistle.band.few': t('吹哨过少的界限', 'whistles that are too few'),
  'whistle.band.many': t('吹哨过多的界限', 'whistles that are too many'),
  'whistle.weight': t('评价影响考核的分值', 'points that a mark can move'),
  'supervision.assign': t('“1”研究交办', '“1”, assigned'),
  'supervision.report': t('“3”报告进展', '“3”, reported'),
  'supervision.ordinary': t('“7”一般事项办结', '“7”, ordinary item settled'),
  'supervision.major': t('“1”重大事项办结', '“1”, major item settled'),
  'supervision.reply': t('答复督办函的时限', 'reply to a letter'),
  'supervision.judge': t('审定答复的时限', 'judgement of a reply'),
  'supervision.redsToSummon': t('几张红牌约谈', 'red cards until the head is called in'),
  'supervision.summon': t('约谈的时限', 'calling in of the head'),
};

/** What a process is called in a pack. */
export const processSaid = (name: string): Sentence => among(PROCESSES, name) ?? t(`“${name}”`, `“${name}”`);

/** What a number of a process is called, without the process: the number, and for which case. */
export function numberSaid(process: string, keys: readonly string[]): Sentence {
  const known = among(KEYS, `${process}.${keys.join('.')}`);
  if (known !== undefined) return known;
  return joined(
    keys.map((key, i) => wordAt(process, keys.slice(0, i + 1), key)),
    '·',
  );
}

/** The process, and its number. */
export function numberLabel([process = '', ...keys]: readonly string[]): Sentence {
  const title = processSaid(process);
  return keys.length === 0 ? title : joined([title, numberSaid(process, keys)], '·');
}

const wordAt = (process: string, path: readonly string[], key: string): Sentence =>
  among(KEYS, `${process}.${path.join('.')}`) ?? among(KEYS, key) ?? t(`“${key}”`, `“${key}”`);
