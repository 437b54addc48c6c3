// Everything that touches a table: the schema, its migrations, and the few transactions that write.
// Apps come in through `openDatabase`; nobody else opens a connection.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { namedError } from './away.ts';
import { PrismaClient } from './generated/client.ts';
import type { Keyring } from './seal.ts';

/** The role that services run under: it may not change or remove what is append-only. */
export const SERVICE_ROLE = 'minqing_service';

/** One connection inside a transaction. */
export type Tx = Pick<pg.PoolClient, 'query'>;

/** Prisma for reading and simple writes, the pool for transactions in SQL; both on the same connections. */
export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  keys: Keyring;
  url: string;
  close(): Promise<void>;
};

export type Opening = { keys: Keyring; asService?: boolean; connections?: number };

/** Opens a pool on `url`. Connects when first asked; nothing is checked here. Close it with `close()`. */
export function openDatabase(url: string, { keys, asService = true, connections = 10 }: Opening): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    ...(asService ? { options: `-c role=${SERVICE_ROLE}` } : {}),
  });
  // An idle connection broke (a restart of PostgreSQL): pg has dropped it already, the next query connects anew.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, pool, keys, url, close };
}

/** Does `work` in one transaction: committed when it returns, rolled back when it throws. DatabaseAway when there is no database. */
export async function inTransaction<T>(db: Pick<Database, 'pool'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    const client = await db.pool.connect();
    return await transact(client, work);
  } catch (error) {
    throw namedError(error);
  }
}

async function transact<T>(client: pg.PoolClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  let broken = false;
  // Without a listener a connection that breaks between two queries would end the process; the next query tells.
  const broke = () => (broken = true);
  client.on('error', broke);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // If even the rollback fails the connection is gone, and PostgreSQL rolls back by itself.
    await client.query('rollback').catch(broke);
    throw error;
  } finally {
    client.off('error', broke);
    client.release(broken);
  }
}
