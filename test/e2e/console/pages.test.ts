import type { Browser } from 'playwright-core';
import { Client } from '../blackbox/client.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { openChrome } from './chrome.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const open = ['/', '/report', '/track', '/visits', '/sign-in', '/there-is-no-such-page'];
const staff = [
  '/inbox',
  '/ledger',
  '/processes',
  '/items',
  '/supervision',
  '/intake',
  '/notices',
  '/account',
];

const settings: [name: string, screen: Screen, language: 'zh-CN' | 'en-GB'][] = [
  ['a phone in Chinese', PHONE, 'zh-CN'],
  ['a phone in English', PHONE, 'en-GB'],
  ['a small desk in Chinese', DESK, 'zh-CN'],
  ['a wide desk in English', WIDE, 'en-GB'],
];

describe('every page', () => {
  let hall: TownHall;
  let chrome: Browser;
  let analysed = '';
  let handled = '';

  /** Two reports of the same: one still to be analysed, one at the department. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    const anybody = new Client(hall.url);
    const [resident, community] = await Promise.all([
      anybody.signIn('resident', PASSWORD),
      anybody.signIn('community', PASSWORD),
    ]);
    const report = {
      place: hall.town.place('150602001001001'),
      kind: 'housing.lift',
      words: '电梯停了。<b>急</b>',
    };
    ({ id: handled } = await resident.post('/api/v1/matters', report));
    ({ id: analysed } = await resident.post('/api/v1/matters', { ...report, words: '三号楼电梯坏了。' }));
    for (const name of ['acceptMatter', 'registerMatter']) await follows(community, handled, name);
    await follows(community, analysed, 'comment');
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  async function follows(client: Client, matter: string, name: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const action = (await client.actions(`/api/v1/matters/${matter}`)).find((one) => one.name === name);
      if (action !== undefined) return void (await client.follow(action));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nobody offers ${name}`);
  }

  describe.each(settings)('on %s', (_name, screen, language) => {
    it('is right for whoever is not signed in', async () => {
      const anybody = await Person.comes(chrome, hall.url, screen, language);
      expect(await anybody.walks(open)).toEqual({});
    });

    it('is right for a resident with an account', async () => {
      const resident = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('resident');
      expect(await resident.walks(['/mine', `/mine/${handled}`])).toEqual({});
    });

    it('is right for a supervisor, and so is a matter in handling', async () => {
      const supervisor = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('supervisor');
      expect(await supervisor.walks([...staff, `/matters/${handled}`])).toEqual({});
    });

    it('is right for the community: duplicates side by side, the form in its drawer, its faults, the keys', async () => {
      const clerk = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('community');
      expect(await clerk.walks(['/inbox', `/matters/${analysed}`])).toEqual({});
      await clerk.page.locator('.side-by-side').first().waitFor();
      await clerk.page.locator('[data-first-action]').click();
      await clerk.page.getByRole('dialog').locator('button[type=submit]').click();
      await clerk.page.locator('.fault').first().waitFor();
      expect(await clerk.faults()).toEqual([]);
      await clerk.page.keyboard.press('Escape');
      await clerk.page.locator('h1').first().click();
      await clerk.page.keyboard.press('?');
      await clerk.page.locator('.keys').waitFor();
      expect(await clerk.faults()).toEqual([]);
    });

    it('is right for those who see little: deputy, administrators', async () => {
      const deputy = await (await Person.comes(chrome, hall.url, screen, language)).signsIn('deputy');
      expect(await deputy.walks(['/ledger', `/matters/${handled}`])).toEqual({});
      const administrator = await (
        await Person.comes(chrome, hall.url, screen, language)
      ).signsIn('security');
      expect(await administrator.walks(['/account', '/notices'])).toEqual({});
    });
  });
});
