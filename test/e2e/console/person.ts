import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { PASSWORD } from '../../prisma/small-town.ts';
import { watchShifts } from './shifts.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe answers, as far as we tell it. */
const Found = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

export type Screen = { width: number; height: number };
export const PHONE: Screen = { width: 390, height: 844 };
export const DESK: Screen = { width: 1366, height: 768 };
export const WIDE: Screen = { width: 1920, height: 1080 };

/** Somebody before a screen. What the browser complains of is kept: a good page gives it no reason. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
  }

  static async comes(
    browser: Browser,
    url: string,
    screen: Screen,
    language: 'zh-CN' | 'en-GB',
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: screen,
      locale: language,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await watchShifts(page);
    return new Person(page, context);
  }

  async signsIn(account: string): Promise<this> {
    await this.page.goto('/sign-in');
    await this.page.fill('[name=account]', account);
    await this.page.fill('[name=password]', PASSWORD);
    await this.page.click('button[type=submit]');
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return this;
  }

  /** Opens an address and waits until nothing is being loaded any more. */
  async opens(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('h1').first().waitFor();
    await this.settles();
  }

  /** Nothing is being asked for and every lazy part stands. */
  async settles(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector('.waiting, .matter-waiting, [data-loading]') === null,
    );
    await this.page.waitForTimeout(150);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** What axe finds wrong with the page as it stands, one line each. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axe);
    const found = Found.parse(await this.page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`));
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
  }

  /** How many pixels the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
  }

  /** Whether the page is no wider than the window, once it has taken its new size: parts that measure themselves need a moment. */
  async fits(screen: Screen): Promise<boolean> {
    await this.page.setViewportSize(screen);
    await this.page.waitForTimeout(40);
    const isNarrow = () =>
      document.querySelector('.waiting, [data-loading]') === null &&
      document.documentElement.scrollWidth <= window.innerWidth;
    return this.page.waitForFunction(isNarrow, undefined, { timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  }

  /** What is wrong with the page as it stands: by axe, by the browser, or because it is wider than the window. */
  async faults(): Promise<string[]> {
    await this.settles();
    const overflow = await this.overflow();
    return [
      ...(await this.violations()),
      ...this.complaints.splice(0),
      ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
    ];
  }

  /** What is wrong with each of several pages; those without a fault are left out. */
  async walks(addresses: readonly string[]): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const address of addresses) {
      await this.opens(address);
      const wrong = await this.faults();
      if (wrong.length > 0) found[address] = wrong;
    }
    return found;
  }

  leaves(): Promise<void> {
    return this.context.close();
  }
}
