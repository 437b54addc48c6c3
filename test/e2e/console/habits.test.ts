import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

describe('what people rely on', () => {
  let hall: TownHall;
  let chrome: Browser;
  let resident: Client;

  const come = (screen = DESK) => Person.comes(chrome, hall.url, screen, 'zh-CN');
  const comesIn = async (account: string) => (await come()).signsIn(account);

  async function reported(words: string): Promise<string> {
    const place = hall.town.place('150602001001001');
    const { id } = await resident.post('/api/v1/matters', { place, kind: 'housing.lift', words });
    return `/matters/${id}`;
  }

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    resident = await new Client(hall.url).signIn('resident', PASSWORD);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('words that were not sent yet are there again after a reload', async () => {
    const { page } = await come(PHONE);
    await page.goto('/report');
    await page.getByLabel(/请说说是什么事/).fill('写到一半，网断了。');
    await page.reload();
    expect(await page.getByLabel(/请说说是什么事/).inputValue()).toBe('写到一半，网断了。');
  });

  it('a lost network is told, and sending again does it once', async () => {
    const { page } = await come(PHONE);
    await page.goto('/report');
    await page.getByLabel('街道（镇）').selectOption({ label: '交通街道' });
    await page.getByLabel(/^类别/).selectOption({ label: '电梯故障' });
    await page.getByLabel(/请说说是什么事/).fill('电梯里没有信号，发了两次。');
    const keys: (string | undefined)[] = [];
    await page.route('**/api/v1/matters', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length === 1) {
        await route.fetch(); // the server did it, its answer is lost
        await route.abort();
      } else await route.continue();
    });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('连不上服务器。内容没有丢失，请检查网络后再试。').waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('[data-code]').waitFor();
    expect(keys[0]).toBe(keys[1]);
    const { rows } = await hall.town.db.pool.query(
      `select count(*)::int as count from intake where kind = 'housing.lift' and reporter_id is null`,
    );
    expect(rows[0].count).toBe(1);
  });

  it('what somebody types is shown as text, whatever it is', async () => {
    const address = await reported('<img src=x onerror="document.title=1"><b>急</b>');
    const clerk = await comesIn('community');
    await clerk.opens(address);
    await clerk.page.getByText('<img src=x onerror="document.title=1"><b>急</b>').waitFor();
    expect(await clerk.page.locator('.said b').count()).toBe(0);
  });

  it('the second of two people on one task is told, and keeps the words', async () => {
    const address = await reported('两个人同时打开。');
    const [first, second] = await Promise.all([comesIn('community'), comesIn('community.head')]);
    for (const { page } of [first, second]) {
      await page.goto(address);
      await page.getByRole('button', { name: '不予受理' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('radio', { name: '无实质内容' }).check();
      await form.getByLabel(/理由/).fill('没有说清楚是什么事。');
    }
    await first.page.getByRole('dialog').getByRole('button', { name: '不予受理' }).click();
    await first.page.getByText('不予受理', { exact: true }).first().waitFor();
    const form = second.page.getByRole('dialog');
    await form.getByRole('button', { name: '不予受理' }).click();
    await form
      .getByRole('alert')
      .getByText(/办理|结束|环节/)
      .first()
      .waitFor();
    expect(await form.getByLabel(/理由/).inputValue()).toBe('没有说清楚是什么事。');
  });

  it('what the server finds wrong stands at its field', async () => {
    const { page } = await comesIn('community');
    await page.goto('/intake');
    await page.route('**/api/v1/matters', (route) =>
      route.request().method() === 'POST'
        ? route.continue({ postData: { ...route.request().postDataJSON(), words: '' } })
        : route.continue(),
    );
    await page.getByRole('radio', { name: '电梯故障' }).check();
    await page.getByRole('radio', { name: '安达小区' }).check();
    await page.getByLabel(/反映内容/).fill('路上少了一个字');
    await page.getByRole('radio', { name: '网上查询' }).check();
    await page.getByRole('button', { name: '反映事项' }).click();
    const field = page.getByLabel(/反映内容/);
    await page.locator('.field.invalid').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.field.invalid .fault').textContent()).not.toBe('');
  });

  it('a list follows what happens without being loaded again', async () => {
    const { page } = await comesIn('community');
    await page.goto('/inbox');
    await page.locator('h1').waitFor();
    const before = await page.locator('tbody tr').count();
    await reported('新的一件。');
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr').length > n, before);
  });

  it('the other language is remembered, on every page', async () => {
    const { page } = await come();
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What would you like to tell us?' }).waitFor();
    await page.goto('/track');
    await page.getByRole('heading', { name: 'See how it is going' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('who is not signed in is asked to, and then is where they wanted to be', async () => {
    const person = await come();
    const { page } = person;
    await page.goto('/ledger?status=open');
    await page.getByText('请登录后继续。').waitFor();
    await page.fill('[name=account]', 'community');
    await page.fill('[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.getByRole('heading', { level: 1, name: '台账' }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=open');
  });

  it('a session that ended elsewhere leads back to the door', async () => {
    const { page } = await comesIn('transport');
    await page.goto('/inbox');
    await page.locator('h1').waitFor();
    await hall.town.db.pool.query('update session set revoked_at = now() where person_id = $1', [
      hall.town.person('transport'),
    ]);
    await page.getByRole('link', { name: '台账' }).click();
    await page.getByText('请登录后继续。').waitFor();
  });

  it('a page that is not for them says so', async () => {
    const { page } = await comesIn('security');
    await page.goto('/supervision');
    await page.getByText('您的岗位无权查看这里。').waitFor();
  });

  it('being away is set and ended on the own page', async () => {
    const { page } = await comesIn('community');
    await page.goto('/account');
    for (const [label, day] of [
      [/^开始/, '2030-01-07 08:30'],
      [/^结束/, '2030-01-11 17:30'],
    ] as const) {
      await page.getByLabel(label).fill(day);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: '设置离岗' }).click();
    await page.getByText('2030/01/07 08:30 至 2030/01/11 17:30').waitFor();
    await page.getByRole('button', { name: '我已回岗' }).click();
    await page.getByText('没有设置离岗。').waitFor();
  });

  it('single keys can be switched off', async () => {
    const { page } = await comesIn('community');
    await page.goto('/inbox');
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.locator('.keys').waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-row'))).toBe(false);
  });
});
