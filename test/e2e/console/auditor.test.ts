import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { pagesOf, textOf } from '../../api/documents/pdf-pages.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const because = { grounds: '等待<b>配件</b>到货。' };

describe('the auditor', () => {
  let hall: TownHall;
  let chrome: Browser;
  let id = '';
  let number = '';
  let auditor: Person;
  let page: Page;

  /** Follows an action of the matter as somebody, as soon as it is offered. */
  async function does(who: Client, name: string, values: object = {}): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const action = (await who.actions(`/api/v1/matters/${id}`)).find((one) => one.name === name);
      if (action !== undefined) return void (await who.follow(action, values));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nobody offers ${name}`);
  }

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    const [clerk, housing] = await Promise.all(
      ['community', 'housing'].map((account) => anybody.signIn(account, PASSWORD)),
    );
    if (!clerk || !housing) throw new Error('somebody could not sign in');
    const report = { kind: 'housing.lift', place: '150602001001001', words: '电梯又停了。' };
    const reporting = (await anybody.actions('/api/v1/matters')).find(({ name }) => name === 'reportMatter');
    if (reporting === undefined) throw new Error('nobody may report');
    id = String((await anybody.follow(reporting, report))['id']);
    const triage = { importance: 2, urgency: 2, size: 'small', mode: 'team' };
    await does(clerk, 'acceptMatter', { ...triage, lead: hall.town.unit('housing') });
    await does(clerk, 'registerMatter');
    await does(housing, 'askExtension', { length: '1wd-eod', ...because });
    await does(clerk, 'grantExtension', because);
    const { rows } = await hall.town.db.pool.query('select number from process where id = $1', [id]);
    number = rows[0].number;
    auditor = await (await Person.comes(chrome, hall.url, DESK, 'zh-CN')).signsIn('auditor');
    page = auditor.page;
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('finds a matter by who acted in it and by unit, and reads why it was found', async () => {
    await auditor.opens('/inbox');
    await page.getByRole('link', { name: '过程审计' }).click();
    for (const [filter, choice] of [
      ['经手或承办人员', 'housing · housing'],
      ['单位', 'housing'],
      ['发生过', '延期'],
    ] as const) {
      await page.getByRole('combobox', { name: filter }).click();
      await page.keyboard.type(choice);
      const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
      await options.filter({ hasText: new RegExp(`^${choice}$`) }).click();
    }
    await page.getByRole('row', { name: /housing 申请延期（办理）/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('happened')).toBe('asked:extension');
    expect(await auditor.faults()).toEqual([]);
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { level: 1, name: `过程审计 ${number}` }).waitFor();
  });

  it('reads who granted the extension on which ground, and that the record is whole', async () => {
    await page.getByText(/“办理”由 community 准予延期，延至/).waitFor();
    await page.getByText('同意延期（办理）').first().waitFor();
    await page.getByText(because.grounds).first().waitFor();
    await page
      .getByText(/由 community 批准延期/)
      .first()
      .waitFor();
    await page.getByText('✓ 记录完整').waitFor();
    expect(await page.locator('.audit-checks li.broken').count()).toBe(0);
    await page.getByLabel('所有人员').selectOption({ label: 'housing · housing' });
    await page.getByText('申请延期（办理）').waitFor();
    expect(await page.getByText('登记入账', { exact: false }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('by')).toBe(hall.town.person('housing'));
  });

  it('opens the engine’s events, one click deeper, each with its entries', async () => {
    await auditor.button('展开事件').click();
    const act = page.locator('.audit-turn').filter({ hasText: 'grantExtension' });
    await act.getByText('同意延期（办理）').waitFor();
    await act
      .getByRole('button', { name: /^第 \d+ 条$/ })
      .first()
      .click();
    await page.locator('.scene').filter({ hasText: '同意延期（办理）' }).first().waitFor();
    expect(await auditor.faults()).toEqual([]);
  });

  it('takes the file for a hearing away, on paper and as JSON, and that is written down', async () => {
    const [paper] = await Promise.all([page.waitForEvent('download'), auditor.button('导出 PDF').click()]);
    const text = pagesOf(await readFile(await paper.path()))
      .map(textOf)
      .join('');
    expect(text).toContain('过程审计材料');
    expect(text).toContain(because.grounds);
    const [file] = await Promise.all([page.waitForEvent('download'), auditor.button('导出 JSON').click()]);
    expect(file.suggestedFilename()).toBe(`${number}.json`);
    const bundle = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(bundle.integrity.isWhole).toBe(true);
    await page.getByText('导出审计材料（json）').waitFor();
  });

  it.each([
    ['a phone in Chinese', PHONE, 'zh-CN'],
    ['a phone in English', PHONE, 'en-GB'],
    ['a wide desk in English', WIDE, 'en-GB'],
  ] as const)('has pages that are right on %s', async (_name, screen, language) => {
    const other = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('supervisor');
    expect(await other.walks(['/audit?when=any', `/audit/${id}?all=true&events=true&order=oldest`])).toEqual(
      {},
    );
    await other.leaves();
  });

  it('is the only one who may, beside the supervisor', async () => {
    const clerk = await (await Person.comes(chrome, hall.url, DESK, 'zh-CN')).signsIn('community');
    await clerk.opens(`/inbox`);
    expect(await clerk.page.getByRole('link', { name: '过程审计' }).count()).toBe(0);
    await clerk.page.goto(`/audit/${id}`);
    await clerk.page.locator('.state').waitFor();
    await clerk.leaves();
  });
});
