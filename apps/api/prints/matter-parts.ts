import { z } from 'zod';
import type { Pair, Part } from '../documents/form.ts';
import { localTime } from '../documents/table.ts';
import type { Column } from '../documents/table.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import type { Shown } from '../matters/shown.ts';
import { doneIn, handIn, lastSaid, outcomeOf } from './answers.ts';
import { WORDS } from './matter-words.ts';

/** What the process noted of its triage and its score. */
const Noted = z.object({
  importance: z.number().optional(),
  urgency: z.number().optional(),
  mode: z.string().optional(),
});

const timeIn = (at: string | null): string | null => (at === null ? null : (localTime(at) ?? at));

/** Which matter this is. */
export function identity({ number, receipt, kind, place }: Shown, language: Language): Pair[] {
  return [
    [WORDS.number[language], number],
    [WORDS.receipt[language], receipt],
    [WORDS.kind[language], kind.title],
    [WORDS.place[language], place.title],
  ];
}

/** How it came in. */
export function arrival(matter: Shown, language: Language): Pair[] {
  const { way, channel, answerBy, receivedAt, happenedAt, attachments } = matter;
  return [
    [WORDS.way[language], termOf('way', way, language)],
    [WORDS.channel[language], termOf('channel', channel, language)],
    [WORDS.received[language], timeIn(receivedAt)],
    [WORDS.happened[language], timeIn(happenedAt)],
    [WORDS.answerBy[language], termOf('channel', answerBy, language)],
    [WORDS.attachments[language], String(attachments.length)],
  ];
}

/** Who answers for it, and until when. */
export function duty(matter: Shown, language: Language): Pair[] {
  const responsible = lastSaid(matter, 'responsible');
  return [
    [WORDS.lead[language], matter.lead?.title],
    [WORDS.responsible[language], responsible === null ? null : (matter.names[responsible] ?? null)],
    [WORDS.due[language], timeIn(matter.dueAt)],
    [WORDS.colour[language], termOf('colour', matter.colour, language)],
  ];
}

/** How it was judged. */
export function triage(matter: Shown, language: Language): Pair[] {
  const { importance, urgency, mode } = Noted.catch({}).parse(matter.facts);
  const { size, policy } = matter;
  return [
    [WORDS.importance[language], termOf('degree', importance, language)],
    [WORDS.urgency[language], termOf('degree', urgency, language)],
    [WORDS.size[language], termOf('size', size, language)],
    [WORDS.mode[language], termOf('mode', mode, language)],
    ...duty(matter, language),
    [WORDS.policy[language], policy && `${policy.name} ${policy.version}`],
  ];
}

/** How it ended. */
export function closing({ rating, score, ending, closedAt }: Shown, language: Language): Pair[] {
  return [
    [WORDS.rating[language], termOf('rating', rating, language)],
    [WORDS.score[language], score === null ? null : String(score)],
    [WORDS.ending[language], termOf('ending', ending, language)],
    [WORDS.closed[language], timeIn(closedAt)],
  ];
}

/** What was done, task by task; on a card with the day only. */
export function course(matter: Shown, language: Language, isCard = false): Part {
  const rows = doneIn(matter).map((task) => ({
    at: task.doneAt,
    step: task.step.title,
    task: task.title,
    by: handIn(task),
    how: outcomeOf(matter.process, task, language),
    timely: timely(task, language),
  }));
  const when: Column = { key: 'at', title: WORDS.at[language], kind: isCard ? 'day' : 'time', width: 13 };
  const step: Column = { key: 'step', title: WORDS.step[language], width: 9 };
  const columns: Column[] = [
    ...(isCard ? [when] : [when, step]),
    { key: 'task', title: WORDS.task[language], width: 10 },
    { key: 'by', title: WORDS.by[language], width: 16 },
    { key: 'how', title: WORDS.how[language], width: 12 },
    { key: 'timely', title: WORDS.timely[language], width: 6 },
  ];
  return { is: 'table', title: WORDS.course[language], table: { columns, rows } };
}

function timely({ dueAt, doneAt }: Shown['tasks'][number], language: Language): string | null {
  if (dueAt === null || doneAt === null) return null;
  return termOf('isTrue', Date.parse(doneAt) <= Date.parse(dueAt), language);
}
