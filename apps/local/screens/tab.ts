import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';

const List = z.object({ items: z.array(z.object({ id: z.string() })) });

const PATIENCE = 45_000;
const QUIET = 400;
/** Pixels; what is below is more of the same. */
const MOST = 6_000;
const WAITING = '.waiting, [data-loading], [class$="-waiting"], .ant-spin-spinning';

/** One tab of a browser, and all that it complains of. */
export class Tab {
  readonly #complaints: string[] = [];
  #asking = 0;
  #stirred = Date.now();

  private constructor(readonly page: Page) {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.#complaints.push(message));
    page.on('request', (request) => this.#stir(request.resourceType(), 1));
    page.on('requestfinished', (request) => this.#stir(request.resourceType(), -1));
    page.on('requestfailed', (request) => this.#stir(request.resourceType(), -1));
  }

  static async open(context: BrowserContext): Promise<Tab> {
    return new Tab(await context.newPage());
  }

  /** What comes live never ends, so it does not count. */
  #stir(kind: string, by: number): void {
    if (kind === 'eventsource') return;
    this.#asking += by;
    this.#stirred = Date.now();
  }

  /** Opens an address and waits until nothing is being loaded any more. */
  async goTo(address: string): Promise<void> {
    this.#asking = 0;
    await this.page.goto(address, { waitUntil: 'load' });
    await this.settle();
  }

  /** Nothing is asked for, nothing says that it waits, and the fonts are there. */
  async settle(): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await this.page.waitForTimeout(100)) {
      const isQuiet = this.#asking <= 0 && Date.now() - this.#stirred > QUIET;
      if (isQuiet && (await this.page.locator(WAITING).count()) === 0) return this.#rest();
    }
    this.#complaints.push(`still loading after ${PATIENCE / 1000} seconds`);
  }

  async #rest(): Promise<void> {
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
    await this.page.waitForTimeout(150);
  }

  /** The id of the first thing on a list of the API that this reader may see. */
  async firstOf(list: string): Promise<string | undefined> {
    const separator = list.includes('?') ? '&' : '?';
    const answer = await this.page.request.get(`/api/v1/${list}${separator}limit=1`);
    if (!answer.ok()) return undefined;
    return List.parse(await answer.json()).items[0]?.id;
  }

  /** The page as it stands; `isWhole`: in a window as high as the page, so that what is pinned to its foot lies there. */
  async picture(isWhole: boolean): Promise<Buffer> {
    const window = this.page.viewportSize();
    if (window === null || !isWhole) return this.page.screenshot();
    const height = z.number().parse(await this.page.evaluate('document.documentElement.scrollHeight'));
    await this.page.setViewportSize({ ...window, height: Math.min(MOST, Math.max(window.height, height)) });
    await this.#rest();
    const picture = await this.page.screenshot();
    await this.page.setViewportSize(window);
    return picture;
  }

  /** What is wrong with the page as it stands. Each complaint is told once. */
  async faults(): Promise<string[]> {
    const { wide, isEmpty } = Stands.parse(await this.page.evaluate(STANDS));
    return [
      ...this.#complaints.splice(0),
      ...(wide > 0 ? [`${wide} pixels wider than the window`] : []),
      ...(isEmpty ? ['nothing on the page'] : []),
    ];
  }
}

const Stands = z.object({ wide: z.number(), isEmpty: z.boolean() });
const STANDS = `({ wide: document.documentElement.scrollWidth - innerWidth, isEmpty: document.body.innerText.trim() === '' })`;
