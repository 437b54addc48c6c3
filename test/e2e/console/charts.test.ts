import type { Browser } from 'playwright-core';
import { stretchesOf, xOf } from '../../../apps/console/staff/timeline/axis.ts';
import { squarify } from '../../../apps/console/staff/charts/squarify.ts';
import { keepPastCourse } from '../../prisma/past-course.ts';
import { COMMUNITY, ESTATE, PASSWORD, SUBDISTRICT } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { follows } from './lived-in.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() + 8 * 3_600_000 - ago * DAY).toISOString().slice(0, 10);

describe('the line of time', () => {
  const HOUR = 3_600_000;

  it('folds a long wait and gives the rest its room', () => {
    const stretches = stretchesOf([0, HOUR, 2 * HOUR, 2 * HOUR + 9 * DAY, 3 * HOUR + 9 * DAY], 356);
    expect(stretches.map(({ isFolded, width }) => [isFolded, Math.round(width)])).toEqual([
      [false, 100],
      [false, 100],
      [true, 56],
      [false, 100],
    ]);
    expect(xOf(HOUR / 2, stretches)).toBe(50);
    expect(xOf(-DAY, stretches)).toBe(0);
    expect(xOf(99 * DAY, stretches)).toBe(356);
  });

  it('draws a first minute small beside the days that are still to come', () => {
    const [minute, ...days] = stretchesOf([0, HOUR / 60, DAY, 2 * DAY, 3 * DAY], 360);
    expect(minute?.width).toBe(3);
    expect(days.map(({ width, isFolded }) => [width, isFolded])).toEqual([
      [119, true],
      [119, true],
      [119, true],
    ]);
  });
});

describe('the tiles of the map', () => {
  it('fill the field, each as large as its number says', () => {
    const tiles = squarify([6, 6, 4, 3, 2, 2, 1], 600, 400);
    expect(tiles.map(({ width, height }) => Math.round((width * height) / 10_000))).toEqual([
      6, 6, 4, 3, 2, 2, 1,
    ]);
    for (const { x, y, width, height } of tiles) {
      expect(x + width).toBeLessThanOrEqual(600.001);
      expect(y + height).toBeLessThanOrEqual(400.001);
    }
  });
});

describe('numbers over many cases', () => {
  let hall: TownHall;
  let chrome: Browser;
  let handled = '';

  /** Two closed, one of them late and handled twice; one open and overdue; one in handling with a worker behind it. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const { db } = hall.town;
    const [housing, transport] = [hall.town.unit('housing'), hall.town.unit('transport')];
    const past = (steps: string) => steps.replace(/-(\d+)/g, (_whole, ago) => day(Number(ago)));
    const courses = [
      {
        ...{ place: ESTATE, unitId: housing, hour: 9, due: day(40), rating: 'satisfied' },
        steps: past('analyse:-50 ledger:-49 handle:-49 feedBack:-45 evaluate:-45 assess:-41 end:-41'),
      },
      {
        ...{ place: COMMUNITY, unitId: housing, hour: 14, due: day(22), rating: 'unsolved' },
        steps: past(
          'analyse:-30 ledger:-29 handle:-29 feedBack:-24 evaluate:-24 handle:-22 feedBack:-18 evaluate:-18 assess:-15 end:-15',
        ),
      },
      {
        ...{ place: SUBDISTRICT, unitId: transport, hour: 10, due: day(5) },
        steps: past('analyse:-12 ledger:-11 handle:-11'),
      },
    ];
    for (const course of courses) await keepPastCourse(db, course);
    const anybody = new Client(hall.url);
    const [resident, community] = await Promise.all([
      anybody.signIn('resident', PASSWORD),
      anybody.signIn('community', PASSWORD),
    ]);
    const report = {
      place: hall.town.place(ESTATE.split('/').at(-1) ?? ''),
      kind: 'housing.lift',
      words: '电梯停了。',
    };
    ({ id: handled } = await resident.post('/api/v1/matters', report));
    for (const name of ['acceptMatter', 'registerMatter'])
      await follows(community, `/api/v1/matters/${handled}`, name);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  const pages = () => ['/trends', '/traffic', '/map', '/cases?state=open', '/screen', `/matters/${handled}`];

  it.each([
    ['a phone in Chinese', PHONE, 'zh-CN'],
    ['a wide desk in English', WIDE, 'en-GB'],
  ] as const)('are right on %s', async (_name, screen, language) => {
    const supervisor = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('supervisor');
    expect(await supervisor.walks(pages())).toEqual({});
  });

  it('open the lists that they count: from the trend, the funnel, the ranking, the heat, the map and the traffic', async () => {
    const supervisor = await (await Person.comes(chrome, hall.url, DESK, 'zh-CN')).signsIn('supervisor');
    const { page } = supervisor;
    const opens = async (address: string, region: string, link: RegExp | string) => {
      await supervisor.opens(address);
      const part = page.locator('section').filter({ has: page.getByRole('heading', { name: region }) });
      for (const table of await part.locator('summary').all()) await table.click();
      const number = part.getByRole('link', { name: link }).first();
      const n = Number(/\d+$/.exec((await number.innerText()).trim())?.[0]);
      await number.click();
      await page.getByRole('heading', { name: '数字背后的事项' }).waitFor();
      await supervisor.settles();
      return [n, await page.locator('[data-row]').count()];
    };
    for (const [address, region, link] of [
      ['/trends?by=month', '趋势', /^[1-9]/],
      ['/trends', '办理漏斗', /^收到 4/],
      ['/trends', '单位与地点排名', /^[1-9]/],
      ['/trends', '何时何地来得多', /^[1-9]/],
      ['/traffic', '各环节', /^[1-9]/],
      ['/traffic', '各条路径', /^[1-9]/],
    ] as const) {
      const [counted, listed] = await opens(address, region, link);
      expect([address, region, listed]).toEqual([address, region, counted]);
    }
    await supervisor.opens('/map');
    await page.locator('.map-tile').first().press('Enter');
    await page.locator('.map-way strong', { hasText: '交通街道' }).waitFor();
    expect(supervisor.complaints).toEqual([]);
  });

  it('lead from a step of the diagram to the cases that came there', async () => {
    const supervisor = await (await Person.comes(chrome, hall.url, DESK, 'zh-CN')).signsIn('supervisor');
    await supervisor.opens('/traffic');
    await supervisor.page.locator('.diagram .step a', { hasText: '及时办理' }).click();
    await supervisor.page.getByText('到过“及时办理”').waitFor();
    await supervisor.settles();
    expect(await supervisor.page.locator('[data-row]').count()).toBe(4);
  });

  it('stand on a wall: views turn by themselves and by keys, and say nothing of anybody', async () => {
    const auditor = await (await Person.comes(chrome, hall.url, WIDE, 'zh-CN')).signsIn('auditor');
    const { page } = auditor;
    await page.clock.install();
    await auditor.opens('/screen');
    const stands = async (view: string): Promise<void> => {
      await page.waitForURL((url) => url.searchParams.get('view') === view);
      expect(await page.locator('.screen').innerText()).not.toMatch(/电梯停了|resident|\d{11}/);
      expect(await auditor.faults()).toEqual([]);
    };
    await page.keyboard.press('Space'); // whoever wants no motion has it held from the start
    await page.clock.fastForward(20_000);
    await stands('places');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await stands('units');
    await page.keyboard.press('ArrowRight');
    await stands('days');
  });
});
