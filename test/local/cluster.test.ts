import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Part, type Watch } from '../../apps/local/part.ts';
import { freePort } from '../../apps/local/ports.ts';
import { mayReach, serverAccount } from '../../apps/local/postgres/account.ts';
import { addressOf, clusterPlan, ensureDatabase, type Cluster } from '../../apps/local/postgres/cluster.ts';
import { dataFolder } from '../../apps/local/postgres/place.ts';
import { findPrograms } from '../../apps/local/postgres/programs.ts';
import { bornAt } from '../../apps/local/born.ts';
import { waitUntil } from '../../apps/local/wait.ts';

const account = serverAccount();
const returned: string[] = [];
const watch: Watch = {
  onSpawn: () => undefined,
  onFall: () => undefined,
  onReturn: (name) => returned.push(name),
  onGiveUp: () => undefined,
};

/** A home below a folder that only its owner may enter, as /root is: the server's account must not need it. */
const place = mkdtempSync(path.join(tmpdir(), 'minqing-cluster-'));
chmodSync(place, 0o700);
const folder = dataFolder(place, account);
afterAll(() => [place, folder].forEach((one) => rmSync(one, { recursive: true, force: true })));

async function cluster(): Promise<Cluster> {
  const log = path.join(place, 'postgres.log');
  return {
    programs: findPrograms(account),
    account,
    folder,
    port: await freePort(),
    password: 'a/b c@d',
    log,
  };
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('has a data folder that its account can reach, the same at every start', () => {
    expect(mayReach(path.dirname(folder), account)).toBe(true);
    expect(dataFolder(place, account)).toBe(folder);
  });

  it('keeps what is written, through a stop, a kill and a lock file that names a stranger', async () => {
    const first = await cluster();
    const part = new Part(clusterPlan(first), watch);
    await part.start();
    const url = await ensureDatabase(addressOf(first, 'postgres'), 'minqing');
    expect(await ensureDatabase(addressOf(first, 'postgres'), 'minqing')).toBe(url);
    await ask(url, 'create table word (it text); insert into word values ($$民情$$)');
    expect(await ask(url, 'select upper(it) as it, length(it) as long from word')).toEqual([
      { it: '民情', long: 2 },
    ]);

    process.kill(part.pid!, 'SIGKILL');
    expect(await waitUntil(() => returned.length > 0, 30_000)).toBe(true);
    expect(await ask(url, 'select it from word')).toEqual([{ it: '民情' }]);
    await part.stop();

    writeFileSync(
      path.join(folder, 'postmaster.pid'),
      `${process.pid}\n${folder}\n0\n${first.port}\n\n127.0.0.1\n\n`,
    );
    const second = await cluster();
    const again = new Part(clusterPlan(second), watch);
    await again.start();
    expect(await ask(addressOf(second, 'minqing'), 'select it from word')).toEqual([{ it: '民情' }]);

    const third = await cluster(); // a launcher was killed and left its server behind
    const successor = new Part(clusterPlan(third), watch);
    const left = again.pid!;
    void again.stop();
    await successor.start();
    expect(bornAt(left)).toBeUndefined();
    expect(await ask(addressOf(third, 'minqing'), 'select it from word')).toEqual([{ it: '民情' }]);
    await successor.stop();
  });

  it('lets nobody in without the password, and nobody into its folder', async () => {
    const own = await cluster();
    const part = new Part(clusterPlan(own), watch);
    await part.start();
    await expect(ask(addressOf({ ...own, password: 'guess' }, 'postgres'), 'select 1')).rejects.toThrow(
      'password',
    );
    expect(statSync(folder).mode & 0o077).toBe(0);
    await part.stop();
  });

  it('does not open the data of another version', async () => {
    const version = path.join(folder, 'PG_VERSION');
    const right = readFileSync(version);
    writeFileSync(version, '17\n');
    await expect(new Part(clusterPlan(await cluster()), watch).start()).rejects.toThrow(
      'belong to PostgreSQL 17',
    );
    writeFileSync(version, right);
  });
});
