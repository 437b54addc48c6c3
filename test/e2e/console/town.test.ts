import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { follows } from './lived-in.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const NEEDS = ['三号楼电梯常停', '五号楼电梯老旧'];

describe('the desks of a quarter, and its joint meeting', () => {
  let hall: TownHall;
  let chrome: Browser;
  let quarter = '';

  const comesIn = async (account: string, screen: Screen = DESK, language: 'zh-CN' | 'en-GB' = 'zh-CN') =>
    (await Person.comes(chrome, hall.url, screen, language)).signsIn(account);

  /** A quarter that nobody is a member of comes to its meeting with everything still to be given out. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    const [street, near] = await Promise.all([
      anybody.signIn('subdistrict', PASSWORD),
      anybody.signIn('community', PASSWORD),
    ]);
    quarter = await follows(street, '/api/v1/processes?process=quarterly-claim', 'openQuarter');
    for (const words of NEEDS) await follows(near, quarter, 'addNeed', { kind: 'housing.lift', words });
    await follows(near, quarter, 'submitDemandList');
    const { actions } = await street.get(quarter);
    const list = actions.find(({ name }: { name: string }) => name === 'listNeeds');
    const needs = list.input.properties.needs.items.oneOf.map((one: { const: string }) => one.const);
    await street.follow(list, { needs });
    await follows(street, quarter, 'publishProblems');
    await follows(street, quarter, 'admitMember', {
      unit: hall.town.unit('housing'),
      powers: ['housing.lift'],
    });
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('the subdistrict finds its quarter with its funnel, and goes from there into the meeting', async () => {
    const street = await comesIn('subdistrict');
    await street.opens('/desks/quarterly-claim');
    await street.page.locator('.funnel').getByText('需求').waitFor();
    await street.page.getByRole('link', { name: '打开联席会议' }).click();
    await street.page.getByRole('heading', { name: '无人承办 2 项' }).waitFor();
    expect(await street.faults()).toEqual([]);
  });

  it('gives a thing to a unit with the keyboard alone, and sees at once how much the unit carries', async () => {
    const street = await comesIn('subdistrict', WIDE);
    await street.opens(quarter.replace('/api/v1', '') + '/meeting');
    const { page } = street;
    await page.getByRole('button', { name: '会议指派' }).first().focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByRole('radio', { name: 'housing' }).focus();
    await page.keyboard.press('Space');
    const grounds = form.getByRole('textbox');
    if ((await grounds.count()) > 0) await grounds.first().fill('房屋归其管');
    await form.getByRole('button', { name: '会议指派' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '无人承办 1 项' }).waitFor();
    await page.locator('.loads').getByText('1/3').waitFor();
    expect(await street.faults()).toEqual([]);
  });

  it.each([
    ['a phone in English', PHONE, 'en-GB'],
    ['a desk in Chinese', DESK, 'zh-CN'],
  ] as const)('the desks are right on %s', async (_name, screen, language) => {
    const meeting = quarter.replace('/api/v1', '') + '/meeting';
    const street = await comesIn('subdistrict', screen, language);
    expect(await street.walks(['/desks/quarterly-claim', meeting])).toEqual({});
    const deputy = await comesIn('deputy', screen, language);
    expect(await deputy.walks(['/desks/station-session', '/desks/there-is-none'])).toEqual({});
  });
});
