// Writes the next migration: what changed in schema.prisma since the last one. `npm run migration -- <name>`
// The schema as the migrations leave it is kept beside them, so no database is asked and no engine downloaded.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, 'migrations');
const migrated = join(folder, 'migrated.prisma');

/** Node 20 cannot import a .wasm file: it is read and linked here. */
function linkEngine() {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = new WebAssembly.Module(readFileSync(file.replace(/\.js$/, '.wasm')));
  const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine wants a connection to know its dialect, and asks it who it is; two schemas are compared without it. */
const ok = (value) => ({ ok: true, value });
const itself = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [5, 7, 0],
  rows: [[true, 'PostgreSQL 18.0', 180000]],
};
const connection = {
  provider: 'postgres',
  adapterName: 'none',
  errorRegistry: { consumeError: () => undefined },
  getConnectionInfo: () => ok({ schemaName: 'public', supportsRelationJoins: true }),
  startTransaction: async () => ok(connection),
  queryRaw: async () => ok(itself),
  executeRaw: async () => ok(0),
  executeScript: async () => ok(undefined),
  dispose: async () => ok(undefined),
};
const connect = async () => ok(connection);
const dialect = { ...connection, connect, connectToShadowDb: connect };

const target = (content) =>
  content.includes('model ')
    ? { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }], configDir: here }
    : { tag: 'empty' };

/** The SQL that leads from one schema to another; empty when it is the same. */
async function difference(from, to) {
  linkEngine();
  const engine = await glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', to]] },
    () => undefined,
    dialect,
  );
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters,
  });
  return (stdout ?? '').replace(/^-- This is an empty migration\.\s*/, '').trim();
}

function write(name, sql, schema) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = join(folder, `${stamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'migration.sql'), `${sql}\n`);
  writeFileSync(migrated, schema);
  return directory;
}

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- <name_in_small_letters>');
  process.exit(2);
}
const schema = readFileSync(join(here, 'schema.prisma'), 'utf8');
const sql = await difference(readFileSync(migrated, { encoding: 'utf8', flag: 'a+' }), schema);
console.log(
  sql === '' ? 'Nothing changed in schema.prisma: nothing written.' : `Written: ${write(name, sql, schema)}`,
);
process.exit(0);
