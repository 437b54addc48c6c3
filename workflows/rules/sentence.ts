// An explained deadline as one plain sentence, in Chinese and English, for clerks and residents.
import type { Explanation, SkippedDays } from './explain.ts';
import { dayNumber, localDay } from './local-time.ts';
import { termSaid } from './policy-said.ts';

export interface Sentence {
  zh: string;
  en: string;
}

/** Says where a deadline counts from, what it skips and why, and when it falls. */
export function sentenceOf(explained: Explanation): Sentence {
  const { startedAt, countsFrom, term, unpublishedFrom } = explained;
  const due = dueText(explained);
  const said = termSaid(term);
  const kind =
    explained.counting === 'working'
      ? { zh: '工作时间', en: 'working time' }
      : { zh: '自然时间', en: 'clock time' };
  const from =
    countsFrom === startedAt
      ? { zh: '', en: '' }
      : { zh: `，自${plain(countsFrom)}起算`, en: `, counting from ${plain(countsFrom)}` };
  const days = daysLeftOut(explained);
  const mark = {
    zh: unpublishedFrom ? `（${unpublishedFrom}起的节假日安排尚未公布）` : '',
    en: unpublishedFrom ? ` (holidays not yet published from ${unpublishedFrom})` : '',
  };
  return {
    zh: `${plain(startedAt)}开始${from.zh}，时限 ${said.zh}，按${kind.zh}计${days.zh}，应于${due}前办结${mark.zh}。`,
    en: `Started ${plain(startedAt)}${from.en}; ${said.en} in ${kind.en}${days.en}; due ${due}${mark.en}.`,
  };
}

function daysLeftOut({ skipped, madeUpDays }: Explanation): Sentence {
  return {
    zh:
      listed(
        '，跳过',
        skipped.map((days) => `${range(days, '至')}（${days.name?.zh ?? reason[days.why].zh}）`),
        '、',
      ) + listed('，调休上班', madeUpDays, '、'),
    en:
      listed(
        ', leaving out ',
        skipped.map((days) => `${range(days, ' to ')} (${days.name?.en ?? reason[days.why].en})`),
        ', ',
      ) + listed(', with the made-up days ', madeUpDays, ', '),
  };
}

const reason = { weekend: { zh: '周末', en: 'weekend' }, holiday: { zh: '节假日', en: 'holiday' } };

function listed(before: string, items: string[], between: string): string {
  return items.length === 0 ? '' : before + items.join(between);
}

function range({ from, to }: SkippedDays, between: string): string {
  return from === to ? from : `${from}${between}${to}`;
}

/** The end of a day is 24:00 to people, though the wire has to write it as 00:00 of the next. */
function dueText({ dueAt, term }: Explanation): string {
  const isMidnight = term.endsWith('-eod') && dueAt.includes('T00:00:00');
  return isMidnight ? `${localDay(dayNumber(dueAt.slice(0, 10)) - 1)} 24:00` : plain(dueAt);
}

function plain(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ').replace(/:00$/, '');
}
