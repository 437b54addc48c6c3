import { openWords } from '../../../prisma/words.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { LetterView, ListView, Printed } from '../../../workflows/process/printed.ts';
import type { Item } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';
import type { Letter } from '../documents/letter.ts';
import type { Report } from '../documents/pdf.ts';
import type { Cell, Column, DocumentTable } from '../documents/table.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { labelOf } from './address.ts';
import { begunAt } from './look.ts';
import type { Looking } from './look.ts';
import { namesWithin, toldTo } from './names.ts';
import { rowOf } from './row.ts';
import { namingFor } from './sight.ts';

const REFERENCE = /w:[0-9a-f-]{36}:[0-9a-f]{64}/g;

/** What stands on paper for a piece of a page: its words, or the name of what it refers to. */
type Speak = (piece: Printed | number | null | undefined) => Cell;

/** Looks up once what the pieces of a page refer to. */
async function speaker(
  course: Course,
  { scene, looking, isAll }: { scene: Scene; looking: Looking; isAll: boolean },
  pieces: readonly unknown[],
): Promise<Speak> {
  const { db } = course;
  const { language } = looking;
  const { names } = await namesWithin(db, language, {
    told: isAll ? 'all' : 'officials',
    pieces: [pieces, scene.state.place],
  });
  const texts = JSON.stringify(pieces).match(REFERENCE) ?? [];
  const words = await openWords(db, [...new Set(texts)]);
  return (piece) => {
    if (piece === null || piece === undefined || typeof piece === 'number') return piece ?? null;
    if (typeof piece !== 'string') return piece[language];
    return names[piece] ?? piece.replace(REFERENCE, (one) => words.get(one) ?? '');
  };
}

const SIGNERS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['填表人', '审核人'],
  en: ['Filled in by', 'Checked by'],
};

/** A list of a process as a table for paper or a workbook. Throws NotFound where the process has none of that name. */
export async function tableOf(
  course: Course,
  id: string,
  name: string,
  looking: Looking,
): Promise<DocumentTable> {
  const { heading, parts } = await tablesOf(course, id, looking, [name]);
  const [part] = parts;
  if (part === undefined) throw new NotFound();
  return { ...part, subtitle: heading.subtitle, signatures: SIGNERS[looking.language] };
}

/** All lists of a process one after the other: its report. Throws NotFound where it has none. */
export async function reportOf(course: Course, id: string, looking: Looking): Promise<Report> {
  const { heading, parts } = await tablesOf(course, id, looking);
  if (parts.length === 0) throw new NotFound();
  return { ...heading, parts, signatures: SIGNERS[looking.language] };
}

/** The lists of a process, all or by name, with the names of whatever they refer to looked up at once. */
async function tablesOf(course: Course, id: string, looking: Looking, names?: readonly string[]) {
  const { scene, whole } = await begunAt(course, id);
  const { language } = looking;
  const { lists = {} } = scene.definition;
  const views = (names ?? Object.keys(lists)).flatMap((name) =>
    Object.hasOwn(lists, name) ? (lists[name] ?? []) : [],
  );
  const found = views.map((view) => ({ view, rows: view.rows(scene.state) }));
  const isAll = toldTo(namingFor(looking.subject, whole)) === 'all';
  const speak = await speaker(
    course,
    { scene, looking, isAll },
    found.map(({ rows }) => rows),
  );
  const { number, facts, type } = await rowOf(course.db, id);
  const label = labelOf(type, Object(facts), language);
  const where = [speak(scene.state.place), label, number].filter((part) => part !== null);
  return {
    heading: { title: reportTitle(scene.definition, language), subtitle: where.join(' · ') },
    parts: found.map(({ view, rows }) => ({
      title: view.title[language],
      columns: view.columns.map((column) => columnOf(column, language)),
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, piece]) => [key, speak(piece)])),
      ),
    })),
  };
}

/** What the report of a process of this kind is called. */
export const reportTitle = ({ title }: Scene['definition'], language: Language): string =>
  language === 'zh' ? `${title.zh}报告` : `${title.en}: report`;

function columnOf({ key, title, of }: ListView['columns'][number], language: Language): Column {
  const kind = of === 'time' ? 'day' : of === 'number' ? 'number' : 'text';
  return { key, title: title[language], kind, ...(of === 'words' ? { width: 20 } : {}) };
}

/** The letter that an item is. Throws NotFound for an item that is none. */
export async function letterOf(
  course: Course,
  id: string,
  localId: string,
  looking: Looking,
): Promise<Letter> {
  const { scene, whole } = await begunAt(course, id);
  const item = scene.state.items[localId];
  const view = item && scene.definition.letterOf?.(scene.state, item);
  const { numbers } = await rowOf(course.db, id);
  const number = numberIn(numbers[localId]);
  if (item === undefined || view === undefined || number === undefined) throw new NotFound();
  const isAll = toldTo(namingFor(looking.subject, whole)) === 'all';
  const speak = await speaker(course, { scene, looking, isAll }, [view]);
  return { ...pageOf(view, item, (piece) => String(speak(piece) ?? '')), number };
}

function pageOf(view: LetterView, item: Item, say: (piece: Printed) => string): Omit<Letter, 'number'> {
  const { office, level, subject, receivers, grounds, demands, replyDueAt, copies } = view;
  return {
    office: say(office),
    ...(level === undefined ? {} : { level: say(level) }),
    ...(subject === undefined ? {} : { subject: say(subject) }),
    receivers: receivers.map(say),
    grounds: grounds.map(say),
    demands: demands.map(say),
    replyDue: new Date(replyDueAt),
    issuedAt: new Date(item.openedAt),
    ...(copies === undefined ? {} : { copies: copies.map(say) }),
  };
}

/** A letter's number as recording gives it: mark, year and the place in the year. */
function numberIn(number: string | undefined): Letter['number'] | undefined {
  const [, mark, year, serial] = /^(.*)〔(\d{4})〕(\d+)号$/.exec(number ?? '') ?? [];
  if (mark === undefined) return undefined;
  return { mark, year: Number(year), serial: Number(serial) };
}
