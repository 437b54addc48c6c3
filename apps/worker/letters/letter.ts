import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { Book, Label, Letter } from './book.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

/** What a letter can speak of. Times as instants; `receipt` is the reporter's own. */
export type Subject = {
  template: string;
  language: Language;
  definition: ProcessDefinition | undefined;
  number: string | null;
  receipt: string | null;
  /** Kind of the task, and the step that it lies in. */
  task?: string;
  step?: string;
  due?: Date;
  replyDue?: Date;
  isInStead: boolean;
  link: string;
};

/** A letter as it is sent. */
export type Written = { subject: string; text: string };

const books: Readonly<Record<Language, Book>> = { zh, en };

/** Whether the letter goes to somebody who reported the matter. */
export const isForReporter = (template: string): boolean =>
  template === 'told' || template.startsWith('told.');

/** Writes the letter for a notice. A reporter's has number, what happened, receipt and link, and never anything else. */
export function write(about: Subject): Written {
  const book = books[about.language];
  const isReporter = isForReporter(about.template);
  const [subject, sentence] = letterFor(book, about.template);
  const gaps = { number: about.number ?? about.receipt ?? '', task: taskOf(book, about) };
  const lines = isReporter ? reporterLines(about) : staffLines(about);
  const text = [
    filled(sentence, gaps),
    ...(about.isInStead && !isReporter ? [book.inStead] : []),
    '',
    ...lines.flatMap(([label, value]) =>
      value ? [`${book.labels[label]}${colon[about.language]}${value}`] : [],
    ),
    '',
    isReporter ? book.closing.reporter : book.closing.staff,
    '',
  ].join('\n');
  return { subject: filled(subject, gaps), text };
}

type Line = readonly [label: Label, value: string | null | undefined];

const colon = { zh: '：', en: ': ' } as const;

const reporterLines = ({ number, receipt, link }: Subject): Line[] => [
  ['number', number],
  ['receipt', receipt],
  ['link', link],
];

const staffLines = (about: Subject): Line[] => [
  ['number', about.number ?? about.receipt],
  ['step', stepOf(about)],
  ['due', about.due && timeIn(about.language, about.due)],
  ['replyDue', about.replyDue && timeIn(about.language, about.replyDue)],
  ['link', about.link],
];

function letterFor({ letters }: Book, template: string): Letter {
  const letter = letters[template] ?? letters[isForReporter(template) ? 'told' : 'other'];
  return letter ?? [template, template];
}

function taskOf(book: Book, { definition, task, language }: Subject): string {
  if (task === undefined) return book.whole;
  return definition?.tasks[task]?.title[language] ?? task;
}

const stepOf = ({ definition, step, language }: Subject): string | undefined =>
  definition?.steps.find(({ name }) => name === step)?.title[language] ?? step;

/** By the clock of the place: all of China has kept +08:00 since 1991 (design.md). */
function timeIn(language: Language, at: Date): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', form).format(at);
}

const filled = (text: string, gaps: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
