import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Keeps what jumps on a page though nobody pressed anything: how far, as the browser counts it, and what it was. */
const watching = `
  self.jumped = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const what = entry.sources.map(({ node }) => node?.className || node?.parentElement?.className || node?.nodeName);
      if (!entry.hadRecentInput) self.jumped.push({ value: entry.value, what: what.join(' ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

const Jumped = z.array(z.object({ value: z.number(), what: z.string() }));

export const watchShifts = (page: Page): Promise<unknown> => page.addInitScript(watching);

/** How far everything jumped since it was asked last, with what it was. */
export async function shiftsOf(page: Page): Promise<{ sum: number; what: string[] }> {
  const jumps = Jumped.parse(await page.evaluate('self.jumped.splice(0)'));
  return {
    sum: jumps.reduce((sum, { value }) => sum + value, 0),
    what: jumps.map(({ value, what }) => `${value.toFixed(4)} ${what}`),
  };
}
