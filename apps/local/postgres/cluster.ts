import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withLog } from '../log.ts';
import type { Plan } from '../part.ts';
import { handOver, type Account } from './account.ts';
import { makeOwn } from './place.ts';
import type { Programs } from './programs.ts';
import { endStale } from './stale.ts';

/** One database cluster: its programs, its folder, the account it runs under, its address and its logs. */
export type Cluster = {
  programs: Programs;
  account: Account | undefined;
  folder: string;
  port: number;
  password: string;
  log: string;
  /** Server settings beyond the product's own, e.g. `fsync=off` for tests. */
  settings?: string[];
};

const major = '18';
const owner = 'minqing';

/** The address of a database in the cluster, for the owner of everything in it. */
export function addressOf({ port, password }: Pick<Cluster, 'port' | 'password'>, database: string): string {
  return `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** How the cluster runs as a part; makes it on disk at the first start. */
export function clusterPlan(cluster: Cluster): Plan {
  return {
    name: 'PostgreSQL',
    log: cluster.log,
    spawn: () => serve(cluster),
    isReady: () => answers(addressOf(cluster, 'postgres')),
    readyWithin: 60_000,
    stopOrder: 3,
    stopSignal: 'SIGINT', // "fast": ends the sessions, writes a checkpoint
    stopWithin: 2_500,
  };
}

async function serve(cluster: Cluster) {
  if (!existsSync(path.join(cluster.folder, 'PG_VERSION'))) initialise(cluster);
  checkVersion(cluster.folder);
  await endStale(cluster.folder);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(cluster.settings ?? []),
  ];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  return withLog(cluster.log, (log) =>
    spawn(cluster.programs.postgres, ['-D', cluster.folder, '-p', String(cluster.port), ...flags], {
      ...cluster.account,
      cwd: cluster.folder,
      env: environment(),
      detached: true, // a Ctrl-C in the terminal is the launcher's to answer
      stdio: ['ignore', log, log],
    }),
  );
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes the cluster beside its place and moves it there whole, so that a start cut short leaves nothing half made. */
function initialise(cluster: Cluster): void {
  const unfinished = `${cluster.folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  makeOwn(unfinished, cluster.account);
  const data = path.join(unfinished, 'data');
  const passwordFile = path.join(unfinished, 'password');
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  handOver(passwordFile, cluster.account);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${owner}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const made = spawnSync(cluster.programs.initdb, [`--pgdata=${data}`, ...locale, ...login], {
    ...cluster.account,
    cwd: unfinished,
    env: environment(),
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || String(made.error)}`);
  rmSync(cluster.folder, { recursive: true, force: true });
  renameSync(data, cluster.folder);
  rmSync(unfinished, { recursive: true, force: true });
}

function checkVersion(folder: string): void {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `The data in ${folder} belong to PostgreSQL ${found}; this version of Minqing needs ${major}. Move them with pg_upgrade.`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // the server may still go away under us
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false; // not yet
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database when it is not there; answers its address. `template` is copied from, when given. */
export async function ensureDatabase(admin: string, name: string, template = 'template1'): Promise<string> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount)
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`,
      );
  } finally {
    await client.end();
  }
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}
