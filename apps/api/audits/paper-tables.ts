import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { written } from '../documents/press.ts';
import { termInWords } from '../documents/term-words.ts';
import type { Gathered } from './bundle.ts';
import { folded } from './fold.ts';
import type { Folded } from './fold.ts';
import type { CourseLine } from './course-line.ts';
import type { ExplainedClock } from './deadlines.ts';
import type { PaperWords } from './paper-words.ts';
import { filled } from './said.ts';

const RULE = 0.5;
const layout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

const head = (title: string): TableCell => ({ ...written(title), bold: true, fillColor: '#f0f0f0' });

/** A table whose head stands on every page. */
export function gridOf(
  widths: readonly (number | string)[],
  titles: readonly string[],
  rows: TableCell[][],
): ContentTable {
  const body = [titles.map(head), ...rows];
  return { layout, table: { headerRows: 1, widths: [...widths], body }, margin: [0, 0, 0, 8] };
}

/** A moment to the minute, from the wire's form. */
export const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** The course: what is technical is left out, with its number. */
export function courseTable({ course, shown }: Gathered, words: PaperWords): Content[] {
  const { when, who, what, waited } = words.columns;
  const rows = folded(course).map(({ line, ...rest }): TableCell[] => [
    { ...written(minute(line.at)), noWrap: true },
    written(handOf(line, words)),
    { stack: linesOf({ line, ...rest }, words).map(written) },
    written(waitOf(line, shown.workDayMs, words)),
  ]);
  const technical = course.filter(({ kind }) => kind === 'technical').length;
  return [
    gridOf([84, 100, '*', 96], [when, who, what, waited], rows),
    written(filled(words.technical, { n: String(technical) })),
  ];
}

function handOf({ by }: CourseLine, words: PaperWords): string {
  if (by === null) return words.byItself;
  const who = [by.person?.title, by.unit?.title].filter((part) => part !== undefined);
  const inStead = by.inSteadOf && filled(words.inSteadOf, { name: by.inSteadOf.title });
  return [who.length === 0 ? by.role : who.join(' · '), inStead ?? ''].join(' ').trim();
}

function linesOf({ line, more, reminders }: Folded, words: PaperWords): string[] {
  const told = [...toldIn(line), ...more.flatMap((one) => toldIn(one, '— '))];
  return reminders > 1 ? [filled(words.reminders, { n: String(reminders), at: minute(line.at) })] : told;
}

/** A line with what was written or chosen, and its number in the record. */
const toldIn = ({ sentence, seq, fields }: CourseLine, mark = ''): string[] => [
  `${mark}${sentence}${seq === null ? '' : ` [${seq}]`}`,
  ...fields.map(({ title, text }) => `　${title}：${text}`),
];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Waits of an hour and more; a shorter one says nothing. */
function waitOf({ since: { ms, workMs } }: CourseLine, workDayMs: number, words: PaperWords): string {
  if (ms < HOUR) return '';
  const days = String(Math.round((workMs / workDayMs) * 10) / 10);
  return filled(words.waits, { clock: spanOf(ms, words), days });
}

function spanOf(ms: number, { span }: PaperWords): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const parts = [
    days > 0 ? filled(span.day, { n: String(days) }) : '',
    hours > 0 ? filled(span.hour, { n: String(hours) }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function changesOf({ extensions }: ExplainedClock, { clocks }: PaperWords, language: Language): string[] {
  return extensions.map(({ at, to, term, by }) =>
    filled(clocks.extended, { at: minute(at), to: minute(to), term: termInWords(term, language), by }),
  );
}

function verdictOf({ isLate, stoppedAt }: ExplainedClock, { clocks }: PaperWords): string {
  if (isLate) return clocks.late;
  return stoppedAt === null ? clocks.running : clocks.timely;
}

/** The deadlines: from where, by which term, what moved them, and whether they were kept. */
export function clockTable({ deadlines, audited }: Gathered, words: PaperWords): Content {
  const { language } = audited.looking;
  const { of, started, term, first, due, stopped, state } = words.clocks;
  const rows = deadlines.map((clock): TableCell[] => [
    { stack: [clock.title, ...changesOf(clock, words, language)].map(written) },
    written(minute(String(clock['startedAt']))),
    written(termInWords(String(clock['term']), language)),
    written(minute(String(clock['firstDueAt']))),
    written(clock.dueAt === null ? words.nothing : minute(clock.dueAt)),
    written(clock.stoppedAt === null ? words.nothing : minute(clock.stoppedAt)),
    written(verdictOf(clock, words)),
  ]);
  return gridOf(['*', 78, 72, 78, 78, 78, 48], [of, started, term, first, due, stopped, state], rows);
}
