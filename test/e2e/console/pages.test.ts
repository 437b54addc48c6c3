import type { Browser } from 'playwright-core';
import { tour } from '../../../apps/local/screens/tour.ts';
import type { Stop } from '../../../apps/local/screens/tour.ts';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { livedIn } from './lived-in.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
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

  /** The address with the id of the first thing on its list; undefined where the list is empty. */
  async function addressOf({ address, list }: Stop, reader: Client): Promise<string | undefined> {
    if (list === undefined) return address;
    const { items } = await reader.get(`/api/v1/${list}${list.includes('?') ? '&' : '?'}limit=1`);
    return items[0] === undefined ? undefined : address.replace(':id', items[0].id);
  }

  /** In Chinese on a desk and a phone, and wide enough for a wall; then in English on a phone and a wide desk. */
  async function walk(
    account: string | undefined,
    stops: readonly Stop[],
  ): Promise<Record<string, string[]>> {
    const anybody = new Client(hall.url);
    const reader = account === undefined ? anybody : await anybody.signIn(account, PASSWORD);
    const found: Record<string, string[]> = {};
    for (const language of ['zh-CN', 'en-GB'] as const) {
      const person = await Person.comes(chrome, hall.url, DESK, language);
      if (account !== undefined) await person.signsIn(account);
      for (const stop of stops) {
        const address = await addressOf(stop, reader);
        if (address === undefined) throw new Error(`the town has nothing for ${stop.name}`);
        const [first, second] = language === 'zh-CN' ? [DESK, PHONE] : [PHONE, WIDE];
        await person.page.setViewportSize(first);
        await person.opens(address);
        const wrong = await person.faults();
        await person.page.setViewportSize(second);
        wrong.push(...(await person.faults()));
        if (language === 'zh-CN') await person.page.setViewportSize(WIDE);
        if ((await person.overflow()) > 0) wrong.push('too wide');
        if (wrong.length > 0) found[`${address} (${language})`] = [...new Set(wrong)];
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
