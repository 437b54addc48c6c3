// A hotline's rows as a Chinese system exports them, and the mapping for them. Everything in them is invented.
import { stringify } from 'yaml';
import { written } from './files.ts';

export const HEADER = ['编号', '受理时间', '类别', '社区', '时限', '内容', '姓名', '电话'];

/** One good row; `more` changes cells by their column. */
export function row(number: number | string, more: Record<string, string> = {}): string[] {
  const good: Record<string, string> = {
    ...{ 编号: `HX${number}`, 受理时间: '2024-03-04 09:15', 类别: '电梯', 社区: '安达', 时限: '5wd-eod' },
    ...{ 内容: '电梯停了三天，老人下不了楼。', 姓名: '某甲', 电话: '139-0000-0001' },
  };
  return HEADER.map((column) => more[column] ?? good[column] ?? '');
}

/** Cells as CSV, quoted where they need it. */
export const csv = (...rows: string[][]): string =>
  rows
    .map((cells) => cells.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(','))
    .join('\n')
    .concat('\n');

const places = [
  { code: '150602', level: 'district', name: '东胜区', nameEn: 'Dongsheng', policy: 'dongsheng' },
  { code: '150602001', parent: '150602', level: 'subdistrict', name: '交通街道', nameEn: 'Jiaotong' },
  { code: '150602001001', parent: '150602001', level: 'community', name: '安达社区', nameEn: 'Anda' },
];
const units = [{ code: 'housing', kind: 'department', name: '住建局', nameEn: 'Housing', place: '150602' }];
const kind = {
  group: '住房物业',
  groupEn: 'Housing',
  importance: '2',
  urgency: '3',
  size: 'big',
  mode: 'team',
};

export const MAPPING = {
  source: 'hotline',
  external: '编号',
  opened: { column: '受理时间', format: 'YYYY-MM-DD HH:mm' },
  kind: { column: '类别', table: { 电梯: 'housing.lift' } },
  place: { column: '社区', table: { 安达: '150602001001' } },
  lead: { constant: 'housing' },
  term: { column: '时限' },
  words: '{内容}',
  contact: '{姓名} {电话}',
  answerBy: 'phone',
  town: { places, units, kinds: [{ code: 'housing.lift', name: '电梯故障', nameEn: 'Lift', ...kind }] },
};

let count = 0;

/** Writes a mapping: the hotline's, with entries replaced, or a text. */
export const mappingFile = (more: object | string = {}): string =>
  written(`mapping-${++count}.yaml`, typeof more === 'string' ? more : stringify({ ...MAPPING, ...more }));
