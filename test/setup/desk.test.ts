import { Connection } from '@temporalio/client';
import pg from 'pg';
import { createTestDatabase } from './database.ts';
import { temporalAddress } from './temporal.ts';

describe('the test desk', () => {
  it('gives each test a migrated database of its own, and takes it away', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(two.url);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    const { rowCount } = await client.query('select 1 from _prisma_migrations');
    expect(rowCount).toBeGreaterThan(0);
    await client.end();
    await Promise.all([one.drop(), two.drop()]);
    await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist');
  });

  it('gives all tests one Temporal server that is new enough to skip time', async () => {
    const connection = await Connection.connect({ address: await temporalAddress() });
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    expect(Number(serverVersion?.split('.')[1])).toBeGreaterThanOrEqual(32);
    await connection.close();
  });
});
