import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const DAY = 86_400_000;

describe('processes of every kind in the browser', () => {
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

  it('a supervisor opens an item of supervision by the door of its list, and stands before it', async () => {
    const supervisor = await come(DESK, 'supervisor');
    const { page } = supervisor;
    await page.getByRole('link', { name: '业务流程' }).click();
    await supervisor.button('督办').click();
    await supervisor.button('督办立项').click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/督办事项/).fill('三号楼电梯一周内修好。');
    await form.getByRole('radio', { name: '东胜区' }).check();
    await form.getByRole('button', { name: '督办立项' }).click();
    await page.getByRole('heading', { level: 1, name: /^DB\d+-000001/ }).waitFor();
    await page.getByText('三号楼电梯一周内修好。').first().waitFor();
    await supervisor.button('交办').waitFor();
  });

  it('and finds it in the list again, in the inbox, and by its address', async () => {
    const supervisor = await come(DESK, 'supervisor');
    const { page } = supervisor;
    await supervisor.opens('/processes?process=supervision&status=open');
    await page.getByRole('link', { name: /^DB\d+-000001/ }).click();
    await page.getByRole('list', { name: '步骤' }).getByText('1 当日交办').waitFor();
    await supervisor.opens('/inbox');
    await page.getByRole('link', { name: /^研究交办/ }).click();
    await page.waitForURL(/\/processes\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 2, name: '现在要做的' }).waitFor();
  });

  it('its diagram is drawn when somebody asks for it', async () => {
    const supervisor = await come(DESK, 'supervisor');
    await supervisor.opens('/processes?process=supervision');
    await supervisor.page.getByRole('link', { name: /^DB/ }).click();
    expect(await supervisor.page.locator('.diagram').count()).toBe(0);
    await supervisor.button('流程图').click();
    await supervisor.page.locator('.diagram .step.current').getByText('1 当日交办').waitFor();
  });

  describe('a visit to the station', () => {
    let address = '';

    /** Published by the community for the day after tomorrow; the deputy receives. */
    beforeAll(async () => {
      const community = await new Client(hall.url).signIn('community', PASSWORD);
      const doors = await community.actions('/api/v1/processes');
      const door = doors.find(({ name }) => name === 'publishVisit');
      if (door === undefined) throw new Error('the community may not publish a visit');
      const startsAt = new Date(Date.now() + 2 * DAY).toISOString();
      const { href } = await community.follow(door, { startsAt, receiver: hall.town.person('community') });
      address = String(href).replace('/api/v1', '');
    }, 30_000);

    it('is booked by a stranger with a phone, who reads that it is booked', async () => {
      const stranger = await come(PHONE);
      const { page } = stranger;
      await stranger.opens('/');
      await page.getByRole('link', { name: '接访公示' }).click();
      const announced = page.getByRole('article').filter({ hasText: '接待人' });
      await announced.getByText('community', { exact: true }).waitFor();
      await page.getByRole('link', { name: '预约' }).click();
      await page.getByLabel(/想反映什么/).fill('大额医保怎么报销？');
      await page.getByLabel(/联系方式/).fill('13900000000');
      await stranger.button('预约').click();
      await page.getByRole('heading', { name: '✓ 已预约' }).waitFor();
      await page.getByText('大额医保怎么报销？').waitFor();
      await page.reload();
      await page.getByText('大额医保怎么报销？').waitFor();
    });

    it('is booked by a resident with an account too, who takes it back', async () => {
      const resident = await come(PHONE, 'resident');
      const { page } = resident;
      await resident.opens(address.replace('processes', 'visits'));
      await page.getByLabel(/想反映什么/).fill('路灯什么时候修？');
      await page.getByLabel(/联系方式/).fill('13800000000');
      await resident.button('预约').click();
      const own = page.locator('.now').filter({ hasText: '路灯什么时候修？' });
      await own.locator('summary').click();
      await own.getByRole('button', { name: '取消预约' }).click();
      await own.waitFor({ state: 'detached' });
      expect(await page.getByLabel(/想反映什么/).inputValue()).toBe('');
    });

    it('takes down two things said, one after the other, on the phone of the station', async () => {
      const clerk = await come(PHONE, 'community');
      const { page } = clerk;
      await clerk.opens(address);
      await page.getByText('大额医保怎么报销？').first().waitFor();
      await clerk.button('提前开始').click();
      await clerk.button('登记').click();
      const form = page.getByRole('dialog');
      await form.getByLabel('提交后继续填下一条').check();
      for (const words of ['三号楼的电梯又停了。', '小区门口路灯不亮。']) {
        await form.getByLabel(/反映内容/).fill(words);
        await form.getByRole('radio', { name: '电梯故障' }).check();
        await form.getByRole('button', { name: '登记' }).click();
        await page.getByRole('region', { name: '反映事项' }).getByText(words).waitFor();
      }
      expect(await form.getByLabel(/反映内容/).inputValue()).toBe('');
      expect(await clerk.overflow()).toBe(0);
    });

    it('takes down what was booked too, and collates: each thing is graded in its row', async () => {
      const clerk = await come(DESK, 'community');
      const { page } = clerk;
      await clerk.opens(address);
      const list = page.getByRole('region', { name: '反映事项' });
      const form = page.getByRole('dialog');
      await clerk.button('登记预约事项').click();
      await form.getByRole('radio', { name: '电梯故障' }).check();
      await form.getByRole('button', { name: '登记预约事项' }).click();
      await list.getByText('大额医保怎么报销？').waitFor();
      await clerk.button('接待结束').click();
      const row = list.getByRole('row', { name: /小区门口路灯不亮/ });
      await row.getByRole('button', { name: '分级分类' }).click();
      await form.getByRole('radio', { name: '转六步办理' }).check();
      await form.getByRole('button', { name: '分级分类' }).click();
      await row.getByText('转六步办理').waitFor();
    });

    it('tells its course in sentences, with the words that were said', async () => {
      const clerk = await come(DESK, 'community');
      const { page } = clerk;
      await clerk.opens(address);
      await page
        .getByText(/^登记反映事项 #\d$/)
        .first()
        .waitFor();
      await page
        .getByText(/^反映事项 #\d：分级分类$/)
        .first()
        .waitFor();
      await page.getByText(/预约 #1办结：已登记/).waitFor();
    });

    it('shows what was said among the things on all lists', async () => {
      const supervisor = await come(DESK, 'supervisor');
      const { page } = supervisor;
      await supervisor.opens('/items?kind=said');
      await page.getByRole('link', { name: /小区门口路灯不亮/ }).click();
      await page.waitForURL((url) => url.pathname === address);
    });
  });

  it('gave no browser a reason to complain', () => {
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
