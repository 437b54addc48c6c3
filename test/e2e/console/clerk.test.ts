import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

/** The smallest picture: one point. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the workbench of a clerk', () => {
  let hall: TownHall;
  let chrome: Browser;
  let resident: Client;
  const clients = new Map<string, Client>();
  const people: Person[] = [];

  async function comes(account: string): Promise<Person> {
    const person = await (await Person.comes(chrome, hall.url, DESK, 'zh-CN')).signsIn(account);
    people.push(person);
    await person.page.locator('[data-row]').first().waitFor();
    return person;
  }

  async function clientOf(account: string): Promise<Client> {
    const client = clients.get(account) ?? (await new Client(hall.url).signIn(account, PASSWORD));
    clients.set(account, client);
    return client;
  }

  async function reported(words: string): Promise<string> {
    const place = hall.town.place('150602001001001');
    return (await resident.post('/api/v1/matters', { place, kind: 'housing.lift', words }))['id'];
  }

  /** Follows an act of a matter as soon as it is offered. */
  async function does(account: string, matter: string, name: string, values = {}): Promise<void> {
    const client = await clientOf(account);
    for (;;) {
      const action = (await client.actions(`/api/v1/matters/${matter}`)).find((one) => one.name === name);
      if (action !== undefined) return void (await client.follow(action, values));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const toHousing = async (words: string) => {
    const id = await reported(words);
    const lead = hall.town.unit('housing');
    await does('community', id, 'acceptMatter', {
      importance: 2,
      urgency: 2,
      size: 'small',
      lead,
      mode: 'team',
    });
    await does('community', id, 'registerMatter');
  };

  const presses = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const row = (page: Page, nth: number) => page.locator('tbody tr').nth(nth);
  const panel = (page: Page) => page.locator('.ant-drawer-open [role=dialog]');

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    resident = await new Client(hall.url).signIn('resident', PASSWORD);
    await Promise.all(['一号楼电梯停了。', '二号楼电梯停了。'].map(toHousing));
    for (let n = 1; n <= 5; n += 1) await reported(`第 ${n} 部电梯停了。`);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('is worked with the keyboard alone: claimed, finished with proof, and the next one opens', async () => {
    const { page } = await comes('housing');
    await row(page, 1).waitFor();
    await presses(page, 'j', 't');
    await page.getByText('housing 已签收').waitFor();
    await presses(page, 'e');
    await panel(page)
      .getByText(/号楼电梯停了/)
      .waitFor();
    const first = await panel(page).locator('.said').textContent();
    await panel(page)
      .getByLabel(/办理结果/)
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('已更换制动器。');
    await panel(page)
      .getByLabel(/佐证材料/)
      .setInputFiles({ name: 'lift.png', mimeType: 'image/png', buffer: PHOTO });
    await panel(page).getByRole('button', { name: '移除 lift.png' }).waitFor();
    await presses(page, 'Control+Enter');
    await page.getByText('已打开下一件。').waitFor();
    await panel(page)
      .getByText(first === '一号楼电梯停了。' ? '二号楼电梯停了。' : '一号楼电梯停了。')
      .waitFor();
    await presses(page, 'Escape');
    await page.getByRole('button', { name: /^已办/ }).click();
    await page.getByRole('cell', { name: '提交结果', exact: true }).waitFor();
  });

  it('does several at once, and says of each what came of it', async () => {
    const clerk = await comes('community');
    const { page } = clerk;
    await row(page, 4).waitFor();
    expect(await clerk.faults()).toEqual([]);
    await presses(page, 'j', 'x', 'j', 'j', 'Shift+X', 'b');
    await panel(page).getByRole('button', { name: '签收' }).click();
    const [key] = await page
      .locator('tr.chosen')
      .evaluateAll((rows) => rows.map((one) => one.dataset['key']));
    await (await clientOf('community.head')).post(`/api/v1/tasks/${key}/acts/claimTask`, {});
    await panel(page).getByRole('button', { name: '签收：3 项' }).click();
    await panel(page).getByText('已处理 3 项，共 3 项').waitFor();
    const states = () =>
      panel(page)
        .locator('[data-state]')
        .evaluateAll((lines) => lines.map((line) => line.dataset['state']));
    expect(await states()).toEqual(['refused', 'done', 'done']);
    expect(await clerk.violations()).toEqual([]);
    await panel(page).getByRole('button', { name: '重试没有成功的 1 项' }).click();
    await panel(page).locator('[data-state=refused] .hint').waitFor();
    await presses(page, 'Escape');
    await page.getByRole('button', { name: '在办 2' }).waitFor();
  });

  it('tells the second of two people who claimed it, where the row stands', async () => {
    const { page } = await comes('community');
    await presses(page, 'j');
    const key = await row(page, 0).getAttribute('data-key');
    const before = await row(page, 1).boundingBox();
    await (await clientOf('community.head')).post(`/api/v1/tasks/${key}/acts/claimTask`, {});
    await row(page, 0).getByText('community.head 已签收').waitFor();
    expect(await row(page, 0).getAttribute('data-key')).toBe(key);
    expect(await row(page, 1).boundingBox()).toEqual(before);
  });

  it('announces what is new to whoever is reading, and moves nothing', async () => {
    const { page } = await comes('community');
    const before = await page.locator('tbody tr').count();
    await presses(page, 'j');
    await hall.town.db.pool.query(`update task set due_at = now() + interval '9 days' where status = 'open'`);
    await reported('新来的一件。');
    await page.getByRole('button', { name: '有 1 条新内容，点此显示' }).click();
    await row(page, before).waitFor();
  });

  it('keeps words that were not sent, also beside the list', async () => {
    const { page } = await comes('community');
    const write = async () => {
      await presses(page, 'j', 'p');
      await panel(page).getByRole('button', { name: '不予受理' }).click();
      return panel(page).getByLabel(/理由/);
    };
    await (await write()).fill('写到一半。');
    await page.reload();
    await page.locator('[data-row]').first().waitFor();
    expect(await (await write()).inputValue()).toBe('写到一半。');
  });

  it('keeps a view under a name, counts it, and opens it by itself', async () => {
    const { page } = await comes('community');
    await page.getByRole('button', { name: /^在办/ }).click();
    await page.getByRole('button', { name: '保存为视图' }).click();
    await page.keyboard.type('手上的');
    await presses(page, 'Enter');
    await page.getByRole('button', { name: /^手上的\s*2$/ }).waitFor();
    await page.getByRole('button', { name: '视图“手上的”的操作' }).click();
    await page.getByRole('menuitem', { name: '设为默认' }).click();
    await page.getByText('默认', { exact: true }).waitFor();
    await page.goto('/inbox');
    await page.waitForURL((url) => url.search === '?box=doing');
  });

  it('finds a number, a page and an act by what is typed', async () => {
    const { page } = await comes('community');
    await presses(page, 'Control+k');
    const typed = page.getByRole('combobox', { name: '查找和操作' });
    await typed.fill('150602001');
    await page.getByRole('option', { name: /编号$/ }).first().waitFor();
    await typed.fill('台账');
    await presses(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: '台账' }).waitFor();
  });

  it('hands a task on with one key as head, who sees the people of the unit and who is away', async () => {
    await toHousing('三号楼电梯停了。');
    const head = await comes('housing.head');
    const { page } = head;
    await presses(page, 'j', 'h');
    await page.getByLabel(/^housing（在办/).check();
    await presses(page, 'Control+Enter');
    await page.getByText('housing 已签收').waitFor();
    const until = { from: '2026-01-01T00:00:00+08:00', until: '2126-01-01T00:00:00+08:00' };
    const away = `/api/v1/colleagues/${hall.town.person('housing')}/away`;
    await (await clientOf('housing.head')).post(away, until);
    await page.getByRole('link', { name: '本单位人员' }).click();
    await page.getByText('由 housing.head 登记').waitFor();
    expect([await head.violations(), await head.overflow()]).toEqual([[], 0]);
    const { page: his } = await comes('housing');
    await his.getByText(/^▲ housing.head 已为您登记离岗/).waitFor();
  });

  it('walks through ten thousand lines of the ledger, and holds a few hundred at a time', async () => {
    const place = '150602/150602001/150602001001/150602001001001';
    await hall.town.db.pool.query(
      `with made as (select gen_random_uuid() as id, n from generate_series(1, 10000) n),
       i as (insert into intake (id, receipt, code_hash, way, channel, answer_by, kind, place_id, words_id, received_at)
         select id, 'many-' || n, '', 'resident', 'web', 'web', 'housing.lift', $2::uuid, id, now() - n * interval '1 minute' from made),
       p as (insert into process (id, type, seq, state, place_path, opened_at)
         select id, 'six-step', 1, whole.state || jsonb_build_object('id', id), $1, now() - n * interval '1 minute' from made,
           (select state from process where type = 'six-step' limit 1) whole)
       insert into matter (id, number, status, step, kind, place_path, unit_ids, way, opened_at)
         select id, 'many-' || n, 'open', 'handle', 'housing.lift', $1, '{}', 'resident', now() - n * interval '1 minute' from made`,
      [place, hall.town.place(place)],
    );
    const clerk = await comes('community');
    const { page } = clerk;
    await clerk.opens('/ledger');
    for (let piece = 2; piece <= 7; piece += 1) {
      const last = await page.locator('tbody tr').last().getAttribute('data-key');
      await page.locator('[data-row]').last().focus();
      await presses(page, 'j');
      await page.waitForFunction(
        (key) => document.querySelector('tbody tr:last-child')?.getAttribute('data-key') !== key,
        last,
      );
    }
    expect(await page.locator('tbody tr').count()).toBe(300);
    await presses(page, 'j');
    expect(await page.evaluate(() => document.activeElement?.closest('tbody tr') !== null)).toBe(true);
    await page.getByRole('button', { name: '显示前面的' }).click();
    await page.getByRole('button', { name: '显示前面的' }).waitFor({ state: 'detached' });
    expect(await page.locator('tbody tr').count()).toBe(300);
    expect(await clerk.overflow()).toBe(0);
  });

  it('gave no browser a reason to complain, but for what was refused', () => {
    const complaints = people.flatMap((person) => person.complaints);
    expect(complaints.filter((said) => !said.includes('403'))).toEqual([]);
  });
});
