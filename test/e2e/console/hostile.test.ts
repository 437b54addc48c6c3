import type { Browser } from 'playwright-core';
import { tour } from '../../../apps/local/screens/tour.ts';
import type { Stop } from '../../../apps/local/screens/tour.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { enter } from './hostile/enter.ts';
import { filledFields, otherFreeFields, wordFields } from './hostile/fields.ts';
import { exportsOf, papersIn } from './hostile/files.ts';
import { Reader } from './hostile/reader.ts';
import { HostileTown } from './hostile/town.ts';
import { hostile, MARK } from './hostile/words.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

const PATIENCE = 300_000;

/** Who goes for each role of the tour; whoever is named first reads the pages that several have. */
const readers: Readonly<Record<string, string | undefined>> = {
  anyone: undefined,
  resident: 'resident',
  supervisor: 'supervisor',
  community: 'community',
  gridWorker: 'grid',
  department: 'housing',
  subdistrict: 'street',
  deputy: 'deputy',
  auditor: 'auditor',
  systemAdministrator: 'system',
  securityAdministrator: 'security',
};

/** Fields for words that nobody comes to within a minute, each with its reason. */
const unreached = ['quarterly-claim carryOverRest.grounds']; // at the end of a quarter

/** Texts in the forms of acts that are no words: processes say them to each other, or they are written in a notation. */
const notWords = [
  ...['reportUndelivered.what', 'reportUndelivered.channel', 'hear.item', 'carryIn.words', 'carryIn.kind'],
  ...['carryIn.place', 'joinProblem.item', 'joinProblem.place', 'joinProblem.kind'],
  ...['addReporter.answerBy', 'addFollower.answerBy', 'askExtension.length'],
];

/** Pages that show what people wrote, or what they are called. */
const told = [
  ...['/inbox', '/ledger', '/processes', '/items', '/supervision', '/rates', '/scores', '/screen', '/audit'],
  ...['/matters/:id', '/processes/:id', '/audit/:id', '/mine', '/mine/:id', '/visits', '/intake', '/notices'],
  ...[
    '/desks/station-session',
    '/desks/quarterly-claim',
    '/policies',
    '/policies/dongsheng',
    '/trends',
    '/map',
  ],
  ...['/people', '/units', '/places', '/records', '/sessions', '/patrol', '/propose', '/moves'],
];

describe('a town in which nobody writes anything harmless', () => {
  let hall: TownHall;
  let chrome: Browser;
  let town: HostileTown;
  const seen = new Map<string, boolean>();

  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    town = await HostileTown.opens(hall);
    await town.lives();
  }, PATIENCE);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  it('has hostile words in every field of every act', async () => {
    expect(town.refused).toEqual([]);
    const filled = await filledFields(hall.town.db);
    const empty = wordFields().filter(({ kept }) => !kept.some((one) => filled.has(one)));
    expect(empty.map(({ name }) => name)).toEqual(unreached);
    expect([...otherFreeFields()].sort()).toEqual([...notWords].sort());
  });

  /** The address with the id of the first thing on its list; nothing where there is none. */
  async function addressOf({ address, list }: Stop, reader: Client): Promise<string | undefined> {
    if (list === undefined) return address;
    const { items } = await reader.get(`/api/v1/${list}${list.includes('?') ? '&' : '?'}limit=1`);
    return items[0] && address.replace(':id', items[0].id);
  }

  it.each(Object.keys(readers))(
    'is nothing but text to %s',
    async (role) => {
      const account = readers[role];
      const client =
        account === undefined ? new Client(hall.url) : await enter(hall, account, town.person(account));
      const reader = await Reader.comes(chrome, hall.url, account);
      const wrong: Record<string, string[]> = {};
      for (const stop of tour[role] ?? []) {
        const address = seen.get(stop.name) === undefined ? await addressOf(stop, client) : undefined;
        if (address === undefined) continue;
        const found = await reader.reads(address, MARK);
        seen.set(stop.name, true);
        seen.set(stop.address, found.isSeen || seen.get(stop.address) === true);
        if (found.wrong.length > 0) wrong[address] = found.wrong;
      }
      await reader.leaves();
      expect(wrong).toEqual({});
    },
    PATIENCE,
  );

  it('can be read where it belongs', () => {
    expect(told.filter((address) => seen.get(address) !== true)).toEqual([]);
  });

  it(
    'leaves in papers and tables, and no cell is a formula',
    async () => {
      const auditor = await enter(hall, 'auditor');
      const papers = await papersIn(auditor, ['matters', 'processes', 'items']);
      const wrong: string[] = [];
      for (const href of [...exportsOf(), ...papers]) {
        const { status, text } = await auditor.text(href);
        if (status !== 200) wrong.push(`${href}: ${status}`);
        if (href.includes('csv') && /(^|[,"\n])[=+@]/.test(text)) wrong.push(`${href}: a formula`);
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is searched for as text',
    async () => {
      const reader = await Reader.comes(chrome, hall.url, 'supervisor');
      const sought = encodeURIComponent(hostile(77, 40));
      for (const page of ['processes', 'audit']) {
        expect((await reader.reads(`/${page}?q=${sought}`, MARK)).wrong).toEqual([]);
        const typed = await reader.page
          .locator('input')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
        expect(typed).toContain(hostile(77, 40));
      }
      await reader.leaves();
    },
    PATIENCE,
  );

  it('is told beside its field when it is refused, and stays as it was typed', async () => {
    const stranger = await Reader.comes(chrome, hall.url, undefined);
    await stranger.reads(town.visit.replace('/api/v1/processes', '/visits'), MARK);
    const { page } = stranger;
    const words = page.getByLabel(/想反映什么/);
    await words.fill(`${hostile(78, 200)}\0`);
    await page.getByLabel(/联系方式/).fill('13900000000');
    await page.locator('button[type=submit]').click();
    await page.locator('.fault').filter({ hasText: 'U+0000' }).waitFor();
    expect(await words.inputValue()).toBe(`${hostile(78, 200)}\0`);
    await words.fill(hostile(78, 200));
    await page.locator('button[type=submit]').click();
    await page.locator('.now').filter({ hasText: MARK }).waitFor();
    await stranger.leaves();
  });
});
