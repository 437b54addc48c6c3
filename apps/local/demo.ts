import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Ground } from './ground.ts';
import { tailOf, withLog } from './log.ts';
import { step } from './progress.ts';

const Accounts = z.array(z.object({ account: z.string(), password: z.string(), role: z.string() }));

/** At the first start of a home the demo district is put in, and its accounts are shown. An interrupted seed is done again. */
export async function seedOnce(ground: Ground, environment: Record<string, string>): Promise<void> {
  const mark = ground.home.file('seeded');
  if (existsSync(mark)) return;
  await step('putting in the demo district', ground.say, () => seed(ground, environment));
  writeFileSync(mark, `${new Date().toISOString()}\n`);
  showAccounts(ground);
}

async function seed({ root, home }: Ground, environment: Record<string, string>): Promise<void> {
  const log = home.log('seed');
  const program = path.join(root, 'dist', 'apps', 'local', 'seed.js');
  const child = withLog(log, (descriptor) =>
    spawn(process.execPath, ['--enable-source-maps', program], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', descriptor, descriptor],
    }),
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The demo district could not be put in.\n${tailOf(log)}`);
}

function showAccounts({ home, say }: Ground): void {
  const file = home.file('demo-accounts.json');
  if (!existsSync(file)) return;
  say(`Accounts of the demo district (shown this once; kept in ${file}):`);
  for (const { account, password, role } of Accounts.parse(JSON.parse(readFileSync(file, 'utf8')))) {
    say(`  ${role.padEnd(24)} ${account.padEnd(16)} ${password}`);
  }
}
