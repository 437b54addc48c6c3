import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const DAY = 86_400_000;

const screens = { 'a phone': PHONE, 'a small desk': DESK, 'a wide desk': WIDE };
const languages = { Chinese: 'zh-CN', English: 'en-GB' } as const;
const settings = Object.entries(screens).flatMap(([on, screen]) =>
  Object.entries(languages).map(([inWhich, language]) => [`${on} in ${inWhich}`, screen, language] as const),
);

/** Follows what a page of the API offers under a name, as soon as it does; the address on the console of what came of it. */
async function follows(who: Client, at: string, name: string, values: object = {}): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const action = (await who.actions(at)).find((one) => one.name === name);
    if (action !== undefined) return String((await who.follow(action, values))['href']);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nobody offers ${name} at ${at}`);
}

const shownAt = (href: string): string => href.replace('/api/v1', '');

describe('the pages of processes', () => {
  let hall: TownHall;
  let chrome: Browser;
  let [supervised, announced, collated, whistled] = ['', '', '', ''];

  /** Something supervised, a visit that is announced, one that is over, and a whistle. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    const [supervisor, community, subdistrict] = await Promise.all(
      ['supervisor', 'community', 'subdistrict'].map((account) => anybody.signIn(account, PASSWORD)),
    );
    if (!supervisor || !community || !subdistrict) throw new Error('somebody could not sign in');
    const doors = '/api/v1/processes';
    const visit = () => ({
      startsAt: new Date(Date.now() + 2 * DAY).toISOString(),
      receiver: hall.town.person('community'),
    });
    supervised = await follows(supervisor, doors, 'openSupervision', { words: '一周内<b>修好</b>电梯。' });
    announced = await follows(community, doors, 'publishVisit', visit());
    collated = await follows(community, doors, 'publishVisit', visit());
    await follows(anybody, collated, 'bookVisit', { words: '医保怎么报销？', contact: '13900000000' });
    await follows(community, collated, 'beginReception');
    for (const words of ['电梯又停了，老人下不了楼，物业说要等配件，已经等了两个星期。', '路灯不亮。'])
      await follows(community, collated, 'registerItem', { words, kind: 'housing.lift' });
    await follows(community, collated, 'concludeSession');
    await follows(community, collated, 'classifyItem', { grade: 'matter' });
    whistled = await follows(community, doors, 'blowWhistle', { units: [hall.town.unit('housing')] });
    await follows(subdistrict, whistled, 'approveWhistle');
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  describe.each(settings)('on %s', (_name, screen, language) => {
    const come = () => Person.comes(chrome, hall.url, screen, language);

    it('are right for whoever wants to book', async () => {
      const stranger = await come();
      const { page } = stranger;
      const visit = shownAt(announced).replace('processes', 'visits');
      expect(await stranger.walks(['/visits', visit])).toEqual({});
      await page.locator('button[type=submit]').click();
      await page.locator('.fault').first().waitFor();
      expect(await stranger.faults()).toEqual([]);
      for (const field of await page.locator('.input').all()) await field.fill('13900000000');
      await page.locator('button[type=submit]').click();
      await page.locator('.now').waitFor();
      expect(await stranger.faults()).toEqual([]);
    });

    it('are right for the station: lists, what was said, its form', async () => {
      const clerk = await (await come()).signsIn('community');
      const pages = ['/processes', '/processes?process=station-session', '/items', shownAt(collated)];
      expect(await clerk.walks(pages)).toEqual({});
      // The second asks into which other thing it goes: sent empty, it says what is missing.
      await clerk.page.locator('.items .button').nth(1).click();
      await clerk.page.getByRole('dialog').locator('button[type=submit]').click();
      await clerk.page.locator('.fault').first().waitFor();
      expect(await clerk.faults()).toEqual([]);
    });

    it('are right for the supervisor, who looks at the diagram', async () => {
      const supervisor = await (await come()).signsIn('supervisor');
      expect(await supervisor.walks(['/inbox', shownAt(whistled), shownAt(supervised)])).toEqual({});
      await supervisor.page.locator('main p > .button').last().click();
      await supervisor.page.locator('.diagram .step').first().waitFor();
      expect(await supervisor.faults()).toEqual([]);
    });
  });

  describe.each(settings.filter((_, i) => i === 0 || i === 3))('on %s', (_name, screen, language) => {
    const come = () => Person.comes(chrome, hall.url, screen, language);

    it('are right for a department that is called, and for the deputy', async () => {
      const department = await (await come()).signsIn('housing');
      expect(await department.walks(['/inbox', '/items', shownAt(whistled)])).toEqual({});
      const deputy = await (await come()).signsIn('deputy');
      expect(await deputy.walks(['/inbox', '/processes', '/items', shownAt(collated)])).toEqual({});
    });
  });
});
