import type { Browser, Page } from 'playwright-core';
import { suggested } from '../../../apps/console/resident/suggest.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { Person, PHONE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const kinds = [
  { value: 'lift', title: '电梯维修', group: '住房物业' },
  { value: 'lamp', title: '路灯', group: '市容环卫' },
  { value: 'estate', title: '小区停车', group: '停车出行' },
  { value: 'street', title: '占道停车', group: '停车出行' },
  { value: 'heating', title: '供暖不热', group: '水电暖气' },
];

describe('kinds are suggested from what somebody writes', () => {
  it.each([
    ['三单元电梯又停了', ['lift']],
    ['小区里没地方停车', ['estate', 'street']],
    ['家里暖气不热', ['heating']],
    ['门口路灯不亮', ['lamp']],
    ['今天天气很好', []],
    ['', []],
  ])('%s', (written, wanted) => {
    expect(suggested(written, kinds).map(({ value }) => value)).toEqual(wanted);
  });

  it('in English too, by the beginnings of words', () => {
    const english = [{ value: 'lift', title: 'Lift repair' }];
    expect(suggested('Both lifts are broken', english)).toEqual(english);
  });
});

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Receipt = { receipt: string; code: string };

describe('a resident with a phone', () => {
  let hall: TownHall;
  let chrome: Browser;
  let clerk: Client;
  let housing: Client;
  const people: Person[] = [];

  async function come(language: 'zh-CN' | 'en-GB' = 'zh-CN'): Promise<Person> {
    const person = await Person.comes(chrome, hall.url, PHONE, language);
    people.push(person);
    return person;
  }

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const someone = new Client(hall.url);
    [clerk, housing] = await Promise.all([
      someone.signIn('community', PASSWORD),
      someone.signIn('housing', PASSWORD),
    ]);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  /** Every tap of a journey, counted. */
  let taps = 0;
  const tap = (page: Page, name: string | RegExp) => {
    taps += 1;
    return page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  };

  async function receiptOn(page: Page): Promise<Receipt> {
    const receipt = (await page.locator('[data-receipt]').textContent()) ?? '';
    return { receipt, code: (await page.locator('[data-code]').textContent()) ?? '' };
  }

  const idOf = async ({ receipt }: Receipt): Promise<string> => {
    const { rows } = await hall.town.db.pool.query('select id from intake where receipt = $1', [receipt]);
    return rows[0].id;
  };

  /** Waits until the process of a report has begun; answers its id. */
  async function begun(receipt: Receipt): Promise<string> {
    const id = await idOf(receipt);
    for (let look = 0; look < 600; look += 1) {
      const { rowCount } = await hall.town.db.pool.query('select 1 from process where id = $1', [id]);
      if (rowCount === 1) return id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${id} does not begin`);
  }

  async function does(who: Client, id: string, name: string, values: object): Promise<void> {
    const actions = await who.actions(`/api/v1/matters/${id}`);
    const action = actions.find((one) => one.name === name);
    if (action === undefined)
      throw new Error(`${name} is not among ${actions.map((one) => one.name).join()}`);
    await who.post(action.href, values);
  }

  let first: Receipt;
  let second: Receipt;

  it('reports with a photo in eight taps: words, suggested kind, found place, send', async () => {
    const person = await come();
    const { page } = person;
    await person.opens('/');
    taps = 0;
    await page.getByRole('link', { name: /^反映问题/ }).click();
    await page.getByLabel(/请说说是什么事/).click();
    await page.keyboard.insertText('三号楼的电梯又停了，老人下不了楼。');
    const choosing = page.waitForEvent('filechooser');
    await page.locator('.button.file').click();
    await (await choosing).setFiles({ name: 'lift.png', mimeType: 'image/png', buffer: PHOTO });
    taps += 4; // the door, the words, the photo, and taking it
    await page.getByRole('button', { name: '移除 lift.png' }).waitFor();
    await tap(page, '电梯故障');
    await page.getByLabel('搜小区、社区的名字').click();
    taps += 1;
    await page.keyboard.insertText('安达小');
    await tap(page, /^安达小区/);
    expect(await person.faults()).toEqual([]);
    await tap(page, '提交');
    await page.getByText('已经收到').waitFor();
    first = await receiptOn(page);
    expect(taps).toBe(8);
    expect(await person.faults()).toEqual([]);
    await begun(first);
  });

  it('sees before sending that somebody reported the same, and follows it instead', async () => {
    const person = await come('en-GB');
    const { page } = person;
    await person.opens('/report');
    await page.getByLabel(/What is the matter/).fill('The lift stands still again.');
    await tap(page, 'Lift out of order');
    await page.getByLabel('Name of the estate or community').fill('Anda E');
    await tap(page, /^Anda Estate/);
    const nearby = page.getByRole('group', { name: 'These may be the same' });
    await nearby.getByText('reported by 1').waitFor();
    await nearby.getByLabel(/Follow this one instead/).check();
    expect(await person.faults()).toEqual([]);
    await tap(page, 'Send and follow');
    await page.getByText(/You chose to follow an earlier report/).waitFor();
    second = await receiptOn(page);
    const { body } = await clerk.ask('GET', `/api/v1/matters/${await begun(second)}`);
    expect([body['ending'], body['mergedInto']]).toEqual(['merged', await idOf(first)]);
  });

  it('is told while it travels over a slow network, and the words are still there after a reload', async () => {
    const person = await come();
    const { page } = person;
    await person.opens('/report');
    await page.getByLabel(/请说说是什么事/).fill('两部电梯都停了。');
    await page.reload();
    expect(await page.getByLabel(/请说说是什么事/).inputValue()).toBe('两部电梯都停了。');
    await tap(page, '电梯故障');
    await page.getByLabel('街道（镇）').selectOption({ label: '交通街道' });
    let goesOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goesOn = resolve;
    });
    await page.route('**/api/v1/matters', async (route) => {
      await held;
      await route.continue();
    });
    await tap(page, '提交');
    await page.getByRole('progressbar', { name: '正在提交……' }).waitFor();
    goesOn();
    await page.getByText('已经收到').waitFor();
    const own = await receiptOn(page);
    await begun(own);
    await page.getByRole('link', { name: '查看进度' }).click();
    await tap(page, '查询');
    await page.getByText('您还可以：撤回').click();
    await page.getByText(/撤回后不再办理，不能恢复/).waitFor();
    await page.getByLabel(/理由/).fill('已经好了。');
    expect(await person.faults()).toEqual([]);
    await tap(page, '确定撤回');
    await page.getByText('您已撤回。').waitFor();
    expect(new URL(page.url()).search).toBe(`?receipt=${own.receipt}`);
  });

  it('follows it: the steps, who is next, why it waits, until the result is there', async () => {
    const id = await idOf(first);
    await does(clerk, id, 'acceptMatter', {
      ...{ importance: 2, urgency: 2, size: 'small', mode: 'team', lead: hall.town.unit('housing') },
    });
    await does(clerk, id, 'registerMatter', {});
    await does(housing, id, 'askExtension', { length: '1wd-eod', grounds: '等配件。' });
    await does(clerk, id, 'grantExtension', { grounds: '同意。' });
    const person = await come();
    const { page } = person;
    await person.opens(`/track?receipt=${second.receipt}`);
    await page.getByLabel('查询码').fill(second.code);
    await tap(page, '查询');
    await page.getByText('您跟进的是先前反映的同一件事，下面是它的进展。').waitFor();
    await page.getByText(/需要更多时间，经community同意延期。/).waitFor();
    await page.getByText('接下来由谁办').waitFor();
    await page.getByRole('listitem').filter({ hasText: '正在办理' }).waitFor();
    expect(await person.faults()).toEqual([]);
    await does(housing, id, 'submitResult', { result: '已更换制动器。' });
    await does(clerk, id, 'acceptResult', {});
  });

  it('rates in three taps, and is told what "not solved" leads to before the third', async () => {
    const person = await come();
    const { page } = person;
    await person.opens(`/track?receipt=${second.receipt}`);
    await page.getByLabel('查询码').fill(second.code);
    await tap(page, '查询');
    await page.getByText('已更换制动器。').waitFor();
    taps = 0;
    for (const [question, answer] of [
      [/是否联系过您/, '是'],
      [/是否解决/, '否'],
    ] as const) {
      await page
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: answer, exact: true })
        .check();
      taps += 1;
    }
    await page.getByText(/这件事会退回承办单位重新办理/).waitFor();
    expect(await person.faults()).toEqual([]);
    await tap(page, '不满意');
    await page.getByText('已收到，谢谢您。').first().waitFor();
    expect(taps).toBe(3);
  });

  it('with an account finds first what asks for them', async () => {
    const place = hall.town.place('150602001001001');
    const resident = await new Client(hall.url).signIn('resident', PASSWORD);
    const words = '我们单元的电梯关不上门。';
    const taken = await resident.post('/api/v1/matters', { place, kind: 'housing.lift', words });
    const id = await begun({ receipt: taken['receipt'], code: taken['code'] });
    await does(clerk, id, 'acceptMatter', {
      ...{ importance: 1, urgency: 1, size: 'small', mode: 'team', lead: hall.town.unit('housing') },
    });
    await does(clerk, id, 'registerMatter', {});
    await does(housing, id, 'submitResult', { result: '已修好。' });
    await does(clerk, id, 'acceptResult', {});
    const person = await (await come()).signsIn('resident');
    const { page } = person;
    await page.getByRole('heading', { name: '等您处理的（1）' }).waitFor();
    await page.getByRole('radiogroup', { name: /是否解决/ }).waitFor();
    expect(await person.faults()).toEqual([]);
    for (const question of [/是否联系过您/, /是否解决/])
      await page
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: '是', exact: true })
        .check();
    await tap(page, '满意');
    await page.getByRole('heading', { name: /等您处理的/ }).waitFor({ state: 'detached' });
  });

  it.each(['zh-CN', 'en-GB'] as const)('gets by on every page in %s', async (language) => {
    const person = await come(language);
    expect(await person.walks(['/', '/report', '/track', '/visits', '/sign-in'])).toEqual({});
    await person.opens('/report');
    await person.page.locator('button[type=submit]').click();
    await person.page.locator('.field.invalid').first().waitFor();
    expect(await person.faults()).toEqual([]);
  });

  it('gave no browser a reason to complain', () => {
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
