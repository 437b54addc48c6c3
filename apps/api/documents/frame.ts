import type { Column, Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { A4, mm, written } from './press.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

/** The margins of a page with tables, in points. */
export const MARGIN = { side: mm(15), top: mm(18), bottom: mm(16) } as const;

const GREY = '#666666';
const small = { fontSize: 8, color: GREY } as const;

/** The printed area of A4 across and upright, in points. */
export const ACROSS = {
  width: A4.height - 2 * MARGIN.side,
  height: A4.width - MARGIN.top - MARGIN.bottom,
} as const;
export const UPRIGHT = {
  width: A4.width - 2 * MARGIN.side,
  height: A4.height - MARGIN.top - MARGIN.bottom,
} as const;

type Framed = { title: string; imprint?: string };

/** What every page has: the title from the second on, its number among all, and who printed it when. */
export function framed(
  { title, imprint = '' }: Framed,
  language: Language,
): Omit<TDocumentDefinitions, 'content'> {
  const name = printable(title);
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    info: { title: name, producer: 'Minqing', creator: 'Minqing' },
    language: WORDS[language].tag,
    displayTitle: true,
    header: (page) =>
      page === 1 ? null : { ...written(name), ...small, alignment: 'center', margin: [0, mm(9), 0, 0] },
    footer: footerWith(imprint, language),
    pageBreakBefore: isOrphan,
  };
}

const footerWith =
  (imprint: string, language: Language): DynamicContent =>
  (page, pages) => {
    const number = { text: WORDS[language].page(page, pages), ...small, alignment: 'center' } as const;
    if (imprint === '') return { ...number, margin: [0, 10, 0, 0] };
    const by: Column = { ...written(imprint), ...small, width: '*' };
    const columns: Column[] = [by, { ...number, width: 'auto' }, { text: '', width: '*' }];
    return { columns, margin: [MARGIN.side, 10, MARGIN.side, 0] };
  };

/** A heading that would be the last thing on its page goes over to the next with what it heads. */
const isOrphan = (node: Node, next: { getFollowingNodesOnPage: () => Node[] }): boolean =>
  node.headlineLevel === 1 && next.getFollowingNodesOnPage().length === 0;

/** The title of the whole, and the line below it. */
export function headingOf({ title, subtitle }: { title: string; subtitle?: string }): Content[] {
  const first: Content = {
    ...written(title),
    fontSize: 18,
    bold: true,
    alignment: 'center',
    margin: [0, 0, 0, 6],
  };
  if (subtitle === undefined) return [first];
  return [first, { ...written(subtitle), alignment: 'center', margin: [0, 0, 0, 8] }];
}

/** The title of a part, which never stands alone at the foot of a page. */
export const partOf = (title: string): Content => ({
  ...written(title),
  fontSize: 12,
  bold: true,
  headlineLevel: 1,
  margin: [0, 12, 0, 5],
});
