import type { Browser, Locator, Page } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { dates, drawer, finds, sends } from './drawer.ts';
import { follows } from './lived-in.ts';
import { DESK, Person, WIDE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const OWN = ['三号楼电梯', '五号楼电梯', '七号楼电梯'] as const;
const [ASSIGNED, DEFERRED] = ['九号楼电梯', '外墙脱落'];
const NEEDS = [...OWN, ASSIGNED, DEFERRED];
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = { name: 'proof.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') };
const DESKS = '/desks/quarterly-claim';

/** Today where the town is. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('a quarter, by its buttons alone', () => {
  let hall: TownHall;
  let chrome: Browser;
  let street: Person;
  let unit: Person;
  let near: Client;
  let other: Client;
  let quarter = '';

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    [near, other] = await Promise.all([
      anybody.signIn('community', PASSWORD),
      anybody.signIn('transport', PASSWORD),
    ]);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  const come = async (account: string, screen = DESK) =>
    (await Person.comes(chrome, hall.url, screen, 'zh-CN')).signsIn(account);
  const api = () => `/api/v1${quarter}`;
  const row = (page: Page, words: string): Locator =>
    page.getByRole('region', { name: '问题' }).getByRole('row').filter({ hasText: words });
  const claim = (page: Page, words: string) =>
    row(page, words).getByRole('button', { name: '认领', exact: true });

  async function admits(member: string, seat: string): Promise<void> {
    await street.button('吸收成员单位').click();
    await drawer(street.page).getByRole('radio', { name: member }).check();
    await drawer(street.page).getByRole('radio', { name: seat }).check();
    await finds(street.page, /职责范围/, '电梯故障');
    await sends(street.page, '吸收成员单位');
  }

  it('is opened by the subdistrict from its desk, which admits a member', async () => {
    street = await come('subdistrict', WIDE);
    await street.page.getByRole('link', { name: '季度认领' }).click();
    await street.button('开启本季度认领').click();
    await street.page.waitForURL(/\/processes\/[0-9a-f-]{36}$/);
    quarter = new URL(street.page.url()).pathname;
    await admits('housing', '专职委员单位');
    for (const words of NEEDS) await follows(near, api(), 'addNeed', { kind: 'housing.lift', words });
    await follows(near, api(), 'submitDemandList');
  });

  it('makes problems of the needs, and publishes them', async () => {
    await street.button('逐条列为问题').click();
    await finds(street.page, /逐条列入/, ...NEEDS);
    await sends(street.page, '逐条列为问题');
    await street.button('发布问题清单').click();
    await street.button('发布问题清单').waitFor({ state: 'detached' });
  });

  it('is claimed from the unit’s desk, up to three: the fourth is refused with a sentence', async () => {
    unit = await come('housing');
    const { page } = unit;
    await unit.opens(DESKS);
    await page.getByRole('link', { name: /认领问题/ }).click();
    await claim(page, ASSIGNED).waitFor();
    const colleague = await come('housing'); // whose page hears nothing of the others
    await colleague.page.route('**/api/v1/events', (route) => route.abort());
    await colleague.opens(quarter);
    for (const words of OWN) {
      await claim(page, words).click();
      await row(page, words).getByRole('button', { name: '退回认领' }).waitFor();
    }
    await page.getByText('housing已承担 3 项，最多 3 项。').waitFor();
    await page.getByText('已到上限，不能再认领。').waitFor();
    expect(await claim(page, ASSIGNED).count()).toBe(0);
    await claim(colleague.page, ASSIGNED).click();
    await colleague.page.getByText('每个单位每季度最多承担 3 项。').waitFor();
    await colleague.leaves();
    await unit.button('确认认领').click();
    await page.getByText('这件事现在不需要您办理。').waitFor();
    expect(await unit.faults()).toEqual([]);
  });

  it('is decided at the joint meeting about what nobody claimed, and the meeting is ended there', async () => {
    const { page } = street;
    await admits('transport', '兼职委员单位');
    await street.opens(DESKS);
    await page.getByRole('link', { name: '打开联席会议' }).click();
    await page.getByRole('heading', { name: '无人承办 2 项' }).waitFor();
    const free = (words = '') => page.getByRole('listitem').filter({ hasText: words });
    await free(ASSIGNED).getByRole('button', { name: '会议指派' }).click();
    await drawer(page).getByRole('radio', { name: 'transport' }).check();
    await drawer(page).getByLabel(/理由/).fill('由其牵头。');
    await sends(page, '会议指派');
    await free(DEFERRED).getByRole('button', { name: '缓办结转' }).click();
    await drawer(page).getByLabel(/理由/).fill('下季度再办。');
    await sends(page, '缓办结转');
    await page.getByText('每一项都已有承办单位或已作决定').waitFor();
    expect(await street.faults()).toEqual([]);
    await street.button('会议结束').click();
    await dates(page, /会议日期/, today());
    await drawer(page).getByLabel(/议题/).fill('无人认领的问题');
    await finds(page, /到会单位/, 'housing');
    await drawer(page)
      .getByLabel(/会议纪要/)
      .fill('由交通部门牵头。');
    await sends(page, '会议结束');
    await page.getByText('现在不是会议环节').waitFor();
  });

  it('gets a name and a day for each, and becomes tasks of the unit', async () => {
    const { page } = unit;
    for (const words of OWN) {
      await row(page, words).getByRole('button', { name: '明确责任人和期限' }).click();
      await finds(page, '责任人', 'housing');
      if (words === OWN[0]) await dates(page, /完成期限/, today());
      await sends(page, '明确责任人和期限');
    }
    await unit.button('报送服务清单').click();
    await row(page, OWN[0]).getByRole('link', { name: '认领任务' }).waitFor();
    await follows(other, api(), 'nameResponsible', { person: hall.town.person('transport') });
    await follows(other, api(), 'submitServiceList');
  });

  /** A page of a task is named by what it is about. */
  const taskOf = async (words: string): Promise<string> => {
    await unit.opens(quarter);
    await row(unit.page, words).getByRole('link', { name: '认领任务' }).click();
    await unit.page.locator('.about', { hasText: words }).waitFor();
    return `/api/v1${new URL(unit.page.url()).pathname}`;
  };

  it('is worked off: progress where it is asked for, then done with proof, then checked', async () => {
    const { page } = unit;
    await unit.opens('/inbox');
    await page
      .getByRole('link', { name: /^办理认领任务/ })
      .nth(2)
      .waitFor();
    for (const words of OWN) {
      const task = await taskOf(words);
      if (words === OWN[1]) {
        await unit.button('报告进展').click();
        await drawer(page)
          .getByLabel(/进展情况/)
          .fill('厂家已到场。');
        await drawer(page)
          .getByLabel(/完成进度/)
          .fill('50');
        await sends(page, '报告进展');
      }
      await unit.button('报请核验').click();
      await drawer(page)
        .getByLabel(/办理结果/)
        .fill('电梯已换新。');
      await drawer(page)
        .getByLabel(/佐证材料/)
        .setInputFiles(photo);
      await drawer(page).getByText('proof.png').waitFor();
      await sends(page, '报请核验');
      await follows(near, task, 'confirmDone');
    }
    expect(await unit.faults()).toEqual([]);
  });

  /** The unit that was given its task at the meeting gets it done as well. */
  async function restDone(): Promise<void> {
    const { children } = await other.get(api());
    const open = (children as { href: string; ending: string | null }[]).find(
      ({ ending }) => ending === null,
    );
    const [submit] = (await other.actions(open?.href ?? '')).filter(({ name }) => name === 'submitDone');
    if (open === undefined || submit === undefined) throw new Error('nothing is left to be done');
    const proof = [await other.handIn(submit, 'proof', photo.buffer)];
    await other.follow(submit, { result: '已修好', proof });
    await follows(near, open.href, 'confirmDone');
  }

  it('moves on before the subdistrict’s eyes, and closes with its report', async () => {
    const { page } = street;
    await street.opens(DESKS);
    const done = page.locator('.funnel li').filter({ hasText: '已办结' });
    await done.getByText('3', { exact: true }).waitFor();
    await restDone();
    await page.getByRole('link', { name: /签发季度报告/ }).click();
    await street.button('签发').click();
    await sends(page, '签发');
    await page.getByText('这件事现在不需要您办理。').waitFor();
    await street.opens(DESKS);
    await page.getByRole('region', { name: '最近结束的' }).getByText('2026').first().waitFor();
    expect([await street.faults(), await unit.faults()]).toEqual([[], []]);
  });
});
