import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { setTimeout as pause } from 'node:timers/promises';
import { csvStream } from '../../apps/api/exports/csv-stream.ts';
import { piecesOf } from '../../apps/api/exports/pieces.ts';
import type { Rows } from '../../apps/api/exports/sheet.ts';
import { workbookStream } from '../../apps/api/exports/workbook-stream.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { ESTATE } from '../prisma/small-town.ts';
import { FORMULAS } from './documents/three-lists.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

const MANY = 2_500;
let house: House;

beforeAll(async () => {
  house = await openHouse();
  const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadPolicies(house.db, [inForce], new Date('2018-01-01'));
  await enterMany();
});
afterAll(() => house.close());

/** So many lines of the ledger as recording would leave them; every fifth is of another unit. */
async function enterMany(): Promise<void> {
  const units = ['housing', 'transport'].map((code) => house.ids.units.get(code));
  await house.db.pool.query(
    `with n as (select n, gen_random_uuid() as id, now() - make_interval(mins => n) as at from generate_series(1, $1) n),
       i as (insert into intake (id, receipt, code_hash, way, channel, answer_by, kind, place_id, words_id, received_at)
         select id, 'R' || lpad(n::text, 6, '0'), 'x', 'resident', 'web', 'none', 'housing.lift', $2, gen_random_uuid(), at from n),
       p as (insert into process (id, type, seq, state, opened_at) select id, 'six-step', 1, '{}', at from n)
     insert into matter (id, number, status, step, kind, place_path, lead_unit_id, unit_ids, way, due_at, opened_at, score)
       select id, 'N' || lpad(n::text, 6, '0'), 'open', 'handle', 'housing.lift', $3, u, array[u], 'resident', at, at, -n
       from n, lateral (select case when n % 5 = 0 then $5::uuid else $4::uuid end as u) unit`,
    [MANY, house.ids.places.get(ESTATE.split('/').at(-1) ?? ''), ESTATE, ...units],
  );
}

/** A file as its bytes came. */
async function fileFor(account: string, url: string, headers = {}) {
  const { headers: own } = await house.as(account, headers);
  const answer = await house.app.inject({ method: 'GET', url: `/api/v1/exports/${url}`, headers: own });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
}

/** All that something gives out, piece by piece. */
async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

/** All the bytes of a stream. */
const bytesOf = async (stream: AsyncIterable<string | Buffer>) =>
  Buffer.concat((await all(stream)).map((piece) => Buffer.from(piece)));

const linesIn = (bytes: Buffer): string[][] => parse(bytes, { bom: true });

async function sheetIn(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const numbers = (count: number, is: (n: number) => boolean = () => true) =>
  Array.from({ length: count }, (_, i) => i + 1)
    .filter(is)
    .map((n) => `N${String(n).padStart(6, '0')}`);

describe('the ledger as a file', () => {
  it('has every line once, in the list’s order, however many pieces it takes', async () => {
    const { bytes, headers } = await fileFor('supervisor', 'matters.csv');
    const [titles = [], ...lines] = linesIn(bytes);
    expect(titles.slice(0, 3)).toEqual(['台账编号', '回执编号', '类别']);
    expect(lines.map(([number]) => number)).toEqual(numbers(MANY));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(String(headers['content-disposition'])).toMatch(
      /^attachment; filename="ledger\.csv"; filename\*=UTF-8''%E5%8F%B0%E8%B4%A6%20\d{4}-\d\d-\d\d%20\d{4}\.csv$/,
    );
  });

  it('is a workbook with numbers as numbers and times as local ones', async () => {
    const { bytes } = await fileFor('supervisor', 'matters.xlsx?sort=opened', { 'accept-language': 'en' });
    const sheet = await sheetIn(bytes);
    expect([sheet.name, sheet.rowCount]).toEqual(['Ledger', MANY + 1]);
    const row = sheet.getRow(2);
    const at = (title: string) =>
      row.getCell((sheet.getRow(1).values as string[]).indexOf(title)).value as never;
    expect([at('Ledger number'), at('Score'), at('Late')]).toEqual(['N002500', -2500, 'yes']);
    const received = await house.db.prisma.matter.findFirstOrThrow({ where: { number: 'N002500' } });
    const local = new Date(received.openedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
    expect((at('Received') as Date).toISOString().slice(0, 16)).toBe(local);
  });

  it.each([
    ['housing', numbers(MANY, (n) => n % 5 !== 0)],
    ['transport', numbers(MANY, (n) => n % 5 === 0)],
    ['resident', []],
  ])('holds for %s exactly what the list shows', async (account, expected) => {
    const { bytes } = await fileFor(account, 'matters.csv');
    expect(
      linesIn(bytes)
        .slice(1)
        .map(([number]) => number),
    ).toEqual(expected);
  });

  it('holds what the filter leaves, and nothing else', async () => {
    const { bytes } = await fileFor('supervisor', 'matters.csv?q=N00002&limit=3');
    expect(
      linesIn(bytes)
        .slice(1)
        .map(([number]) => number),
    ).toEqual(numbers(29, (n) => n >= 20));
  });

  it.each([
    ['matters.pdf', 404],
    ['matters.csv?sort=sideways', 400],
    ['nothing.csv', 404],
  ])('refuses %s', async (url, status) => {
    expect((await fileFor('supervisor', url)).status).toBe(status);
  });
});

describe('every other list', () => {
  it.each(['tasks', 'processes', 'items', 'cards', 'clocks'])('%s can be taken away', async (list) => {
    const csv = await fileFor('supervisor', `${list}.csv`);
    expect([csv.status, csv.bytes.toString('utf8').startsWith('\uFEFF')]).toEqual([200, true]);
    expect((await sheetIn((await fileFor('supervisor', `${list}.xlsx`)).bytes)).rowCount).toBeGreaterThan(0);
  });

  it.each(['tasks', 'cards', 'items', 'clocks'])('%s is not for strangers', async (list) => {
    const { statusCode } = await house.app.inject({ method: 'GET', url: `/api/v1/exports/${list}.csv` });
    expect(statusCode).toBe(401);
  });

  it('a resident has no list of cards', async () => {
    expect((await fileFor('resident', 'cards.csv')).status).toBe(403);
  });
});

const page = (from: number, count: number, last: number) => ({
  items: Array.from({ length: count }, (_, i) => from + i),
  nextCursor: from + count > last ? undefined : String(from + count),
});

describe('a list piece by piece', () => {
  it('that is too long is refused before a byte of it is sent', async () => {
    const read = async (cursor = '1') => page(Number(cursor), 10, 101);
    await expect(piecesOf(read, 100)).rejects.toMatchObject({ code: 'export-too-long' });
    expect((await all(await piecesOf(read, 110))).flat()).toHaveLength(110);
  });

  it('that is short is read once', async () => {
    let times = 0;
    const read = async () => ({ items: [(times += 1)] });
    expect([(await all(await piecesOf(read))).flat(), times]).toEqual([[1], 1]);
  });
});

/** A count, as soon as it stands still. */
async function still(count: () => number): Promise<number> {
  for (let before = -1; before !== count();) {
    before = count();
    await pause(300);
  }
  return count();
}

const columns = [{ key: 'c0', title: '内容' }];

describe.each([
  ['CSV', (pieces: AsyncIterable<Rows>) => csvStream(columns, pieces)],
  ['a workbook', (pieces: AsyncIterable<Rows>) => workbookStream('清单', columns, pieces)],
])('%s as a stream', (_name, stream) => {
  it('reads no further than its reader, and not at all when he has gone', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Rows> {
      for (;;) {
        pieces += 1;
        yield Array.from({ length: 500 }, () => ({ c0: String(Math.random()).repeat(5) }));
      }
    }
    const file = stream(endless());
    await new Promise((resolve) => file.once('readable', resolve));
    const before = await still(() => pieces);
    file.destroy();
    expect([before > 0, (await still(() => pieces)) - before <= 1]).toEqual([true, true]);
  });

  it('breaks off with the error that befell it', async () => {
    async function* failing(): AsyncGenerator<Rows> {
      yield [{ c0: 'x' }];
      throw new Error('the database went away');
    }
    await expect(all(stream(failing()))).rejects.toThrow('the database went away');
  });
});

describe('a cell that a spreadsheet would run', () => {
  const rows: Rows = FORMULAS.map((text) => ({ c0: text }));
  const pieces = async function* () {
    yield rows;
  };

  it('is words in CSV', async () => {
    const bytes = await bytesOf(csvStream(columns, pieces()));
    expect(linesIn(bytes).slice(1).flat()).toEqual(FORMULAS.map((text) => `'${text.trim()}`));
  });

  it('is words in a workbook, also when it is edited', async () => {
    const bytes = await bytesOf(workbookStream('清单', columns, pieces()));
    const sheet = await sheetIn(bytes);
    FORMULAS.forEach((text, i) => {
      const cell = sheet.getCell(i + 2, 1);
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text.trim(), '@']);
    });
  });
});

describe('the lists of administrators and auditors', () => {
  it.each([
    ['people', 'system', '/api/v1/register/people'],
    ['units', 'security', '/api/v1/register/units'],
    ['places', 'system', '/api/v1/register/places'],
    ['records', 'auditor', '/api/v1/records'],
    ['audits', 'auditor', '/api/v1/audits?q=N0024'],
    ['cases', 'supervisor', '/api/v1/statistics/cases?q=x'],
  ])(
    'are files too: %s has as many lines as the list of the same filters',
    async (list, account, address) => {
      const who = await house.as(account);
      const [path = '', query = ''] = address.split('?');
      const { body } = await who.get(`${path}?limit=200&${query}`);
      const { status, bytes } = await fileFor(account, `${list}.csv?${query}`);
      expect(status).toBe(200);
      const lines = linesIn(bytes);
      if (body.nextCursor == null) expect(lines).toHaveLength(body.items.length + 1);
      else expect(lines.length).toBeGreaterThan(body.items.length);
    },
  );

  it.each([
    ['people', 'community'],
    ['records', 'supervisor'],
    ['audits', 'housing'],
  ])('are not for everybody: %s is refused to %s', async (list, account) => {
    expect((await (await house.as(account)).get(`/api/v1/exports/${list}.csv`)).status).toBe(403);
  });
});
