import type { Browser, Locator } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { drawer, finds, sends } from './drawer.ts';
import { follows } from './lived-in.ts';
import { DESK, Person, PHONE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const HOUR = 3_600_000;
const LAMP = '楼道灯坏了，晚上看不见。';
const LAMP_AGAIN = '二单元的楼道灯也坏了。';
const LIFT = '电梯三天不动了，老人下不了楼。';
const BOTH = '健身器材松了，长椅也断了。';
const PARTS = ['健身器材松了。', '长椅断了。'] as const;
const grades = [
  [LAMP, '当场办理'],
  [LIFT, '转六步办理'],
  [PARTS[0], '当场办理'],
  [PARTS[1], '当场办理'],
] as const;

/** The day after tomorrow at nine, as it is typed into a calendar. */
const soon = () => `${new Date(Date.now() + 56 * HOUR).toISOString().slice(0, 10)} 09:00`;

describe('a visit to the station, by its buttons alone', () => {
  let hall: TownHall;
  let chrome: Browser;
  let station: Person;
  let deputy: Person;
  let address = '';
  const people: Person[] = [];

  const come = async (account?: string, screen: Screen = PHONE, language: 'zh-CN' | 'en-GB' = 'zh-CN') => {
    const person = await Person.comes(chrome, hall.url, screen, language);
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

  const said = (words: string): Locator =>
    station.page.getByRole('region', { name: '反映事项' }).getByRole('row').filter({ hasText: words });

  it('is published by the station from its desk, with its moment and who receives', async () => {
    station = await come('community', DESK);
    const { page } = station;
    await page.getByRole('link', { name: '联络站接待' }).click();
    await station.button('发布接待安排').click();
    await drawer(page)
      .getByLabel(/接待时间/)
      .fill(soon());
    await page.keyboard.press('Tab');
    await drawer(page).getByRole('radio', { name: '安达社区' }).first().check();
    await finds(page, '接待人', 'deputy');
    await sends(page, '发布接待安排');
    await page.getByRole('heading', { level: 1, name: /^JF\d+-000001/ }).waitFor();
    address = new URL(page.url()).pathname;
  });

  it('is confirmed by the deputy on the phone, in English', async () => {
    deputy = await come('deputy', PHONE, 'en-GB');
    await deputy.opens('/desks/station-session');
    expect(await deputy.faults()).toEqual([]);
    await deputy.page.getByRole('link', { name: /Confirm that you come/ }).click();
    await deputy.button('I shall come').click();
    await deputy.page.getByText('Receive residents').first().waitFor();
  });

  it.each([
    ['a stranger', undefined, LAMP],
    ['somebody with an account', 'resident', LIFT],
  ] as const)('is seen and booked by %s', async (_who, account, words) => {
    const resident = await come(account);
    const { page } = resident;
    await resident.opens('/visits');
    await page.getByRole('link', { name: '预约' }).click();
    await page.getByLabel(/想反映什么/).fill(words);
    await page.getByLabel(/联系方式/).fill('13900000001');
    await resident.button('预约').click();
    await page.getByText(words).waitFor();
    await resident.leaves();
  });

  it('begins; the deputy signs in; what was booked and what is said is taken down', async () => {
    const { page } = station;
    await station.button('提前开始').click();
    await deputy.button('Sign in').click();
    for (const words of [LAMP, LIFT]) {
      const booking = page.getByRole('row').filter({ hasText: words });
      await booking.getByRole('button', { name: '登记预约事项' }).click();
      await drawer(page).getByRole('radio', { name: '电梯故障' }).check();
      await sends(page, '登记预约事项');
      await said(words).waitFor();
    }
    for (const [words, contact] of [
      [LAMP_AGAIN, '13900000003'],
      [BOTH, ''],
    ] as const) {
      await station.button('登记').click();
      await drawer(page)
        .getByLabel(/反映内容/)
        .fill(words);
      await drawer(page)
        .getByLabel(/联系方式/)
        .fill(contact);
      await drawer(page).getByRole('radio', { name: '电梯故障' }).check();
      await sends(page, '登记');
      await said(words).waitFor();
    }
    await station.button('接待结束').click();
  });

  it('is collated: merged, split, each graded', async () => {
    const { page } = station;
    await said(LAMP_AGAIN).getByRole('button', { name: '合并' }).click();
    await drawer(page).getByRole('radio', { name: LAMP }).check();
    await sends(page, '合并');
    await said(LAMP_AGAIN).waitFor({ state: 'detached' });
    await said(BOTH).getByRole('button', { name: '拆分' }).click();
    await drawer(page).getByLabel(/其一/).fill(PARTS[0]);
    await drawer(page).getByLabel(/其二/).fill(PARTS[1]);
    await sends(page, '拆分');
    for (const [words, grade] of grades) {
      await said(words).getByRole('button', { name: '分级分类' }).click();
      await drawer(page).getByRole('radio', { name: grade }).check();
      await sends(page, '分级分类');
      await said(words).getByText(grade).waitFor();
    }
    await station.button('梳理完毕').click();
  });

  it('is settled on the spot, one thing after the other', async () => {
    const { page } = station;
    const settle = station.button('提交结果');
    for (let left = 3; left > 0; left -= 1) {
      await settle.nth(left - 1).waitFor();
      await settle.first().click();
      await drawer(page)
        .getByLabel(/办理结果/)
        .fill('当场修好了。');
      await sends(page, '提交结果');
    }
    await settle.waitFor({ state: 'detached' });
  });

  it('leads to the matter that was begun, whose end closes the thing said', async () => {
    await said(LIFT).getByRole('link', { name: '六步办理' }).click();
    await station.page.waitForURL(/\/matters\//);
    const at = `/api/v1${new URL(station.page.url()).pathname}`;
    await station.page.goBack();
    const anybody = new Client(hall.url);
    const [community, housing, resident] = await Promise.all([
      anybody.signIn('community', PASSWORD),
      anybody.signIn('housing', PASSWORD),
      anybody.signIn('resident', PASSWORD),
    ]);
    await follows(community, at, 'acceptMatter', { lead: hall.town.unit('housing') });
    await follows(community, at, 'registerMatter');
    await follows(housing, at, 'submitResult');
    await follows(community, at, 'acceptResult');
    await follows(resident, at, 'rateResult', { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' });
    await follows(housing, at, 'acceptScore');
  });

  it('is fed back to who said it, and to the deputy: the result stands beside each', async () => {
    const { page } = station;
    const tell = station.button('已告知');
    for (let left = 2; left > 0; left -= 1) {
      await tell.nth(left - 1).waitFor();
      await tell.first().click();
      await drawer(page).getByRole('radio', { name: '电话' }).check();
      await sends(page, '已告知');
    }
    const results = deputy.page.locator('.to-do .about-item', { hasText: /Result.+/ });
    const note = deputy.button('Noted');
    for (let left = 4; left > 0; left -= 1) {
      await note.nth(left - 1).waitFor();
      if (left === 4) expect(await results.count()).toBe(4);
      await note.first().click();
      await note.nth(left - 1).waitFor({ state: 'detached' });
    }
  });

  it('is scored by those who said it and by the deputy, and closes', async () => {
    const caller = await come('callback', DESK);
    const { page } = caller;
    await caller.opens(address);
    const rate = caller.button('记录回访');
    for (let left = 2; left > 0; left -= 1) {
      await rate.nth(left - 1).waitFor();
      await rate.first().click();
      await drawer(page).getByRole('radio', { name: '是', exact: true }).check();
      await drawer(page).getByRole('radio', { name: '满意', exact: true }).check();
      await sends(page, '记录回访');
    }
    await deputy.button('Mark').click();
    await drawer(deputy.page)
      .getByLabel(/Points/)
      .fill('95');
    await sends(deputy.page, 'Mark');
    await station.page.getByText('这件事现在不需要您办理。').waitFor();
    await station.page.locator('.matter-line').getByText('办结归档').first().waitFor();
  });

  it('leaves everything on the desk of the deputy, on the phone in English and on the desk in Chinese', async () => {
    await deputy.opens('/desks/station-session');
    await deputy.page.getByText('closed and archived').waitFor();
    expect(await deputy.faults()).toEqual([]);
    const desk = await come('deputy', DESK);
    await desk.opens('/desks/station-session');
    await desk.page.getByRole('region', { name: '最近结束的' }).getByText('办结归档').waitFor();
    for (const words of [LAMP, LIFT, ...PARTS])
      await desk.page.getByRole('listitem').filter({ hasText: words }).getByText('完成').waitFor();
    expect(await desk.faults()).toEqual([]);
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
