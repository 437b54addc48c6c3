import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { askDesk } from './ask-desk.ts';
import { migratedTemplate } from './template.ts';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A database of this test's own, migrated, on the run's cluster. `drop` ends every session on it and removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = await askDesk('postgres');
  const template = await migratedTemplate(admin);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await command(admin, `create database ${name} template ${template}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => command(admin, `drop database if exists ${name} with (force)`) };
}

async function command(admin: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
