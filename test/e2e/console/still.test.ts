import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import { openChrome } from './chrome.ts';
import { follows, livedIn } from './lived-in.ts';
import { DESK, Person, PHONE, WIDE } from './person.ts';
import type { Screen } from './person.ts';
import { shiftsOf } from './shifts.ts';
import { openTownHall } from './town-hall.ts';
import type { TownHall } from './town-hall.ts';

/** So much may a page jump while it opens: what browsers call good. */
const OPENING = 0.1;

/** And while others work. A list counts them above its rows; more than that would be a row that moved. */
const LIVE = 0.01;

type Reader = { name: string; person: Person; address: string };

describe('a page that somebody reads', () => {
  let hall: TownHall;
  let chrome: Browser;
  let at: Awaited<ReturnType<typeof livedIn>>;
  const readers: Reader[] = [];

  /** Whoever looks on, each at his page; all of them at once. */
  beforeAll(async () => {
    [hall, chrome] = await Promise.all([openTownHall(), openChrome()]);
    at = await livedIn(hall);
    const page = (href: string) => href.replace('/api/v1', '');
    const looks: readonly (readonly [string, Screen, string])[] = [
      ['community', DESK, '/inbox'],
      ['supervisor', DESK, '/ledger'],
      ['supervisor', DESK, '/supervision'],
      ['supervisor', DESK, page(at.handled)],
      ['community', DESK, page(at.collated)],
      ['subdistrict', DESK, '/desks/quarterly-claim'],
      ['resident', PHONE, '/mine'],
      ['auditor', WIDE, '/screen'],
    ];
    for (const [account, screen, address] of looks) {
      const person = await (await Person.comes(chrome, hall.url, screen, 'zh-CN')).signsIn(account);
      readers.push({ name: address.replace(/[0-9a-f-]{36}/, ':id'), person, address });
    }
  }, 120_000);

  afterAll(async () => {
    await chrome?.close();
    await hall?.close();
  });

  /** What jumped further than it may, by page. */
  async function jumped(most: number): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const { name, person } of readers) {
      const { sum, what } = await shiftsOf(person.page);
      if (sum > most) found[name] = what;
    }
    return found;
  }

  it('stands still while it opens', async () => {
    for (const { person, address } of readers) {
      await person.opens(address);
      await person.page.waitForTimeout(500);
    }
    expect(await jumped(OPENING)).toEqual({});
  });

  it('and while others work', async () => {
    const anybody = new Client(hall.url);
    const community = await anybody.signIn('community', PASSWORD);
    for (const { person } of readers.slice(0, 2)) await person.page.locator('[data-row]').first().focus();
    const heard = readers.map(({ person: { page } }) =>
      page.waitForResponse(
        (answer) => answer.request().method() === 'GET' && answer.url().includes('/api/v1/'),
        { timeout: 60_000 },
      ),
    );
    const report = {
      place: hall.town.place('150602001001001'),
      kind: 'housing.lift',
      words: '五号楼电梯停了。',
    };
    await anybody.post('/api/v1/matters', report);
    await follows(community, at.waiting, 'acceptMatter');
    await follows(community, at.handled, 'comment', { words: '配件已到。' });
    await follows(community, at.collated, 'comment', { words: '路灯已报修。' });
    await follows(community, at.quarter, 'addNeed', { kind: 'housing.lift', words: '修路' });
    await Promise.all(heard);
    for (const { person } of readers) await person.page.waitForTimeout(300);
    expect(await jumped(LIVE)).toEqual({});
  });
});
