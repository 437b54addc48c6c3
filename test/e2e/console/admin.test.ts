import type { Browser } from 'playwright-core';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const pages = ['/alarms', '/people', '/units', '/places', '/roles', '/records'];

describe('administrators', () => {
  let hall: TownHall;
  let chrome: Browser;
  const come = (screen = DESK, language: 'zh-CN' | 'en-GB' = 'zh-CN') =>
    Person.comes(chrome, hall.url, screen, language);

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('bring somebody new to work: an account by one, a post by another, a password of one’s own', async () => {
    const system = await (await come()).signsIn('system');
    await system.page.getByRole('heading', { level: 1, name: '运行状况' }).waitFor();
    await system.page.getByRole('link', { name: '人员与岗位' }).click();
    await system.page.getByRole('button', { name: '新增人员' }).click();
    const form = system.page.getByRole('dialog', { name: '新增人员' });
    await form.getByLabel(/^账号/).fill('wang.xin');
    await form.getByLabel(/^姓名/).fill('王新');
    await form.getByRole('button', { name: '新增人员' }).click();
    const secret = system.page.getByRole('dialog', { name: '一次性密码' });
    const password = (await secret.locator('output').textContent()) ?? '';
    expect(password).toMatch(/^(\w{5}-){3}\w{5}$/);
    expect(await system.violations()).toEqual([]);
    await secret.getByRole('button', { name: '已告知，关闭' }).click();

    const security = await (await come()).signsIn('security');
    await security.opens('/people?q=wang.xin');
    await security.page.getByRole('button', { name: '授予岗位' }).click();
    const giving = security.page.getByRole('dialog', { name: '授予岗位' });
    await giving.getByLabel(/^角色/).click();
    await security.page.locator('.ant-select-item-option', { hasText: /^社区$/ }).click();
    await giving.getByLabel(/^单位/).click();
    await security.page.locator('.ant-select-item-option', { hasText: /^community$/ }).click();
    // The list of choices goes with a movement of its own.
    await security.page.locator('.ant-select-dropdown').last().waitFor({ state: 'hidden' });
    expect(await security.violations()).toEqual([]);
    await giving.getByRole('button', { name: '授予岗位' }).click();
    await security.page.getByText('社区 · community').waitFor();

    const newcomer = await come();
    await newcomer.page.goto('/sign-in');
    await newcomer.page.fill('[name=account]', 'wang.xin');
    await newcomer.page.fill('[name=password]', password);
    await newcomer.page.click('button[type=submit]');
    await newcomer.page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
    await newcomer.page.goto('/ledger');
    await newcomer.page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
    await newcomer.page.fill('[name=old]', password);
    for (const name of ['new', 'repeat']) await newcomer.page.fill(`[name=${name}]`, 'my own password');
    await newcomer.page.getByRole('button', { name: '修改密码' }).click();
    await newcomer.page.waitForURL('**/inbox*');
    expect(await newcomer.faults()).toEqual([]);
  });

  it('are told at the field what cannot be', async () => {
    const system = await (await come()).signsIn('system');
    await system.opens('/people');
    await system.page.getByRole('button', { name: '新增人员' }).click();
    const form = system.page.getByRole('dialog', { name: '新增人员' });
    await form.getByLabel(/^账号/).fill('housing');
    await form.getByLabel(/^姓名/).fill('重名');
    await form.getByRole('button', { name: '新增人员' }).click();
    await form.locator('.field.invalid .fault', { hasText: '账号 housing 已被使用' }).waitFor();
  });

  it('walk down the tree and add what is missing', async () => {
    const system = await (await come()).signsIn('system');
    await system.opens('/places');
    await system.page.getByRole('link', { name: '东胜区', exact: true }).waitFor();
    for (const name of ['交通街道', '安达社区'])
      await system.page.getByRole('link', { name, exact: true }).last().click();
    await system.page.getByRole('button', { name: '新增小区（网格）' }).first().click();
    const form = system.page.getByRole('dialog', { name: '新增小区（网格）' });
    await form.getByLabel(/^名称/).fill('新安小区');
    await form.getByRole('button', { name: '新增小区（网格）' }).click();
    await system.page.getByRole('link', { name: '新安小区' }).waitFor();
    await system.page.getByText('150602001001002').waitFor();
  });

  it.each([
    ['a phone in Chinese', 'security', PHONE, 'zh-CN', [...pages, '/sessions']],
    ['a small desk in English', 'auditor', DESK, 'en-GB', ['/people', '/places', '/roles', '/records']],
  ] as const)('have pages without a fault on %s', async (_name, account, screen, language, addresses) => {
    const reader = await (await come(screen, language)).signsIn(account);
    expect(await reader.walks(addresses)).toEqual({});
  });
});
