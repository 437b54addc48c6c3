import { existsSync } from 'node:fs';
import { chromium as driver } from 'playwright-core';
import type { Browser } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROME_PATH`, an installed Chrome or Chromium, or the one that npm brings. */
async function executable(): Promise<string> {
  const found = [process.env['CHROME_PATH'], ...installed].find(
    (file) => file !== undefined && existsSync(file),
  );
  if (found !== undefined) return found;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** A browser without a window. `environment` comes on top of this process's own. */
export async function openChrome(environment: Record<string, string>): Promise<Browser> {
  return driver.launch({
    executablePath: await executable(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    env: { ...process.env, ...environment },
  });
}
