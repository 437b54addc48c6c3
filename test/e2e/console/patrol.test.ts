import type { Browser, Page } from 'playwright-core';
import { Client } from '../blackbox/client.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { openChrome } from './chrome.ts';
import { follows } from './lived-in.ts';
import { Person, PHONE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = { name: 'lift.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') };
const noPhoto = { name: 'lift.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') };

const own = ['/patrol', '/patrol?show=places', '/patrol?show=unsent', '/patrol/report'];

describe('a grid worker with a phone', () => {
  let hall: TownHall;
  let chrome: Browser;
  let walker: Person;
  let page: Page;
  let handled = '';

  /** A matter that the community itself handles: the grid worker may finish its task. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    const [resident, community] = await Promise.all([
      anybody.signIn('resident', PASSWORD),
      anybody.signIn('community', PASSWORD),
    ]);
    const report = { place: hall.town.place('150602001001001'), kind: 'housing.lift', words: '电梯停了。' };
    ({ id: handled } = await resident.post('/api/v1/matters', report));
    const at = `/api/v1/matters/${handled}`;
    await follows(community, at, 'acceptMatter', { lead: hall.town.unit('community') });
    await follows(community, at, 'registerMatter');
    walker = await Person.comes(chrome, hall.url, PHONE, 'zh-CN');
    page = walker.page;
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  const network = (isThere: boolean) => page.context().setOffline(!isThere);
  const unsent = () => page.locator('.patrol-unsent');
  const allSent = () => page.getByText('都已发送').waitFor();
  const shows = (words: string) => page.getByText(words).first().waitFor();

  async function reports(words: string, file: typeof photo): Promise<void> {
    await page.getByRole('link', { name: '上报问题' }).click();
    await page.getByRole('radio', { name: '电梯故障' }).check();
    await page.getByRole('radio', { name: '安达小区' }).check();
    await page.locator('input[capture]').setInputFiles(file);
    await page.locator('.patrol-thumb').waitFor();
    await page.locator('textarea').fill(words);
    await walker.button('上报').click();
    await page.waitForURL(/show=unsent/);
  }

  /** What the server has of reports from walks: when it happened, and how many photos. */
  async function taken() {
    const { rows } = await hall.town.db.pool.query<{ late: boolean; photos: number }>(
      `select i.happened_at is not null as late,
              (select count(*)::int from attachment a where a.matter_id = i.id) as photos
       from intake i where i.channel = 'patrol' order by i.received_at`,
    );
    return rows;
  }

  const drawn = async () => {
    const { rows } = await hall.town.db.pool.query('select 1 from attachment');
    return rows.length;
  };

  it('begins with the own grid, and every page of it is right', async () => {
    await walker.signsIn('grid');
    expect(new URL(page.url()).pathname).toBe('/patrol');
    await page.getByRole('link', { name: /安达小区.*电梯故障/s }).waitFor();
    expect(await walker.walks(own)).toEqual({});
    const english = await Person.comes(chrome, hall.url, PHONE, 'en-GB');
    await english.signsIn('grid');
    expect(await english.walks(['/patrol', '/patrol/report'])).toEqual({});
    await english.leaves();
  });

  it('opens it also where there is no network, with what was seen last', async () => {
    await walker.opens('/patrol');
    await page.waitForFunction(async () => {
      const kept = await caches.open('minqing shell');
      return (await kept.match('/index.html')) !== undefined;
    });
    await network(false);
    await walker.opens('/patrol');
    await shows('没有网络');
    await page.getByRole('link', { name: /安达小区.*电梯故障/s }).waitFor();
    await page.getByRole('button', { name: /^地点/ }).click();
    await page.getByRole('link', { name: /安达小区/ }).waitFor();
  });

  it('reports there, and what is reported outlives a reload', async () => {
    await reports('东门电梯停了。', photo);
    await walker.opens('/patrol');
    await reports('西门电梯停了。', photo);
    await walker.opens('/patrol?show=unsent');
    expect(await unsent().count()).toBe(2);
    expect(await page.getByText('等待发送').count()).toBe(2);
    expect(await taken()).toEqual([]);
  });

  it('has each sent once when the network is back, though the first answers are lost', async () => {
    let lost = 0;
    await page.route('**/api/v1/{attachments,matters}', async (route) => {
      if (route.request().method() !== 'POST' || lost > 1) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await network(true);
    await page.waitForRequest((request) => request.method() === 'POST');
    for (let tries = 0; tries < 2; tries += 1) {
      await page.waitForTimeout(300);
      await walker.button('马上再发').first().click();
    }
    await allSent();
    expect(lost).toBe(2);
    expect(await taken()).toEqual([
      { late: true, photos: 1 },
      { late: true, photos: 1 },
    ]);
    expect(await drawn()).toBe(2);
    await page.unroute('**/api/v1/{attachments,matters}');
  });

  it('sees that it is being sent while the network is slow', async () => {
    let go = () => {};
    const slow = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/api/v1/attachments', async (route) => {
      await slow;
      await route.continue();
    });
    await reports('南门电梯停了。', photo);
    await shows('正在发送');
    go();
    await allSent();
    expect((await taken()).at(-1)).toEqual({ late: false, photos: 1 });
    await page.unroute('**/api/v1/attachments');
  });

  it('is told in the server’s words what was refused, mends it and sends it again', async () => {
    await reports('北门电梯停了。', noPhoto);
    await shows('被退回');
    expect(await walker.violations()).toEqual([]);
    expect(await taken()).toHaveLength(3);
    await page.getByRole('link', { name: '修改' }).click();
    await page.locator('.patrol-form .trouble').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('北门电梯停了。');
    await walker.button('移除 照片 1').click();
    await walker.button('上报').click();
    await allSent();
    expect(await taken()).toHaveLength(4);
  });

  it('finishes a task without a network, with a photo', async () => {
    await walker.opens('/patrol');
    await network(false);
    await page
      .getByRole('link', { name: /我的任务/ })
      .first()
      .click();
    await page.getByLabel(/办理结果/).waitFor(); // never opened before: it was taken along
    expect(await walker.violations()).toEqual([]);
    await page.getByLabel(/办理结果/).fill('已请厂家修好。');
    await page.locator('input[capture]').setInputFiles(photo);
    await page.locator('.patrol-thumb').waitFor();
    await page.locator('form').getByRole('button', { name: '提交结果' }).click();
    await page.getByText('等待发送').first().waitFor();
    await network(true);
    await allSent();
    const department = await new Client(hall.url).signIn('community', PASSWORD);
    const matter = JSON.stringify(await department.get(`/api/v1/matters/${handled}`));
    expect(matter).toContain('已请厂家修好。');
  });

  it('gets what keeps the shell fresh from the server each time, and keeps no answer of the API in it', async () => {
    const heads = await Promise.all(
      ['sw.js', 'manifest.webmanifest', 'shell.json'].map(async (file) => {
        const { headers } = await fetch(`${hall.url}/${file}`);
        return [headers.get('cache-control'), headers.get('content-type')?.split(';')[0]];
      }),
    );
    expect(heads).toEqual([
      ['no-cache', 'application/javascript'],
      ['no-cache', 'application/manifest+json'],
      ['no-cache', 'application/json'],
    ]);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !/^\/(assets\/[^/]+|index\.html)$/.test(path))).toEqual([]);
  });

  it('is warned before signing out, and nobody else on the phone sees or sends it', async () => {
    await network(false);
    await reports('楼道堆物。', photo);
    await walker.button(/^grid/).click();
    await page.getByText('退出登录').click();
    await page.getByRole('dialog', { name: '还有 1 件没有发送' }).waitFor();
    await page.locator('.ant-dropdown-menu').waitFor({ state: 'hidden' });
    expect(await walker.violations()).toEqual([]);
    await network(true);
    await page.route('**/api/v1/{attachments,matters}', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.unroute('**/api/v1/{attachments,matters}');
    await walker.signsIn('community');
    await page.goto('/patrol?show=unsent');
    await shows('您的岗位无权查看这里');
    expect(await taken()).toHaveLength(4);
    await walker.button(/^community/).click();
    await page.getByText('退出登录').click();
    await page.waitForURL((url) => url.pathname === '/');
    await walker.signsIn('grid');
    await walker.opens('/patrol?show=unsent');
    await allSent();
    expect(await taken()).toHaveLength(5);
  });
});
