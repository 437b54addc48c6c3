// The three lists of what residents raised [003]: problems 问题清单, responsibilities 责任清单, corrections 整改清单, as they
// are printed. Words, units, people, kinds and places stand as references.

/** A thing that was raised, as far as the lists tell of it; never who raised it. Times are ISO strings. */
export interface Raised {
  readonly item: string;
  readonly at: string;
  readonly words: string;
  readonly kind: string;
  readonly place: string;
  readonly from: 'booked' | 'named' | 'anonymous';
  readonly grade?: 'spot' | 'matter' | 'common';
  readonly unit?: string;
  readonly responsible?: string;
  readonly measure?: string;
  readonly dueAt?: string;
  readonly result?: string;
  readonly handledAt?: string;
  readonly score?: number;
  readonly ending?: string;
}

const t = (zh: string, en: string) => ({ zh, en });

const FROM = {
  booked: t('预约居民', 'a resident who booked'),
  named: t('到场居民', 'a resident'),
  anonymous: t('未留姓名', 'no name given'),
};
const BY_GRADE = {
  spot: t('当场办理', 'settled on the spot'),
  matter: t('转六步办理', 'as a six-step matter'),
  common: t('列为共性问题', 'raised as a common problem'),
};
const DONE = t('已销号', 'struck off');
const OPEN = t('办理中', 'being handled');
const UNDONE = t('未解决', 'not solved');

/** Solved and struck off, still open, or ended without being solved. */
const standing = (ending: string | undefined) =>
  ending === undefined ? OPEN : ending === 'done' ? DONE : UNDONE;

/** The rows of the three lists. Without a grade nobody has a duty yet. */
export function threeListsOf(raised: readonly Raised[]) {
  const numbered = raised.map((one, i) => ({ ...one, number: i + 1 }));
  const graded = numbered.filter(({ grade }) => grade !== undefined);
  return {
    problems: numbered.map(({ number, item, words, kind, place, from, at }) => ({
      ...{ number, item, words, kind, place, from: FROM[from], at },
    })),
    duties: graded.map(({ number, item, words, unit, responsible, grade = 'spot', measure, dueAt }) => ({
      ...{ number, item, words, unit, responsible, measure: measure ?? BY_GRADE[grade], dueAt },
    })),
    corrections: graded.map(({ number, item, words, unit, result, handledAt, score, ending }) => ({
      ...{ number, item, words, unit, result, handledAt, score, standing: standing(ending) },
    })),
  };
}

const number = { key: 'number', title: t('序号', 'No.'), of: 'number' } as const;
const words = { key: 'words', title: t('问题', 'Problem'), of: 'words' } as const;
const unit = { key: 'unit', title: t('责任单位', 'Unit'), of: 'unit' } as const;

/** Their titles and columns in the usual form. */
export const listForms = {
  problems: {
    title: t('问题清单', 'List of problems'),
    columns: [
      ...[number, words],
      { key: 'kind', title: t('类别', 'Kind'), of: 'kind' },
      { key: 'place', title: t('地点', 'Place'), of: 'place' },
      { key: 'from', title: t('来源', 'From') },
      { key: 'at', title: t('登记时间', 'Registered'), of: 'time' },
    ],
  },
  duties: {
    title: t('责任清单', 'List of responsibilities'),
    columns: [
      ...[number, words, unit],
      { key: 'responsible', title: t('责任人', 'Responsible'), of: 'person' },
      { key: 'measure', title: t('措施', 'Measure'), of: 'words' },
      { key: 'dueAt', title: t('时限', 'Due'), of: 'time' },
    ],
  },
  corrections: {
    title: t('整改清单', 'List of corrections'),
    columns: [
      ...[number, words, unit],
      { key: 'result', title: t('办理结果', 'Result'), of: 'words' },
      { key: 'handledAt', title: t('办结时间', 'Handled'), of: 'time' },
      { key: 'score', title: t('评议得分', 'Score'), of: 'number' },
      { key: 'standing', title: t('状态', 'Standing') },
    ],
  },
} as const;
