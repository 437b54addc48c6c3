import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import path from 'node:path';
import { csvSheet } from '../../apps/local/import/csv.ts';
import { encodingOf } from '../../apps/local/import/encoding.ts';
import { readMapping } from '../../apps/local/import/mapping.ts';
import { openSheet } from '../../apps/local/import/open-sheet.ts';
import { cellReader } from '../../apps/local/import/sheet.ts';
import type { Line, Sheet } from '../../apps/local/import/sheet.ts';
import { folder, written } from './files.ts';
import { mappingFile } from './hotline.ts';

async function all({ columns, lines }: Sheet): Promise<{ columns: readonly string[]; lines: Line[] }> {
  const read: Line[] = [];
  for await (const line of lines) read.push(line);
  return { columns, lines: read };
}

const csv = async (content: string | Buffer, more: { delimiter?: string; encoding?: string } = {}) =>
  all(await csvSheet(written('sheet.csv', content), 'sheet.csv', { delimiter: ',', ...more }));

const TEXT = '编号,内容\nHX1,电梯坏了\nHX2,𠮷野家门前占道 €\n';
const LINES = [
  { number: 2, cells: ['HX1', '电梯坏了'] },
  { number: 3, cells: ['HX2', '𠮷野家门前占道 €'] },
];

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
    ['UTF-16 as Excel writes it', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16 the other way round', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-8 with CRLF', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['UTF-8 without an end of line at its end', Buffer.from(TEXT.trimEnd())],
  ])('in %s is read as it was written', async (_name, content) => {
    expect(await csv(content)).toEqual({ columns: ['编号', '内容'], lines: LINES });
  });

  it('is GB18030 also where the first byte that is not UTF-8 comes late', async () => {
    const long = Buffer.concat([
      Buffer.from(`编号\n${'a\n'.repeat(100_000)}`),
      iconv.encode('东', 'gb18030'),
    ]);
    expect(await encodingOf(written('late.csv', long))).toBe('gb18030');
    expect(await encodingOf(written('cut.csv', Buffer.from('楼').subarray(0, 2)))).toBe('gb18030');
    expect(await encodingOf(written('ascii.csv', 'a,b'))).toBe('utf-8');
  });

  it('is read in the encoding that is asked for', async () => {
    const { lines } = await csv(iconv.encode('a\n東\n', 'big5'), { encoding: 'big5' });
    expect(lines).toEqual([{ number: 2, cells: ['東'] }]);
  });

  it('names lines that cannot be read in its encoding', async () => {
    const broken = Buffer.concat([
      iconv.encode('编号,内容\nHX1,楼\nHX2,', 'gb18030'),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect((await csv(broken)).lines.map(({ fault }) => fault)).toEqual([
      undefined,
      'has characters that cannot be read as gb18030',
    ]);
    const zero = (await csv('a,b\n1,x\u0000y\n2,\uFFFD\n')).lines.map(({ fault }) => fault);
    expect(zero).toEqual(['has characters that cannot be read as utf-8', undefined]);
  });

  it('counts lines as people do: breaks in cells, blank lines, mixed ends', async () => {
    const { lines } = await csv('a,b\r\n1,"x\r\ny"\n\r\n2,"p\n\nq"\r3,z\n,\n"4",w');
    expect(lines.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [2, '1'],
      [5, '2'],
      [8, '3'],
      [10, '4'],
    ]);
  });

  it('keeps quotes that do not quote, and names rows of another width', async () => {
    const { lines } = await csv('a,b\n5" pipe,x\n1\n1,2,3\n"q"s,7\n');
    expect(lines.map(({ cells, fault }) => [cells[0], fault])).toEqual([
      ['5" pipe', undefined],
      ['1', 'has 1 cells where the header has 2'],
      ['1', 'has 3 cells where the header has 2'],
      ['"q"s', undefined],
    ]);
  });

  it('takes the delimiter of the mapping', async () => {
    expect((await csv('a\tb,c\n1\t2,3\n', { delimiter: '\t' })).lines[0]?.cells).toEqual(['1', '2,3']);
  });

  it.each([
    ['', 'sheet.csv is empty: it has no header line.'],
    [
      'a,b\n1,"never\nclosed\n',
      'sheet.csv cannot be read on after line 1: a quote that opens there is never closed.',
    ],
  ])('that is %j is refused in a sentence', async (content, sentence) => {
    await expect(csv(content)).rejects.toThrow(sentence);
  });
});

describe('a workbook', () => {
  const open = async (file: string, sheet?: string) => {
    const mapping = await readMapping(mappingFile(sheet === undefined ? {} : { sheet }));
    const order = {
      file,
      mapping: '',
      rejects: undefined,
      encoding: undefined,
      isDry: true,
      asIfToday: false,
      limit: 1,
    };
    return all(await openSheet(order, mapping));
  };

  async function workbook(): Promise<string> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').addRow(['not this one']);
    const sheet = book.addWorksheet('工单');
    sheet.addRow(['编号', '时间', '内容', '数']);
    sheet.addRow([101001254066, new Date('2015-01-26T10:23:15Z'), '电梯', { formula: '1+1', result: 2 }]);
    sheet.addRow([]);
    sheet.addRow([
      '007',
      '2015/1/26',
      { richText: [{ text: '电' }, { text: '梯' }] },
      { text: '链', hyperlink: 'x' },
    ]);
    sheet.addRow(['a', null, undefined, true, null, 'a note beside the table']);
    const file = path.join(folder, 'book.data');
    await book.xlsx.writeFile(file);
    return file;
  }

  it('is known by its bytes; its cells are what people see in them, dates by the wall clock', async () => {
    expect(await open(await workbook(), '工单')).toEqual({
      columns: ['编号', '时间', '内容', '数'],
      lines: [
        { number: 2, cells: ['101001254066', '2015-01-26 10:23:15', '电梯', '2'] },
        { number: 4, cells: ['007', '2015/1/26', '电梯', '链'] },
        { number: 5, cells: ['a', '', '', 'true'] },
      ],
    });
  });

  it('gives its first sheet where none is named, and says when the one named is not there', async () => {
    expect((await open(await workbook())).columns).toEqual(['not this one']);
    await expect(open(await workbook(), '没有')).rejects.toThrow('book.data has no sheet "没有" with rows.');
  });

  it('of the old kind, or broken, is refused in a sentence', async () => {
    const old = written('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(open(old)).rejects.toThrow(
      'old.xls is a workbook of the old kind (.xls); save it as .xlsx or as CSV.',
    );
    const broken = written('broken.xlsx', Buffer.from('PK\u0003\u0004 and then nothing of use'));
    await expect(open(broken)).rejects.toThrow(/broken\.xlsx (cannot be read as a workbook|has no rows)/);
  });
});

describe('the header', () => {
  it('may have blanks around its names, and so may cells', () => {
    const cell = cellReader([' 编号 ', '内容'], ['编号'], 'f.csv');
    expect(cell({ number: 2, cells: [' HX1 ', 'x'] }, '编号')).toBe('HX1');
  });

  it('must have what the mapping names, once', () => {
    expect(() => cellReader(['a', 'b'], ['c', 'a', 'd'], 'f.csv')).toThrow(
      'f.csv has no column "c", "d"; its header has "a", "b".',
    );
    expect(() => cellReader(['a', 'a'], ['a'], 'f.csv')).toThrow('f.csv has two columns "a".');
  });
});
