import pg from 'pg';
import { ensureDatabase } from '../../apps/local/postgres/cluster.ts';
import { migrate } from '../../prisma/migrate.ts';

const template = 'test_template';
const lock = 7301; // any number: one per run, held while the template is made

/** The name of the run's migrated database, made by whichever test file comes first. */
export async function migratedTemplate(admin: string): Promise<string> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const { rowCount } = await client.query(
      'select 1 from pg_database where datname = $1 and datistemplate',
      [template],
    );
    if (!rowCount) await makeTemplate(admin, client);
  } finally {
    await client.end(); // lets go of the lock
  }
  return template;
}

async function makeTemplate(admin: string, client: pg.Client): Promise<void> {
  await migrate(await ensureDatabase(admin, template));
  await client.query(`alter database ${template} is_template true`);
}
