import type { Browser } from 'playwright-core';
import { tour } from '../../../apps/local/screens/tour.ts';
import type { Stop } from '../../../apps/local/screens/tour.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { livedIn } from './lived-in.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import type { Screen } from './person.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

/** Who goes for each role of the tour; whoever is named first shows the pages that several have. */
const walkers: Readonly<Record<string, string | undefined>> = {
  anyone: undefined,
  resident: 'resident',
  supervisor: 'supervisor',
  community: 'community',
  gridWorker: 'grid',
  department: 'housing',
  subdistrict: 'subdistrict',
  deputy: 'deputy',
  auditor: 'auditor',
  systemAdministrator: 'system',
  securityAdministrator: 'security',
};

/** Residents and grid workers have phones. */
const isOnPhone = (account: string | undefined) =>
  account === undefined || ['resident', 'grid'].includes(account);

/** Each page once, by the first who has it. */
function stopsOf(role: string): readonly Stop[] {
  const roles = Object.keys(walkers);
  const before = roles.slice(0, roles.indexOf(role)).flatMap((other) => tour[other] ?? []);
  const seen = new Set(before.map(({ name, address }) => `${name} ${address}`));
  return (tour[role] ?? []).filter(({ name, address }) => !seen.has(`${name} ${address}`));
}

describe('every page of the tour', () => {
  let hall: TownHall;
  let chrome: Browser;

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    await livedIn(hall);
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  /** The address with the id of the first thing on its list. */
  async function addressOf({ name, address, list }: Stop, reader: Client): Promise<string> {
    if (list === undefined) return address;
    const { items } = await reader.get(`/api/v1/${list}${list.includes('?') ? '&' : '?'}limit=1`);
    if (items[0] === undefined) throw new Error(`the town has nothing for ${name}`);
    return address.replace(':id', items[0].id);
  }

  /** Axe looks once at each page, where it is at home; in either language nothing is too wide at any size. */
  async function look(person: Person, address: string, home: Screen, isLooked: boolean): Promise<string[]> {
    await person.page.setViewportSize(home);
    await person.opens(address);
    const wrong = isLooked ? await person.faults() : person.complaints.splice(0);
    for (const screen of [PHONE, DESK, WIDE]) {
      if (!(await person.fits(screen))) wrong.push(`too wide at ${screen.width}`);
    }
    return [...new Set(wrong)];
  }

  async function walk(
    account: string | undefined,
    stops: readonly Stop[],
  ): Promise<Record<string, string[]>> {
    const anybody = new Client(hall.url);
    const reader = account === undefined ? anybody : await anybody.signIn(account, PASSWORD);
    const home = isOnPhone(account) ? PHONE : DESK;
    const addresses = await Promise.all(stops.map((stop) => addressOf(stop, reader)));
    const found: Record<string, string[]> = {};
    for (const language of ['zh-CN', 'en-GB'] as const) {
      const person = await Person.comes(chrome, hall.url, home, language);
      if (account !== undefined) await person.signsIn(account);
      for (const address of addresses) {
        const wrong = await look(person, address, home, language === 'zh-CN');
        if (wrong.length > 0) found[`${address} (${language})`] = wrong;
      }
      await person.leaves();
    }
    return found;
  }

  it.each(Object.keys(walkers))(
    'is right for %s: nothing for axe, no complaint of the browser, nothing wider than the window',
    async (role) => {
      expect(await walk(walkers[role], stopsOf(role))).toEqual({});
    },
    300_000,
  );

  it('a form with faults, and the sheet of keys, are right too', async () => {
    const clerk = await (await Person.comes(chrome, hall.url, PHONE, 'zh-CN')).signsIn('community');
    const [waiting] = (await (await new Client(hall.url).signIn('community', PASSWORD)).get('/api/v1/tasks'))[
      'items'
    ].filter(({ matter }: { matter: unknown }) => matter !== null);
    await clerk.opens(waiting.matter.href.replace('/api/v1', ''));
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

  it('whoever wants to book a visit is told what is missing, and then that it is booked', async () => {
    const stranger = await Person.comes(chrome, hall.url, PHONE, 'zh-CN');
    const { page } = stranger;
    const { items } = await new Client(hall.url).get('/api/v1/processes?process=station-session&status=open');
    await stranger.opens(`/visits/${items[0].id}`);
    await page.locator('button[type=submit]').click();
    await page.locator('.fault').first().waitFor();
    expect(await stranger.faults()).toEqual([]);
    for (const field of await page.locator('.input').all()) await field.fill('13900000000');
    await page.locator('button[type=submit]').click();
    await page.locator('.now').waitFor();
    expect(await stranger.faults()).toEqual([]);
  });
});
