import type { Browser } from 'playwright-core';
import { newId } from '../../../prisma/id.ts';
import { takeIn } from '../../../prisma/intake.ts';
import { record } from '../../../prisma/record.ts';
import { judged } from '../../api/watch-town.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const DAY = 86_400_000;
const good = { contacted: true, solved: true, satisfaction: 'satisfied' };
const bad = { contacted: true, solved: false, satisfaction: 'dissatisfied' };

describe('the supervisor', () => {
  let hall: TownHall;
  let chrome: Browser;
  const late: string[] = [];

  const come = async (screen: Screen, language: 'zh-CN' | 'en-GB' = 'zh-CN') =>
    (await Person.comes(chrome, hall.url, screen, language)).signsIn('supervisor');

  /** At a unit since days ago, as another system handed it over in mid-course. */
  async function handedOver(unit: string, days: number): Promise<string> {
    const receivedAt = new Date(Date.now() - days * DAY);
    const carried = { lead: hall.town.unit(unit), term: '1d', startedAt: receivedAt.toISOString() };
    const taken = await takeIn(hall.town.db, {
      ...{ key: newId(), subjectId: 'import', raw: {}, process: 'six-step', way: 'system', channel: 'web' },
      ...{
        kind: 'housing.lift',
        text: '电梯停了。',
        answerBy: 'web',
        placeId: hall.town.place('150602001001001'),
      },
      ...{ takenById: null, reporterId: null, external: null, receivedAt, happenedAt: null },
      facts: { colour: 'yellow', lead: carried.lead, helpers: [], carried },
    });
    if (taken.kind === 'conflict') throw new Error('taken in twice');
    return taken.receipt.id;
  }

  async function untilLate(n: number): Promise<void> {
    const supervisor = await new Client(hall.url).signIn('supervisor', PASSWORD);
    for (let tries = 0; tries < 300; tries += 1) {
      const { items } = await supervisor.get('/api/v1/clocks?limit=50');
      if (items.filter(({ of }: { of: string }) => of === 'task').length >= n) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nothing is late');
  }

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    for (const days of [9, 6, 4]) late.push(await handedOver('housing', days));
    await handedOver('transport', 3);
    for (const said of [[good], [bad], [good, { ...good, satisfaction: 'basically' }]]) {
      const id = newId();
      await record(hall.town.db, id, judged(hall.town, id, { unit: 'housing', said }).entries());
    }
    await untilLate(4);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('sees at once what is late, in whose hands and why, narrows it to a unit and urges three at once', async () => {
    const supervisor = await come(DESK);
    const { page } = supervisor;
    await supervisor.opens('/supervision');
    await page
      .getByRole('group', { name: '全局数字' })
      .getByRole('button', { name: /已超期/ })
      .waitFor();
    const longest = page.locator('.table tbody tr').first();
    expect(await longest.innerText()).toMatch(/电梯故障[\s\S]*办理[\s\S]*超[\s\S]*housing/);
    await page
      .locator('.bars')
      .getByRole('button', { name: /^housing/ })
      .click();
    await page.waitForURL(/unit=/);
    await page.locator('.table tbody').getByText('transport').waitFor({ state: 'detached' });
    expect(await supervisor.faults()).toEqual([]);

    for (const row of await page.locator('tbody tr').filter({ hasNotText: '整件办结' }).all())
      await row.locator('[data-pick]').check();
    await page.locator('[data-batch]').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(/催办内容/).fill('请今天到现场。');
    // Meanwhile one of them is done: the process itself refuses, and the others are urged all the same.
    const housing = await new Client(hall.url).signIn('housing', PASSWORD);
    const { items } = await housing.get('/api/v1/clocks');
    const { task } = items.find(({ process }: { process: { id: string } }) => process.id === late[0]);
    const done = (await housing.actions(task.href)).find(({ name }) => name === 'submitResult');
    if (done === undefined) throw new Error('housing may not finish');
    await housing.follow(done);
    await drawer.locator('button[type=submit]').click();
    await drawer.locator('[data-state=refused]').waitFor();
    await drawer.locator('[data-state=done]').nth(1).waitFor();
    expect(await drawer.locator('[data-state=done]').count()).toBe(2);
    // A refusal is the answer 409, which the browser itself notes.
    expect(await supervisor.faults()).toEqual([expect.stringContaining('409')]);
  });

  it('opens numerator, denominator and exclusions of a rate, and the seven numbers, from addresses that can be passed on', async () => {
    const supervisor = await come(DESK);
    const { page } = supervisor;
    await supervisor.opens('/rates?period=custom&from=2025-10-01&until=2025-10-31');
    await page.getByRole('button', { name: /^housing 解决率 75\.0%/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('tbody tr').nth(2).waitFor();
    expect(await drawer.locator('tbody tr').count()).toBe(3);
    await drawer.getByRole('button', { name: /未解决/ }).click();
    await page.waitForURL(/open=unsolved/);
    await drawer.getByText('已联系 · 未解决 · 不满意').waitFor();
    expect(await supervisor.faults()).toEqual([]);
  });

  const october = 'period=custom&from=2025-10-01&until=2025-10-31';
  it.each([
    [
      'a phone',
      PHONE,
      'zh-CN',
      [
        '/supervision',
        `/rates?${october}`,
        '/rates?tab=stages&by=unit',
        '/rates?tab=counters',
        '/scores?tab=left',
      ],
    ],
    [
      'a desk in English',
      DESK,
      'en-GB',
      [
        '/supervision?tab=soon&within=5',
        '/supervision?tab=cards',
        '/supervision?tab=holder',
        `/scores?${october}`,
      ],
    ],
  ] as const)('every board is right on %s', async (_name, screen, language, boards) => {
    const supervisor = await come(screen, language);
    expect(await supervisor.walks(boards)).toEqual({});
  });
});
