import type { Browser, Page } from 'playwright-core';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

/** The smallest picture: one point. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = { name: 'lift.png', mimeType: 'image/png', buffer: PHOTO };

const triage = [
  [/重要程度/, '较高'],
  [/紧急程度/, '较高'],
  [/大小难/, '小事'],
  [/主办单位/, 'housing'],
  [/服务方式/, '组团'],
] as const;

const choice = (page: Page, group: RegExp, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });

const chooses = (page: Page, group: RegExp, name: string): Promise<void> => choice(page, group, name).check();

async function pressesSpaceOn(page: Page, group: RegExp, name: string): Promise<void> {
  await choice(page, group, name).focus();
  await page.keyboard.press('Space');
}

describe('a matter in the browser, from the first word to the archive', () => {
  let hall: TownHall;
  let chrome: Browser;
  const people: Person[] = [];

  const come = async (screen: Screen, account?: string): Promise<Person> => {
    const person = await Person.comes(chrome, hall.url, screen, 'zh-CN');
    people.push(person);
    return account === undefined ? person : person.signsIn(account);
  };

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  let receipt = '';
  let code = '';
  let address = '';

  it('is reported by a resident with a phone, who gets a receipt and a code', async () => {
    const resident = await come(PHONE);
    const { page } = resident;
    await resident.opens('/');
    await page.getByRole('link', { name: /反映问题/ }).click();
    await page.getByLabel('街道（镇）').selectOption({ label: '交通街道' });
    await page.getByLabel('社区（村）').selectOption({ label: '安达社区' });
    await page.getByLabel('小区').selectOption({ label: '安达小区' });
    await page.getByLabel(/^类别/).selectOption({ label: '电梯故障' });
    await page.getByLabel(/请说说是什么事/).fill('三号楼的电梯又停了，老人下不了楼。');
    await page.getByLabel(/^照片/).setInputFiles(photo);
    await page.getByText('lift.png').waitFor();
    await resident.button('提交').click();
    await page.getByText('已经收到').waitFor();
    receipt = (await page.locator('[data-receipt]').textContent()) ?? '';
    code = (await page.locator('[data-code]').textContent()) ?? '';
    expect(receipt).toMatch(/^150602001-\d{6}-\d{5}$/);
    expect(code).toMatch(/^\d{6}$/);
  });

  it('is accepted and registered by the community, with the keyboard alone', async () => {
    const clerk = await come(DESK, 'community');
    const { page } = clerk;
    await page
      .getByRole('link', { name: /分析研判/ })
      .first()
      .waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('三号楼的电梯又停了，老人下不了楼。').waitFor();
    address = new URL(page.url()).pathname;
    await page.keyboard.press('e');
    const form = page.getByRole('dialog');
    for (const [group, choice] of triage) await pressesSpaceOn(page, group, choice);
    await form.getByRole('button', { name: '受理' }).focus();
    await page.keyboard.press('Enter');
    await clerk.button('登记入账').waitFor();
    await page.keyboard.press('e');
    await form.getByRole('button', { name: '登记入账' }).click();
    // Finished: the next task opens where there is one, and this matter has its number.
    await form.waitFor({ state: 'hidden' });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: /^\d+-000001/ }).waitFor();
  });

  it('is handled by the department, with proof', async () => {
    const department = await come(DESK, 'housing');
    const { page } = department;
    await page.getByRole('link', { name: /^办理/ }).first().click();
    await department.button('提交结果').click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/办理结果/).fill('已更换制动器，恢复运行。');
    await form.getByLabel(/佐证材料/).setInputFiles(photo);
    await form.getByText('lift.png').waitFor();
    await form.getByRole('button', { name: '提交结果' }).click();
    await page.getByText('这件事现在不需要您办理。').waitFor();
  });

  it('is checked by whoever dispatched it', async () => {
    const clerk = await come(DESK, 'community');
    await clerk.opens(address);
    await clerk.page.getByText('已更换制动器，恢复运行。').first().waitFor();
    await clerk.button('审核通过').click();
    await clerk.page.getByText('群众评议').first().waitFor();
  });

  it('is found and rated by the resident with receipt and code', async () => {
    const resident = await come(PHONE);
    const { page } = resident;
    await resident.opens('/track');
    await page.getByLabel('回执编号').fill(receipt);
    await page.getByLabel('查询码').fill(code);
    await resident.button('查询').click();
    await page.getByText('已更换制动器，恢复运行。').waitFor();
    await chooses(page, /是否联系过您/, '是');
    await chooses(page, /是否解决/, '是');
    await resident.button('满意').click();
    await page.getByText('已收到，谢谢您。').waitFor();
    await page.getByText('您的评议已经收到，正在对承办单位进行考核。').waitFor();
  });

  it('is scored, accepted by the department and closed, and everybody can read how', async () => {
    const department = await come(DESK, 'housing');
    const { page } = department;
    await department.opens(address);
    await department.button('认可得分').click();
    await page.getByText('办结归档').first().waitFor();
    await page.getByText('考核得分 100').first().waitFor();
    const supervisor = await come(DESK, 'supervisor');
    await supervisor.opens('/ledger?status=closed');
    await supervisor.page.getByRole('cell', { name: '办结归档' }).waitFor();
  });

  it('gave no browser a reason to complain', () => {
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
