import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { namedError } from './away.ts';
import { newId } from './id.ts';

/** A migration of this program: a folder of prisma/migrations. */
type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/** The database's migrations are not those of this program; nothing was changed. */
export class WrongMigration extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongMigration';
  }
}

/** The lock that `prisma migrate` takes as well, so that two starters never collide, whichever way they migrate. */
const LOCK = 72707369;

/** Where the migrations lie: services run in the project's folder, compiled or not. */
const FOLDER = join('prisma', 'migrations');

/**
 * Brings the database up to date and returns the names of what was applied now. Each migration is one transaction with
 * its row in Prisma's own table, so `prisma migrate deploy` stays interchangeable. Throws WrongMigration when a
 * migration was changed after it was applied or is unknown here, DatabaseAway, or what PostgreSQL says.
 */
export async function migrate(databaseUrl: string, folder = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // Without a listener a connection that breaks between two queries would end the process; the next query tells.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, folder);
  } catch (error) {
    throw namedError(error);
  } finally {
    await client.end();
  }
}

/** Names of the migrations of this program that the database has not had. Throws like `migrate`. */
export async function pendingMigrations(
  sql: Pick<pg.ClientBase, 'query'>,
  folder = FOLDER,
): Promise<string[]> {
  return missing(readMigrations(folder), await appliedIn(sql)).map(({ name }) => name);
}

async function applyMissing(client: pg.Client, folder: string): Promise<string[]> {
  const todo = missing(readMigrations(folder), await appliedIn(client));
  if (todo.length > 0) await client.query(OWN_TABLE);
  for (const migration of todo) await apply(client, migration);
  return todo.map(({ name }) => name);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [newId(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the connection is gone: PostgreSQL rolls back by itself
    throw new Error(`Migration ${name} failed and left nothing behind.`, { cause: error });
  }
}

async function appliedIn(sql: Pick<pg.ClientBase, 'query'>): Promise<Applied[]> {
  const table = await sql.query(`select to_regclass('_prisma_migrations') is not null as there`);
  if (!table.rows[0]?.there) return [];
  const { rows } = await sql.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

function missing(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const row of applied) mustMatch(row, byName.get(row.migration_name));
  const done = new Set(applied.map((row) => row.migration_name));
  return known.filter(({ name }) => !done.has(name));
}

function mustMatch(
  { migration_name: name, checksum, finished_at }: Applied,
  known: Migration | undefined,
): void {
  if (!known)
    throw new WrongMigration(`The database has migration ${name}, which this version does not know.`);
  if (!finished_at)
    throw new WrongMigration(`Migration ${name} was begun and not finished; see _prisma_migrations.`);
  if (known.checksum !== checksum)
    throw new WrongMigration(`Migration ${name} was changed after it was applied.`);
}

function readMigrations(folder: string): Migration[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => readMigration(folder, name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readMigration(folder: string, name: string): Migration {
  const content = readFileSync(join(folder, name, 'migration.sql'));
  return {
    name,
    sql: content.toString('utf8'),
    checksum: createHash('sha256').update(content).digest('hex'),
  };
}

const OWN_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;
