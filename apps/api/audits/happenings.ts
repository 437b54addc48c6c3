import type { Language } from '../language.ts';
import { filled, said } from './said.ts';

type Choice = { value: string; title: string; group: string };

const groups = {
  zh: { rung: '催办与牌', asked: '申请', ended: '任务结束', other: '其他', refused: '被拒绝的办理' },
  en: {
    rung: 'Reminders and cards',
    asked: 'Requests',
    ended: 'Tasks ended',
    other: 'Other',
    refused: 'Refused acts',
  },
};

/** The kinds of things that can be looked for: rungs, requests, ways in which tasks end, and single deeds. */
export function happenings(language: Language): Choice[] {
  const book = said[language];
  const group = groups[language];
  const task = language === 'zh' ? '任务' : 'task';
  const each = (list: Readonly<Record<string, string>>, type: string, within: string) =>
    Object.entries(list).map(([code, title]) => ({
      value: `${type}:${code}`,
      title: filled(title, { task }),
      group: within,
    }));
  const single = {
    urged: book.event.urged,
    taskAssigned: book.event.taskAssigned,
    adopted: book.event.adopted,
    taskReopened: book.event.taskReopened,
  };
  return [
    ...each(book.rung, 'rungReached', group.rung),
    { value: 'cardLifted', title: filled(book.event.cardLifted, { card: '', task }), group: group.rung },
    ...each(book.request, 'asked', group.asked),
    {
      value: 'clockMoved:extended',
      title: book.request.extension + (language === 'zh' ? '（已批准）' : ' (granted)'),
      group: group.asked,
    },
    ...each(book.ended, 'taskEnded', group.ended),
    ...Object.entries(single).map(([value, title]) => ({
      value,
      title: filled(title, { task, policy: '', to: '…' }).replace(/[:：]\s*$/, ''),
      group: group.other,
    })),
    { value: 'refused', title: group.refused, group: group.other },
  ];
}
