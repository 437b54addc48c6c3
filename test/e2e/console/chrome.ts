// The console in a real browser: Chrome as stack.md finds it, people who sit before it, and a whole town hall behind it.
// Tests here see only what a person sees: words, labels, buttons, keys.
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium as driver } from 'playwright-core';
import type { Browser } from 'playwright-core';

const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** `CHROME_PATH`, an installed Chrome or Chromium, or the one that npm brings. */
async function executable(): Promise<string> {
  const found = [process.env['CHROME_PATH'], ...installed].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found !== undefined) return found;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** A browser; another test may be unpacking it at this moment, so a start is tried again. */
export async function openChrome(): Promise<Browser> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await driver.launch({ executablePath: await executable(), args });
    } catch (error) {
      if (tries === 10) throw error;
      await pause(500);
    }
  }
}
