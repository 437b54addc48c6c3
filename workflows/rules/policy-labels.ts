// What the values of a pack are called, so that a clerk need not know its keys. `{}` is the key that stands for `*`.
import { among, colourSaid, t } from './policy-said.ts';
import { numberLabel } from './policy-process-labels.ts';
import type { Sentence } from './sentence.ts';

const LABELS: Readonly<Record<string, Sentence>> = {
  name: t('政策包名称', 'Name of the pack'),
  version: t('版本', 'Version'),
  'title.zh': t('中文标题', 'Chinese title'),
  'title.en': t('英文标题', 'English title'),
  calendar: t('工作日历', 'Calendar'),
  places: t('适用区划', 'Places'),
  'office.utcOffset': t('时区', 'Offset to UTC'),
  'office.hours': t('办公时间', 'Office hours'),
  'notices.from': t('每日通知开始时间', 'Notices go out from'),
  'notices.until': t('每日通知截止时间', 'Notices go out until'),
  'classes.*.term': t('“{}”类的时限', 'Term of the class “{}”'),
  'terms.analyse': t('分析研判的时限', 'Analysis'),
  'terms.register': t('登记台账的时限', 'Entry in the ledger'),
  'terms.handle.*': t('{}事项的办理时限', 'Handling of a {} matter'),
  'terms.matter.*': t('{}事项的全程时限', 'A {} matter as a whole'),
  'terms.decide': t('审批退单、延期、挂起的时限', 'Decision on a return, an extension or a suspension'),
  'terms.dispatch': t('重新派单的时限', 'Dispatching again'),
  'terms.conference': t('会商的时限', 'Conference'),
  'terms.check': t('结果审核的时限', 'Check of a result'),
  'terms.feedBack': t('告知居民的时限', 'Telling the resident'),
  'terms.rating': t('群众评议的期限', 'Rating by the resident'),
  'terms.callBack': t('回访的时限', 'Call-back'),
  'terms.rehandle': t('二次办理的时限', 'Re-handling'),
  'terms.appeal': t('考核申诉的期限', 'Appeal against a score'),
  'limits.returns': t('退单几次后会商', 'Returns until a conference'),
  'limits.rehandlings': t('二次办理最多次数', 'Re-handlings at most'),
  'limits.extensions': t('延期最多次数', 'Extensions at most'),
  'limits.extension.*': t(
    '“{}”阶梯延期总长占原时限的份额',
    'All extensions on the ladder “{}”, as a share of the term',
  ),
  'limits.suspensionReview': t('挂起复查最长间隔', 'Longest time until a suspension is reviewed'),
  'limits.suspensionReviews': t('挂起复查最多次数', 'Reviews of a suspension at most'),
  'triage.*': t('{}的事项的颜色', 'Colour of a matter of {}'),
  'ladderOf.*': t('{}事项的督办阶梯', 'Ladder of a {} matter'),
  'score.start': t('考核起评分', 'Points to begin with'),
  'score.floor': t('考核最低分', 'Fewest points'),
  'score.late': t('逾期扣分', 'Points off for being late'),
  'score.lateDay': t('每再逾期一个工作日扣分', 'Points off for each further working day late'),
  'score.lateMost': t('逾期扣分上限', 'Points off for lateness at most'),
  'score.refusedReturn': t('退单被驳回扣分', 'Points off for a refused return'),
  'score.rehandling': t('二次办理扣分', 'Points off for a re-handling'),
  'score.yellow': t('黄牌扣分', 'Points off for a yellow card'),
  'score.red': t('红牌扣分', 'Points off for a red card'),
  'score.rating.unsolved': t('群众评为未解决扣分', 'Points off when rated not solved'),
  'score.rating.basically': t('群众评为基本满意扣分', 'Points off when rated basically satisfied'),
  'score.rating.dissatisfied': t('群众评为不满意扣分', 'Points off when rated not satisfied'),
  'rates.weights.response': t('响应率权重', 'Weight of the response rate'),
  'rates.weights.satisfaction': t('满意率权重', 'Weight of the satisfaction rate'),
  'rates.weights.solved': t('解决率权重', 'Weight of the solved rate'),
  'rates.basically': t('基本满意的折算系数', 'Worth of a basically satisfied'),
  'rates.exclusions': t('考评剔除事由', 'Grounds for exclusion'),
  'rates.dayFrom': t('统计日起点', 'A day of the rates begins at'),
  'rates.monthFrom': t('统计月起始日', 'A month of the rates begins on the'),
  'sources.*': t('“{}”的依据', 'Source of “{}”'),
};

const COLOUR_KEYED = /^(terms\.(handle|matter)|ladderOf)\./;

/** What the value at these keys is called. */
export function labelOf(keys: readonly string[]): Sentence {
  const path = keys.join('.');
  if (keys[0] === 'processes') return numberLabel(keys.slice(1));
  const known = among(LABELS, path) ?? among(LABELS, withStar(keys));
  if (known === undefined) return t(`“${path}”`, `“${path}”`);
  const key = keys[keys[0] === 'classes' ? 1 : keys.length - 1] ?? '';
  const gap = gapOf(path, key);
  return t(
    known.zh.replace('{}', () => gap.zh),
    known.en.replace('{}', () => gap.en),
  );
}

function gapOf(path: string, key: string): Sentence {
  if (path.startsWith('triage.')) return weightSaid(key);
  return COLOUR_KEYED.test(path) ? colourSaid(key) : t(key, key);
}

/** `21` is importance 2 and urgency 1. */
const weightSaid = ([importance, urgency]: string): Sentence =>
  t(`重要 ${importance} × 紧急 ${urgency} `, `importance ${importance} × urgency ${urgency}`);

function withStar(keys: readonly string[]): string {
  const star = keys[0] === 'classes' ? 1 : keys.length - 1;
  return keys.map((key, i) => (i === star ? '*' : key)).join('.');
}
