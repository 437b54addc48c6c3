import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESTATE } from '../prisma/small-town.ts';
import { FORMULAS } from './documents/three-lists.ts';
import { CUSTOM, lists, PACK } from './export-lists.ts';
import { aboutIn, linesIn, sheetIn } from './export-read.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';
import { hung, judged, longLate, openWatched, policy, unlucky } from './watch-town.ts';

const MANY = 1_200;
let watched: Awaited<ReturnType<typeof openWatched>>;
let house: House;

beforeAll(async () => {
  watched = await openWatched();
  house = watched.house;
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
       p as (insert into process (id, type, seq, state, opened_at, place_path, number)
         select id, 'six-step', 1, '{"facts": {}}', at, $3, 'N' || lpad(n::text, 6, '0') from n)
     insert into matter (id, number, status, step, kind, place_path, lead_unit_id, unit_ids, way, due_at, opened_at, score)
       select id, 'N' || lpad(n::text, 6, '0'), 'open', 'handle', 'housing.lift', $3, u, array[u], 'resident', at, at, -n
       from n, lateral (select case when n % 5 = 0 then $5::uuid else $4::uuid end as u) unit`,
    [MANY, house.ids.places.get(ESTATE.split('/').at(-1) ?? ''), ESTATE, ...units],
  );
}

/** A file as its bytes came. */
async function fileOf({ headers }: Pick<Visitor, 'headers'>, url: string) {
  const answer = await house.app.inject({ method: 'GET', url: `/api/v1/exports/${url}`, headers });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
}

const fileFor = async (account: string, url: string, headers = {}) =>
  fileOf(await house.as(account, headers), url);

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
    expect([at('Ledger number'), at('Score'), at('Late')]).toEqual(['N001200', -1200, 'yes']);
    const received = await house.db.prisma.matter.findFirstOrThrow({ where: { number: 'N001200' } });
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

describe('a workbook tells of itself', () => {
  it('who took it, when, by which filters, and how many lines it has', async () => {
    const unit = house.ids.units.get('transport');
    const url = `matters.xlsx?unit=${unit}&status=open,closed&late=true&q=N00002`;
    const { bytes } = await fileFor('supervisor', url, { 'accept-language': 'en' });
    const about = await aboutIn(bytes);
    expect(about).toMatchObject({
      ...{ 'Taken by': 'supervisor', Unit: 'transport', Late: 'yes', Search: 'N00002' },
      'Lines, all of them': 2,
    });
    expect(about['Taken at']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  });

  it('also what stands in force where nothing was chosen', async () => {
    const { bytes } = await fileFor('supervisor', 'clocks.xlsx');
    expect(await aboutIn(bytes)).toMatchObject({ 状态: '已超期', '往后看（工作日）': '2' });
  });

  it('names nobody to those to whom nobody is named', async () => {
    const person = house.ids.people.get('supervisor');
    const { bytes } = await fileFor('resident', `sessions.xlsx?person=${person}`);
    expect(await aboutIn(bytes)).toMatchObject({ 人员: person, '行数（全部）': 0 });
  });
});

describe('every other list', () => {
  beforeAll(async () => {
    const { town, keep } = watched;
    await keep((id) => longLate(town, id));
    await keep((id) => hung(town, id));
    await keep((id) => unlucky(town, id));
    const said = [{ contacted: true, solved: false, satisfaction: 'satisfied' }];
    await keep((id) => judged(town, id, { unit: 'housing', said }));
    const facts = { isExcluded: true, exclusion: 'inCourt' };
    await keep((id) => judged(town, id, { unit: 'housing', said, facts }));
    await house.db.pool.query('update session set agent = $1', [FORMULAS[0]]);
  });

  const asked = (query: string) => query.replace('HOUSING', watched.unit('housing'));

  it.each(lists)('%s has for %s every line of %s?%s', async (list, account, path, query, least) => {
    const [route = '', name = 'items'] = path.split('#');
    const who = await house.as(account);
    const { body } = await who.get(`/api/v1/${route}?limit=200&${asked(query)}`);
    const { status, bytes } = await fileOf(who, `${list}.csv?${asked(query)}`);
    expect(status).toBe(200);
    const [titles = [], ...lines] = linesIn(bytes);
    const there = body[name].length + (body.whole == null ? 0 : 1);
    expect(lines.length >= there && (body.nextCursor != null || lines.length === there)).toBe(true);
    expect(lines.length).toBeGreaterThanOrEqual(least);
    expect(titles.filter((title) => title === '')).toEqual([]);
  });

  it.each(lists)('%s is a workbook in English too, asked for by %s', async (list, account, _path, query) => {
    const { bytes } = await fileFor(account, `${list}.xlsx?${asked(query)}`, { 'accept-language': 'en' });
    const sheet = await sheetIn(bytes);
    const said = [sheet.name, sheet.getRow(1).values, Object.keys(await aboutIn(bytes))];
    expect(JSON.stringify(said)).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a list is for the same people as a file:', () => {
  const accounts = ['resident', 'housing', 'auditor', 'security'];
  const people: Visitor[] = [];
  beforeAll(async () => {
    people.push(visitor(house.app), ...(await Promise.all(accounts.map((one) => house.as(one)))));
  });

  it.each(lists)('%s', async (list, _account, path, query) => {
    const [route = ''] = path.split('#');
    const wish = query.replace('HOUSING', watched.unit('housing'));
    for (const who of people) {
      const { status } = await who.get(`/api/v1/${route}?limit=1&${wish}`);
      expect((await fileOf(who, `${list}.csv?${wish}`)).status).toBe(status);
    }
  });
});

describe('figures that stand otherwise in a file:', () => {
  it('the three rates with the whole first, in per cent', async () => {
    const [titles = [], all = [], ...units] = linesIn(
      (await fileFor('supervisor', `rates.csv?${CUSTOM}`)).bytes,
    );
    expect(titles.slice(0, 5)).toEqual(['单位或网格', '响应率（%）', '满意率（%）', '解决率（%）', '综合分']);
    expect(all.slice(0, 4)).toEqual(['全部', '100', '100', '0']);
    expect(units).toHaveLength(1);
  });

  it('the heat with a line for each place and weekday, as many in all as were received', async () => {
    const [, ...cells] = linesIn((await fileFor('supervisor', 'heat.csv?from=2025-01-01')).bytes);
    expect(cells.length % 7).toBe(0);
    expect(cells.slice(0, 7).map(([, day]) => day)).toEqual(
      '一二三四五六日'.split('').map((day) => `周${day}`),
    );
    const { body } = await (await house.as('supervisor')).get('/api/v1/statistics/funnel?from=2025-01-01');
    expect(cells.reduce((sum, [, , n]) => sum + Number(n), 0)).toBe(body.items[0].n);
  });

  it('a pack rule by rule, as far as they speak of what was typed', async () => {
    const who = await house.as('housing');
    const { body } = await who.get(`/api/v1/policies/${policy.name}/versions/${policy.version}`);
    const rows = body.sections.flatMap((section: Json) => section.rows.map(({ title }: Json) => title));
    const titles = async (q: string) =>
      linesIn((await fileOf(who, `policies-rules.csv?${PACK}${q}`)).bytes)
        .slice(1)
        .map(([, title]) => title);
    expect(await titles('')).toEqual(rows);
    const few = await titles(`&q=${encodeURIComponent('催办')}`);
    expect(few.length > 0 && few.length < rows.length).toBe(true);
  });
});

describe('what is somebody’s own', () => {
  it.each(['sessions', 'notices'])('%s has nobody else’s lines', async (list) => {
    const who = await house.as('transport');
    const { body } = await who.get(`/api/v1/${list}?limit=200`);
    const lines = linesIn((await fileOf(who, `${list}.csv`)).bytes);
    expect(lines).toHaveLength(body.items.length + 1);
    expect(lines.length).toBeLessThan(linesIn((await fileFor('security', 'sessions.csv')).bytes).length);
  });

  it('is words, also where a browser called itself a formula', async () => {
    const { bytes } = await fileFor('security', 'sessions.csv');
    expect(linesIn(bytes).map((line) => line[3])).toContain(`'${FORMULAS[0]}`);
    const sheet = await sheetIn((await fileFor('security', 'sessions.xlsx')).bytes);
    expect(sheet.getColumn(4).values).toContain(FORMULAS[0]);
  });
});
