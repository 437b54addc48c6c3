import { t } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';

type Words = Readonly<Record<string, Title>>;

/** What the codes of figures are called in files; those of the field itself have their words in documents/terms.ts. */
export const codes = {
  part: {
    counted: t('有效回访', 'Valid call-backs'),
    contacted: t('已联系', 'Contacted'),
    notContacted: t('未联系', 'Not contacted'),
    solved: t('已解决', 'Solved'),
    unsolved: t('未解决', 'Not solved'),
    satisfied: t('满意', 'Satisfied'),
    basically: t('基本满意', 'Basically satisfied'),
    dissatisfied: t('不满意', 'Not satisfied'),
    excluded: t('考评剔除', 'Excluded'),
    invalid: t('无有效回访', 'No valid call-back'),
  },
  number: {
    due: t('应办', 'Due'),
    done: t('已办', 'Done'),
    doneInTime: t('按期办', 'Done in time'),
    doneLate: t('超期办', 'Done late'),
    pending: t('待办', 'Pending'),
    pendingInTime: t('按期待办', 'Pending in time'),
    pendingLate: t('超期待办', 'Pending late'),
  },
  name: {
    extension: t('延期', 'Extension'),
    hanging: t('挂起', 'Suspension'),
    rework: t('返工', 'Re-handling'),
    shuffling: t('推诿', 'Passing on'),
  },
  reason: {
    late: t('超期', 'Late'),
    lateDays: t('超期逐日', 'Days late'),
    refusedReturns: t('退单被驳回', 'Refused returns'),
    rehandlings: t('重新办理', 'Re-handlings'),
    yellow: t('黄牌', 'Yellow cards'),
    red: t('红牌', 'Red cards'),
    ratedUnsolved: t('评议未解决', 'Rated not solved'),
    ratedBasically: t('评议基本满意', 'Rated basically satisfied'),
    ratedDissatisfied: t('评议不满意', 'Rated not satisfied'),
  },
  stage: {
    received: t('收到', 'Received'),
    registered: t('登记入账', 'In the ledger'),
    handled: t('办理完成', 'Handled'),
    told: t('已反馈', 'Fed back'),
    rated: t('已评议', 'Rated'),
    solved: t('群众认可解决', 'Solved, residents say'),
  },
  band: { few: t('偏少', 'few'), right: t('正常', 'as usual'), many: t('偏多', 'many') },
  weekday: {
    1: t('周一', 'Monday'),
    2: t('周二', 'Tuesday'),
    3: t('周三', 'Wednesday'),
    4: t('周四', 'Thursday'),
    5: t('周五', 'Friday'),
    6: t('周六', 'Saturday'),
    7: t('周日', 'Sunday'),
  },
  absence: { vacant: t('岗位空缺', 'the post is vacant'), away: t('全部外出', 'all who hold it are away') },
  notice: {
    reminder: t('催办提醒', 'Reminder'),
    yellow: t('黄牌', 'Yellow card'),
    red: t('红牌', 'Red card'),
    letter: t('督办函', 'Letter of supervision'),
    urged: t('督查室催办', 'Urged by the supervision office'),
  },
  alarm: { ok: t('正常', 'all is well'), warning: t('注意', 'warning'), alarm: t('告警', 'alarm') },
  verdict: { approved: t('已同意', 'approved'), refused: t('未同意', 'refused') },
  day: {
    ordinary: t('工作日', 'ordinary day'),
    weekend: t('周末', 'weekend'),
    holiday: t('节假日', 'holiday'),
    madeUp: t('调休上班', 'make-up working day'),
  },
} as const satisfies Record<string, Words>;

const books: Readonly<Record<string, Words>> = codes;

/** What a code is called; the code itself where it has no name, null for none. */
export const wordOf = (
  list: keyof typeof codes,
  code: string | number | null | undefined,
  language: Language,
): string | null =>
  code === null || code === undefined ? null : (books[list]?.[String(code)]?.[language] ?? String(code));
