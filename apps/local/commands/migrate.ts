import { migrate as apply } from '../../../prisma/migrate.ts';
import type { Io } from '../cli.ts';

/** `migrate`: brings the database in DATABASE_URL up to date; writes the names of what was applied, a line each. */
export async function migrate(_argv: string[], io: Io): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (!url) {
    io.stderr.write(
      'Set DATABASE_URL to the address of the database, as postgres://account:password@host:5432/name.\n',
    );
    return 2;
  }
  for (const name of await apply(url)) io.stdout.write(`${name}\n`);
  return 0;
}
