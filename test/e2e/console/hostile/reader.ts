import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { DESK, Person, PHONE } from '../person.ts';

/** What a text would have left behind had it been taken for anything but text. */
const TRACES = `(() => {
  const traces = [];
  if (window.pwned !== undefined) traces.push('a script ran');
  const made = ['img[src=x]', '[onload]', '[onerror]', 'script:not([src])', 'a[href^=javascript]', 'a[href*="x.invalid"]'];
  for (const one of made) if (document.querySelector(one) !== null) traces.push('there is ' + one);
  for (const one of document.querySelectorAll('i, u')) if (one.textContent.length > 0) traces.push('there is ' + one.outerHTML.slice(0, 40));
  for (const one of document.querySelectorAll('script[src]')) if (new URL(one.src).origin !== location.origin) traces.push(one.src);
  if (document.body.innerText.includes('undefined') || document.body.innerText.includes('[object')) traces.push('undefined on the page');
  return traces;
})()`;

/** What reaches beyond the window, from the outside in. */
const WIDEST = `[...document.body.querySelectorAll('*')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 5).map((one) => one.tagName + '.' + one.className).join(' ')`;

/** Somebody who reads what others have written, and sees at once when it is more than text. */
export class Reader {
  readonly #strange: string[] = [];

  private constructor(private readonly person: Person) {
    const { page } = person;
    page.on('dialog', (dialog) => {
      this.#strange.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { pathname, hostname } = new URL(request.url());
      if (hostname.endsWith('.invalid') || pathname.endsWith('/x'))
        this.#strange.push(`asks for ${request.url()}`);
    });
  }

  static async comes(browser: Browser, url: string, account: string | undefined): Promise<Reader> {
    const person = await Person.comes(browser, url, DESK, 'zh-CN');
    return new Reader(account === undefined ? person : await person.signsIn(account));
  }

  get page(): Page {
    return this.person.page;
  }

  /** Opens a page; answers what is wrong with it, and whether one can read there what others have written. */
  async reads(address: string, mark: RegExp): Promise<{ wrong: string[]; isSeen: boolean }> {
    await this.person.opens(address);
    const wrong = z.array(z.string()).parse(await this.page.evaluate(TRACES));
    const isSeen = mark.test(await this.page.locator('body').innerText());
    for (const screen of [PHONE, DESK]) {
      if (!(await this.person.fits(screen)))
        wrong.push(`too wide at ${screen.width}: ${String(await this.page.evaluate(WIDEST))}`);
    }
    return { wrong: [...wrong, ...this.#strange.splice(0), ...this.person.complaints.splice(0)], isSeen };
  }

  leaves(): Promise<void> {
    return this.person.leaves();
  }
}
