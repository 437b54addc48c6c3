import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Account } from './people.ts';
import { Tab } from './tab.ts';
import { languages, sizes } from './window.ts';
import type { Language, Size } from './window.ts';

type Kept = BrowserContextOptions['storageState'];

/** How somebody sits before the screen. */
export type Seat = { url: string; size: Size; language: Language; kept?: Kept };

/** A browser's profile for one seat. Nothing moves in it, so that a picture is the same twice. */
function profile(browser: Browser, { url, size, language, kept }: Seat): Promise<BrowserContext> {
  return browser.newContext({
    ...{ baseURL: url, viewport: sizes[size], locale: languages[language], storageState: kept },
    ...{ reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', hasTouch: size === 'phone' },
  });
}

/** Signs in by the form, once; what the browser keeps of it can be given to further seats. Throws where nobody gets in. */
export async function signIn(browser: Browser, url: string, account: Account | undefined): Promise<Kept> {
  if (account === undefined) return undefined;
  const context = await profile(browser, { url, size: 'desk', language: 'zh' });
  try {
    const { page } = await Tab.open(context);
    await page.goto('/sign-in');
    await page.fill('[name=account]', account.account);
    await page.fill('[name=password]', account.password);
    await page.click('button[type=submit]');
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    return await context.storageState();
  } finally {
    await context.close();
  }
}

/** Lets `look` have a tab in that seat. */
export async function sitting<T>(browser: Browser, seat: Seat, look: (tab: Tab) => Promise<T>): Promise<T> {
  const context = await profile(browser, seat);
  try {
    return await look(await Tab.open(context));
  } finally {
    await context.close();
  }
}
