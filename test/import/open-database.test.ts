import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { addressIn, openMinqing } from '../../apps/local/import/open-database.ts';
import { emptyHouse } from './course-of-boston.ts';
import { folder, runImport, written } from './files.ts';
import { HEADER, csv, mappingFile, row } from './hotline.ts';

describe('the database of a home', () => {
  const home = (name: string, ...inside: string[]) => {
    mkdirSync(path.join(folder, name, ...inside), { recursive: true });
    return path.join(folder, name);
  };

  it('is where its server says that it listens now', () => {
    const running = home('running', 'postgres');
    written('running/postgres.password', Buffer.from([1, 2, 255]));
    written('running/postgres/postmaster.pid', '4711\n/data\n1700000000\n54321\n\n127.0.0.1\n');
    expect(addressIn(running)).toBe('postgres://minqing:AQL_@127.0.0.1:54321/minqing');
  });

  it('may lie outside, where the home says', () => {
    const [pointing, outside] = [home('pointing'), home('outside')];
    written('pointing/postgres.password', Buffer.from([1]));
    written('pointing/postgres.path', `${outside}\n`);
    written('outside/postmaster.pid', '1\n/data\n1\n5555\n');
    expect(addressIn(pointing)).toContain(':5555/');
  });

  it('that does not run is said not to, and how to start it', async () => {
    const stopped = home('stopped', 'postgres');
    const sentence = `Minqing does not run on ${stopped}: start it there with "npm start"`;
    expect(() => addressIn(stopped)).toThrow(sentence);
    written('stopped/postgres.password', Buffer.from([1]));
    written('stopped/postgres/postmaster.pid', '1\n/data\n1\n1\n'); // left behind by a kill -9
    written('stopped/master.key', randomBytes(32));
    await expect(openMinqing({ MINQING_HOME: stopped })).rejects.toThrow(sentence);
  });
});

describe('a database that does not fit', () => {
  const call = async () => {
    const { code, said } = await runImport(
      '--mapping',
      mappingFile(),
      written('one.csv', csv(HEADER, row(1))),
    );
    return [code, said] as const;
  };

  it('because its words are sealed with another key is refused', async () => {
    const house = await emptyHouse();
    expect((await call())[0]).toBe(0);
    process.env['MINQING_MASTER_KEY_FILE'] = written('other.key', randomBytes(32));
    expect(await call()).toEqual([2, expect.stringContaining('The master key is not that of this database')]);
    process.env['MINQING_MASTER_KEY_FILE'] = path.join(folder, 'no.key');
    expect(await call()).toEqual([2, expect.stringContaining('The master key cannot be read')]);
    await house.end();
  });

  it('because it is of another version, or not there, is refused', async () => {
    const house = await emptyHouse();
    const url = new URL(house.url);
    url.pathname = '/postgres';
    process.env['DATABASE_URL'] = url.href;
    expect(await call()).toEqual([2, expect.stringContaining('The database is not up to date')]);
    url.pathname = '/nowhere';
    process.env['DATABASE_URL'] = url.href;
    expect(await call()).toEqual([2, expect.stringContaining('database "nowhere" does not exist')]);
    process.env['DATABASE_URL'] = 'postgres://a:b@127.0.0.1:1/c';
    expect(await call()).toEqual([2, expect.stringContaining('The database in DATABASE_URL')]);
    await house.end();
  });
});
