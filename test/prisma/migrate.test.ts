import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DatabaseAway } from '../../prisma/away.ts';
import { openDatabase } from '../../prisma/client.ts';
import { WrongMigration, migrate, pendingMigrations } from '../../prisma/migrate.ts';
import { keyringOf } from '../../prisma/seal.ts';
import { askDesk } from '../setup/ask-desk.ts';

const keys = keyringOf([Buffer.alloc(32, 7)]);
const dropped: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(dropped.map((drop) => drop())));

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await askDesk('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await asAdmin((client) => client.query(`create database ${name}`));
  dropped.push(() => asAdmin((client) => client.query(`drop database if exists ${name} with (force)`)));
  const url = new URL(await askDesk('postgres'));
  url.pathname = `/${name}`;
  return url.href;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('bringing a database up to date', () => {
  it('applies every migration once, in order, and leaves the rows that `prisma migrate` would', async () => {
    const url = await emptyDatabase();
    const applied = await migrate(url);
    expect(applied.map((name) => name.replace(/^\d+_/, '')).slice(0, 2)).toEqual(['init', 'guards']);
    expect(await migrate(url)).toEqual([]);
    const { rows } = await query(
      url,
      'select migration_name, length(checksum) as digits, finished_at from _prisma_migrations',
    );
    expect(rows.map((row) => row.migration_name)).toEqual(applied);
    expect(rows.every((row) => row.digits === 64 && row.finished_at instanceof Date)).toBe(true);
  });

  it('lets several starters collide on one database, and on several of one cluster', async () => {
    const urls = [await emptyDatabase(), await emptyDatabase(), await emptyDatabase()];
    const results = await Promise.all([...urls, ...urls].map((url) => migrate(url)));
    expect(results.filter((applied) => applied.length > 0)).toHaveLength(urls.length);
    const roles = await query(urls[0] ?? '', `select 1 from pg_roles where rolname = 'minqing_service'`);
    expect(roles.rowCount).toBe(1);
  });

  it('is pending as long as something is missing', async () => {
    const url = await emptyDatabase();
    const db = openDatabase(url, { keys, asService: false });
    const before = await pendingMigrations(db.pool);
    expect(before).toEqual(await migrate(url));
    expect(await pendingMigrations(db.pool)).toEqual([]);
    await db.close();
  });

  describe('with other migrations than the database has had', () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'migrations-'));
      await cp('prisma/migrations', folder, { recursive: true });
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('refuses one that was changed after it was applied', async () => {
      const url = await emptyDatabase();
      const [first = ''] = await migrate(url, folder);
      await writeFile(join(folder, first, 'migration.sql'), '-- something else');
      await expect(migrate(url, folder)).rejects.toThrow(WrongMigration);
    });

    it('refuses one that it does not know, because it is older than the database', async () => {
      const url = await emptyDatabase();
      const [first = ''] = await migrate(url, folder);
      await rm(join(folder, first), { recursive: true });
      await expect(migrate(url, folder)).rejects.toThrow(first);
    });

    it('leaves nothing of one that fails, and goes on when it is mended', async () => {
      const url = await emptyDatabase();
      const names = await migrate(url, folder);
      const next = join(folder, '29990101000000_broken');
      await cp(join(folder, names[0] ?? ''), next, { recursive: true });
      await writeFile(join(next, 'migration.sql'), 'create table half (id int); select 1 / 0;');
      await expect(migrate(url, folder)).rejects.toThrow('29990101000000_broken');
      expect((await query(url, `select to_regclass('half') as half`)).rows).toEqual([{ half: null }]);
      await writeFile(join(next, 'migration.sql'), 'create table whole (id int);');
      expect(await migrate(url, folder)).toEqual(['29990101000000_broken']);
    });
  });

  it('says that a database is away instead of waiting for ever', async () => {
    await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(DatabaseAway);
  });

  it('has a migration for everything in the schema', async () => {
    const [schema, migrated] = await Promise.all(
      ['prisma/schema.prisma', 'prisma/migrations/migrated.prisma'].map((file) => readFile(file, 'utf8')),
    );
    expect(schema).toBe(migrated);
  });

  it('gives every table of the schema the columns that the client asks for', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const db = openDatabase(url, { keys });
    const { prisma } = db;
    const tables = [
      prisma.place,
      prisma.unit,
      prisma.person,
      prisma.post,
      prisma.absence,
      prisma.session,
      prisma.words,
    ];
    const more = [
      prisma.attachment,
      prisma.intake,
      prisma.kind,
      prisma.command,
      prisma.commandOpen,
      prisma.commandOutcome,
    ];
    const course = [
      prisma.journal,
      prisma.process,
      prisma.matter,
      prisma.task,
      prisma.clock,
      prisma.card,
      prisma.taskRoute,
    ];
    const rest = [
      prisma.counter,
      prisma.outbox,
      prisma.notice,
      prisma.archive,
      prisma.policyVersion,
      prisma.calendarVersion,
    ];
    const all: { count(): Promise<number>; findMany(): Promise<unknown[]> }[] = [
      ...[...tables, ...more, ...course, ...rest].map((table) => Object(table)),
    ];
    for (const table of all) expect(await table.findMany()).toEqual([]);
    await db.close();
  });
});
