// The parts of a seed: the accounts that are kept, the reports that are taken in, and the demo people who then do
// their work over the API, each signed in as himself, until every matter has gone as far as its course says.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { demoAccounts } from '../../../prisma/demo/accounts.ts';
import type { DemoAccount } from '../../../prisma/demo/accounts.ts';
import type { Demo } from '../../../prisma/demo/check.ts';

/** A line of the home's demo-accounts.json: unit and place by their names, and by their codes beside them. */
type KeptAccount = DemoAccount & { unitCode: string | null; placeCode: string };

const Kept = z.array(z.looseObject({ account: z.string(), password: z.string() }));

/**
 * The accounts of this home, readable by their owner only. Kept before anything is seeded: a seed done again goes on with
 * the same passwords, and who has come since gets one too.
 */
export function keepAccounts(home: string, demo: Demo): KeptAccount[] {
  const file = path.join(home, 'demo-accounts.json');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '[]';
  const passwords = new Map(Kept.parse(JSON.parse(before)).map((one) => [one.account, one.password]));
  const accounts = demoAccounts(demo).map((line) => ({
    ...named(line, demo),
    password: passwords.get(line.account) ?? line.password,
  }));
  write(file, before, `${JSON.stringify(accounts, null, 2)}\n`);
  return accounts;
}

function named(line: DemoAccount, { units, places }: Demo): KeptAccount {
  const unit = units.find(({ code }) => code === line.unit)?.name ?? null;
  const place = places.find(({ code }) => code === line.place)?.name ?? line.place;
  return { ...line, unit, place, unitCode: line.unit, placeCode: line.place };
}

/** Whole or not at all, and never for a moment readable by others. */
function write(file: string, before: string, text: string): void {
  if (text === before) return;
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600, flag: 'wx' });
  renameSync(`${file}.new`, file);
}
