// The audit of a process on paper, for a hearing: what it is, its course, its deadlines, whether the record is whole.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { mm, printed, written } from '../documents/press.ts';
import { WORDS } from '../documents/words.ts';
import type { Gathered } from './bundle.ts';
import { clockTable, courseTable, gridOf, minute } from './paper-tables.ts';
import { paperWords } from './paper-words.ts';
import type { PaperWords } from './paper-words.ts';
import { filled } from './said.ts';

const GREY = '#666666';
const MARGIN = { side: mm(15), top: mm(18), bottom: mm(18) } as const;
const small = { fontSize: 8, color: GREY, alignment: 'center' } as const;

/** The file on A4 across; every page is numbered and says who took it away and when. */
export function paperOf(all: Gathered): Promise<Buffer> {
  const { language } = all.audited.looking;
  const words = paperWords[language];
  const title = `${words.title} ${all.shown.number ?? all.shown.receipt ?? ''}`.trim();
  const by = filled(words.printed, { by: all.printing.by, at: minute(all.printing.at) });
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    info: { title, producer: 'Minqing', creator: 'Minqing' },
    language: WORDS[language].tag,
    displayTitle: true,
    defaultStyle: { fontSize: 9 },
    header: (page) => (page === 1 ? null : { ...written(title), ...small, margin: [0, mm(9), 0, 0] }),
    footer: (page, pages) => ({
      ...written(`${WORDS[language].page(page, pages)} · ${by}`),
      ...small,
      margin: [0, 10, 0, 0],
    }),
    content: [
      { ...written(words.title), fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      factsTable(all, words),
      heading(words.course),
      ...courseTable(all, words),
      heading(words.deadlines),
      clockTable(all, words),
      heading(words.integrity),
      ...checksTable(all, words),
    ],
  };
  return printed(definition);
}

const heading = (title: string): Content => ({
  ...written(title),
  fontSize: 12,
  bold: true,
  margin: [0, 10, 0, 4],
});

function factsTable({ shown }: Gathered, { facts, nothing }: PaperWords): Content {
  const versioned = ({ name, version, sha256 }: Gathered['shown']['policy']) =>
    `${name} ${version} · ${filled(facts.digest, { hash: sha256 })}`;
  const status = shown.ending?.title ?? filled(facts.running, { step: shown.step?.title });
  const pairs: [string, string | null][] = [
    [facts.number, shown.number],
    [facts.receipt, shown.receipt],
    [facts.process, [...new Set([shown.process.title, shown.label])].join(' · ')],
    [facts.place, shown.place.title],
    [facts.status, status],
    [facts.opened, minute(shown.openedAt)],
    [facts.closed, shown.closedAt && minute(shown.closedAt)],
    [facts.policy, versioned(shown.policy)],
    [facts.calendar, versioned(shown.calendar)],
  ];
  const body = pairs.map(([title, text]) => [{ ...written(title), color: GREY }, written(text ?? nothing)]);
  return { layout: 'noBorders', table: { widths: [80, '*'], body } };
}

function checksTable({ integrity }: Gathered, words: PaperWords): Content[] {
  const rows = integrity.checks.map(({ title, verdict, detail, places }) => [
    written(words.verdict[verdict]),
    written(title),
    { stack: [detail, ...places.map(({ text }) => text)].map(written) },
  ]);
  return [
    written(filled(words.checked, { at: minute(integrity.checkedAt) })),
    gridOf([72, 200, '*'], ['', '', ''], rows),
  ];
}
