import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAway } from '../../../prisma/away.ts';
import { type Database, openDatabase } from '../../../prisma/client.ts';
import { pendingMigrations } from '../../../prisma/migrate.ts';
import { type Keyring, readKeyring } from '../../../prisma/seal.ts';
import { addressOf } from '../postgres/cluster.ts';
import { readSettings } from '../settings.ts';
import { ImportFault, saidBy } from './fault.ts';

/**
 * Opens the database that DATABASE_URL names, or that of the home (MINQING_HOME) that `npm start` runs on, with the keys of
 * MINQING_MASTER_KEY_FILE, or those of the home. Makes nothing. Throws ImportFault with what to do where one is not there.
 */
export async function openMinqing(environment: NodeJS.ProcessEnv): Promise<Database> {
  const { home, databaseUrl } = settingsIn(environment);
  const url = databaseUrl ?? addressIn(home);
  const db = openDatabase(url, { keys: keysIn(environment, home) });
  try {
    await mustFit(db);
    return db;
  } catch (error) {
    await db.close();
    if (!isAway(error) && !isRefused(error)) throw error;
    throw new ImportFault(
      databaseUrl === undefined ? notRunning(home) : `The database in DATABASE_URL: ${saidBy(error)}.`,
      {
        cause: error,
      },
    );
  }
}

function settingsIn(environment: NodeJS.ProcessEnv) {
  try {
    return readSettings(environment);
  } catch (error) {
    throw new ImportFault(`${saidBy(error)}.`, { cause: error });
  }
}

/** Where a home's own PostgreSQL answers now: the server keeps its port in line 4 of its postmaster.pid. */
export function addressIn(home: string): string {
  const pointer = path.join(home, 'postgres.path');
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : path.join(home, 'postgres');
  const [running, secret] = [path.join(folder, 'postmaster.pid'), path.join(home, 'postgres.password')];
  if (!existsSync(running) || !existsSync(secret)) throw new ImportFault(notRunning(home));
  const port = Number(readFileSync(running, 'utf8').split('\n')[3]);
  return addressOf({ port, password: readFileSync(secret).toString('base64url') }, 'minqing');
}

const notRunning = (home: string) =>
  `Minqing does not run on ${home}: start it there with "npm start", or set MINQING_HOME, or DATABASE_URL for a database of your own.`;

/** Never makes a key: words sealed with it could be opened by nobody else. */
function keysIn(environment: NodeJS.ProcessEnv, home: string): Keyring {
  const files = (environment['MINQING_MASTER_KEY_FILE'] || path.join(home, 'master.key')).split(',');
  try {
    return readKeyring(files.map((file) => file.trim()));
  } catch (error) {
    throw new ImportFault(
      `The master key cannot be read (${saidBy(error)}): set MINQING_MASTER_KEY_FILE to its file.`,
      {
        cause: error,
      },
    );
  }
}

/** The database is of this version, and its latest words are sealed with a key that is at hand. */
async function mustFit({ pool, keys }: Database): Promise<void> {
  if ((await pendingMigrations(pool)).length > 0)
    throw new ImportFault(
      'The database is not up to date: run "npm start" or "npm run -s minqing -- migrate" first.',
    );
  const { rows } = await pool.query<{ key: string }>(
    'select key_id as key from words order by id desc limit 1',
  );
  if (rows[0] && !keys.keys.has(rows[0].key))
    throw new ImportFault(
      'The master key is not that of this database: set MINQING_MASTER_KEY_FILE to the right file.',
    );
}

/** Classes 28 and 3D of PostgreSQL: account or password wrong, no such database or role. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(28...|3D...|22023|42704)$/.test(String(error.code));
