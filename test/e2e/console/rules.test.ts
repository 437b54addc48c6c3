import type { Browser } from 'playwright-core';
import { stringify } from 'yaml';
import { loadPolicy } from '../../../policies/load.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

describe('policies and the calendar in the browser', () => {
  let hall: TownHall;
  let chrome: Browser;
  let first: Person;

  const comesIn = async (account: string, screen = DESK, language: 'zh-CN' | 'en-GB' = 'zh-CN') =>
    (await Person.comes(chrome, hall.url, screen, language)).signsIn(account);

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    first = await comesIn('supervisor');
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  /** The pack under another version, with another term for green matters. */
  const written = async (version: string, green: string) => {
    const pack = await loadPolicy('dongsheng');
    return stringify({
      ...pack,
      version,
      terms: { ...pack.terms, handle: { ...pack.terms.handle, green } },
    });
  };

  it('a version with a fault is refused by its path, mended, and proposed with its difference in words', async () => {
    const { page } = first;
    await first.opens('/propose');
    const text = page.getByRole('textbox');
    await text.fill(await written('2027.1', 'soon'));
    await first.button('检查').click();
    await page.getByText('terms/handle/green').waitFor();
    await page.reload();
    expect(await text.inputValue()).toContain('soon');
    await text.fill(await written('2027.1', '9wd-eod'));
    await first.button('检查').click();
    await page.getByText(/绿色事项的办理时限.*9 个工作日/).waitFor();
    await first.button('提交，等待第二人').click();
    await page.getByText('须由另一位督查人员决定').waitFor();
  });

  it('a second person puts it in force, and the page says who', async () => {
    const head = await comesIn('supervisor.head');
    await head.opens('/policies');
    await head.button('作出决定').click();
    await head.page.getByRole('radio', { name: '同意生效' }).check();
    await head.page.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
    await head.page.getByRole('link', { name: '2027.1' }).waitFor();
    await head.page.getByRole('cell', { name: /提出，.*同意/ }).waitFor();
    expect(await head.faults()).toEqual([]);
  });

  it('its cases are green or red, its values are found by their words, its difference is told', async () => {
    await first.opens('/policies/dongsheng?version=2026.1&tab=examples');
    expect(await first.page.locator('.cases .holds').count()).toBeGreaterThan(10);
    expect(await first.page.locator('.cases .fails').count()).toBe(0);
    await first.opens('/policies/dongsheng?version=2027.1&tab=difference');
    await first.page.getByText(/绿色事项的办理时限/).waitFor();
    await first.opens('/policies/dongsheng?version=2026.1');
    await first.page.getByRole('searchbox', { name: '在规则中查找' }).fill('蓝色事项的办理');
    await first.page.getByText('5wd-eod').waitFor();
    expect(await first.page.locator('.pack-table tbody tr').count()).toBe(1);
  });

  it('a term is tried out, and the sentence says why', async () => {
    await first.opens('/policies/dongsheng?version=2026.1&tab=try');
    await first.page.getByLabel('时限').selectOption({ value: '5wd-eod' });
    await first.page.getByLabel('起算时间').fill('2026-09-30T10:00');
    await first.button('计算').click();
    await first.page.getByText(/2026\/10\/13 17:30 到期/).waitFor();
  });

  it('the calendar marks days off and weekend days that are worked', async () => {
    await first.opens('/calendar?year=2026');
    expect(await first.page.locator('.month .day.madeUp').count()).toBe(6);
    await first.page.getByRole('button', { name: /2026年10月10日/ }).click();
    await first.page
      .getByText(/调休上班/)
      .last()
      .waitFor();
  });

  it.each([
    ['a phone in English', PHONE, 'en-GB'],
    ['a desk in Chinese', DESK, 'zh-CN'],
  ] as const)('the pages are right on %s', async (_name, screen, language) => {
    const reader = await comesIn('supervisor', screen, language);
    const pack = '/policies/dongsheng';
    expect(
      await reader.walks(['/policies', pack, `${pack}?tab=examples`, '/calendar', '/moves', '/propose']),
    ).toEqual({});
  });

  it('whoever is bound by the numbers may read them, and is not offered to change them', async () => {
    const clerk = await comesIn('housing');
    await clerk.opens('/policies');
    await clerk.page.getByRole('heading', { name: '规则包' }).waitFor();
    expect(await clerk.page.getByRole('link', { name: '提出新版本' }).count()).toBe(0);
    expect(await clerk.faults()).toEqual([]);
  });
});
