import type { Cell, DocumentTable } from '../../../apps/api/documents/table.ts';

const PROBLEM = '关于阳光花园小区三号楼二单元下水道堵塞、污水外溢的问题（多次反映），请“尽快”处理。';

export const row = (no: number, more: Record<string, Cell> = {}) => ({
  no,
  id: `XX2026-${String(no).padStart(6, '0')}`,
  what: PROBLEM,
  unit: '县城市管理综合行政执法局',
  due: '2026-11-29',
  ...more,
});

/** A list of problems 问题清单, one of the three lists. */
export const problems = (rows: DocumentTable['rows'], more: Partial<DocumentTable> = {}): DocumentTable => ({
  title: '府东社区联络站问题清单',
  subtitle: '2026年第四季度',
  columns: [
    { key: 'no', title: '序号', kind: 'number', width: 4 },
    { key: 'id', title: '编号' },
    { key: 'what', title: '群众反映的问题', width: 30 },
    { key: 'unit', title: '责任单位', width: 12 },
    { key: 'due', title: '完成时限', kind: 'day', width: 8 },
  ],
  rows,
  notes: ['注：办结日期以系统记录为准。'],
  signatures: ['填表人', '审核人'],
  ...more,
});

/** Beginnings at which a spreadsheet takes a text for a formula. */
export const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://example.org","点我")',
  '+8613800000000',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
];
