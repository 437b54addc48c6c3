import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Accounts = z.array(z.object({ account: z.string(), password: z.string(), role: z.string() }));
export type Account = z.infer<typeof Accounts>[number];

/** Those of the demo district who have most on their desks. */
const busiest: Readonly<Record<string, string>> = {
  resident: 'resident.li',
  gridWorker: 'grid.wang',
  community: 'community.liu',
  department: 'clerk.zhujian',
  subdistrict: 'street.zheng',
  supervisor: 'supervisor.qin',
  deputy: 'deputy.du',
};

/** Who sits before the screen for a role; undefined for those who have not signed in. Throws when the home has nobody. */
export function playerOf(role: string, file: string): Account | undefined {
  if (role === 'anyone') return undefined;
  const fitting = Accounts.parse(JSON.parse(readFileSync(file, 'utf8'))).filter((one) => one.role === role);
  const player = fitting.find(({ account }) => account === busiest[role]) ?? fitting[0];
  if (player === undefined) throw new Error(`${file} has no account of the role ${role}.`);
  return player;
}
