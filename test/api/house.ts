import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openSession } from '../../apps/api/door/session.ts';
import { readEnvironment } from '../../apps/api/environment.ts';
import { createApi } from '../../apps/api/serve.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import type { TownIds } from '../../prisma/catalogue.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { TownPost } from '../../prisma/town.ts';
import { smallTown } from '../prisma/small-town.ts';
import { createTestDatabase } from '../setup/database.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

/** An API with the small town in a database of its own. Temporal is named but need not be there. */
export type House = {
  app: NestFastifyApplication;
  db: Database;
  url: string;
  ids: TownIds;
  /** Somebody of the town, signed in. */
  as: (account: string, headers?: Record<string, string>) => Promise<Visitor>;
  /** One more account; everybody has the same password. */
  hire: (account: string, ...posts: TownPost[]) => Promise<void>;
  close: () => Promise<void>;
};

export type Wishes = { environment?: Record<string, string>; modules?: DynamicModule[] };

/** Opens a house for one test file; `close` removes everything again. */
export async function openHouse({ environment = {}, modules = [] }: Wishes = {}): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-api-'));
  const key = path.join(folder, 'master.key');
  writeFileSync(key, randomBytes(32).toString('hex'));
  const database = await createTestDatabase();
  const variables = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    MINQING_MASTER_KEY_FILE: key,
    MINQING_LOG_LEVEL: process.env['MINQING_LOG_LEVEL'] ?? 'silent',
    MINQING_LIMIT_FACTOR: '1000',
    ...environment,
  };
  const leave = async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  const app = await createApi(readEnvironment(variables), ...modules).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const db: Database = app.get(openDatabase);
  const ids = await loadTown(db, await smallTown());
  const close = async () => {
    await app.close();
    await leave();
  };
  const as = (account: string, headers?: Record<string, string>) => enter({ app, db, ids }, account, headers);
  return {
    app,
    db,
    url: database.url,
    ids,
    as,
    hire: (account, ...posts) => hire(db, ids, account, posts),
    close,
  };
}

/** Without a password: scrypt is slow by design, and tested elsewhere. */
async function enter(
  house: Pick<House, 'app' | 'db' | 'ids'>,
  account: string,
  headers: Record<string, string> = {},
) {
  const personId = house.ids.people.get(account) ?? '';
  const { token } = await openSession(house.db, { personId, hours: 1 });
  return visitor(house.app, { authorization: `Bearer ${token}`, ...headers });
}

async function hire(db: Database, ids: TownIds, account: string, posts: readonly TownPost[]): Promise<void> {
  const { passwordHash } = await db.prisma.person.findUniqueOrThrow({ where: { account: 'resident' } });
  const { people } = await loadTown(db, {
    people: [{ account, name: account, nameEn: account, passwordHash, posts }],
  });
  ids.people.set(account, people.get(account) ?? '');
}
