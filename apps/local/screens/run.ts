// `npm run screens`: pictures of every page, for each role that has it, to be looked at; with --docs those of README and
// guides. tour.ts and doc-pictures.ts say which; each file here does one part of looking.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from '../launch.ts';
import { inPassingHome } from '../passing-home.ts';
import type { Say } from '../progress.ts';
import { bind } from './album.ts';
import { openChrome } from './chrome.ts';
import { fontsIn } from './fonts.ts';
import { orderIn, Usage } from './order.ts';
import type { Order } from './order.ts';
import { paint } from './paint.ts';
import { goRound } from './round.ts';
import type { Seen } from './round.ts';

/** Answers the exit code: 1 when a page has a fault, 2 when the command line cannot be understood. */
export async function screens(root: string, argv: string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const order = orderIn(argv);
    return tell(await lookAt(root, order, say), order, say);
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** At a running Minqing, or at a demo home that is gone afterwards. */
function lookAt(root: string, order: Order, say: Say): Promise<Seen[]> {
  if (order.at !== undefined) return look(root, order, order.at, say);
  process.env['MINQING_LIMIT_FACTOR'] ??= '1000'; // every page is asked for from one address
  return inPassingHome({ root, name: 'screens', keep: false, say }, async (ground) => {
    const url = await launch({
      ...ground,
      say: (line) => line.startsWith('  ') && isStep(line) && say(line),
    });
    return look(root, order, { url, accounts: ground.home.file('demo-accounts.json') }, say);
  });
}

/** The demo accounts need not be told: nobody else will sign in. */
const isStep = (line: string): boolean => /: done|still /.test(line);

async function look(root: string, order: Order, at: { url: string; accounts: string }, say: Say) {
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-chrome-'));
  mkdirSync(order.out, { recursive: true });
  const browser = await openChrome(fontsIn(root, folder));
  try {
    return await (order.isForDocs ? paint : goRound)({ browser, order, at, say });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says what was found wrong, and where the pictures lie. */
function tell(seen: readonly Seen[], order: Order, say: Say): number {
  const faulty = seen.filter(({ faults }) => faults.length > 0);
  for (const { role, page, size, language, faults } of faulty)
    for (const fault of faults) say(`${role} ${page} ${size} ${language}: ${fault}`);
  const without = new Set(
    seen.filter(({ file }) => file === undefined).map(({ role, page }) => `${role} ${page}`),
  );
  if (without.size > 0) say(`Nothing to show: ${[...without].join(', ')}`);
  const pictures = seen.filter(({ file }) => file !== undefined).length;
  say(
    `${pictures} pictures, ${faulty.length} with faults: ${order.isForDocs ? order.out : bind(seen, order.out)}`,
  );
  return faulty.length > 0 ? 1 : 0;
}
