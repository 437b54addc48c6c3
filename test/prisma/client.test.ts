import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseAway, isAway } from '../../prisma/away.ts';
import { inTransaction, openDatabase } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import { livingTown, openAsOwner } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());

/** Ends every connection of the services to this database, as a restart of PostgreSQL does. */
async function cutAll() {
  const owner = openAsOwner(town);
  await owner.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await owner.close();
}

describe('a transaction', () => {
  it('is taken back when its work fails', async () => {
    const scope = newId();
    const work = inTransaction(town.db, async (tx) => {
      await tx.query('insert into counter (scope, last) values ($1, 1)', [scope]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await town.db.prisma.counter.count({ where: { scope } })).toBe(0);
  });

  it.each([
    ['between two queries', (wait: () => Promise<unknown>) => wait()],
    ['during a query', () => Promise.resolve()],
  ])('is away when its connection breaks %s, and the next one works', async (_when, pause) => {
    const work = inTransaction(town.db, async (tx) => {
      await tx.query('select 1');
      const cut = cutAll();
      await pause(() => cut.then(() => sleep(50)));
      await tx.query('select pg_sleep(5)');
      await cut;
    });
    await expect(work).rejects.toThrow(DatabaseAway);
    await expect(inTransaction(town.db, (tx) => tx.query('select 1'))).resolves.toMatchObject({
      rowCount: 1,
    });
    expect(await town.db.prisma.person.count()).toBeGreaterThan(0);
  });
});

describe('a database that is away', () => {
  it('is told apart from everything else, whichever way it was asked', async () => {
    const gone = openDatabase('postgres://minqing@127.0.0.1:1/none', { keys: town.db.keys });
    const errors = await Promise.all(
      [
        gone.pool.query('select 1'),
        gone.prisma.person.count(),
        inTransaction(gone, (tx) => tx.query('select 1')),
      ].map((asked) =>
        asked.then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    expect(errors.map(isAway)).toEqual([true, true, true]);
    await gone.close();
  });

  it.each([
    ['a wrong statement', () => town.db.pool.query('select nothing')],
    [
      'a row that is there already',
      () => town.db.pool.query(`insert into counter values ('a', 1), ('a', 1)`),
    ],
    ['a wrong question', () => town.db.prisma.$queryRawUnsafe('select nothing')],
  ])('is not %s', async (_what, ask) => {
    const error: unknown = await ask().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect([error === undefined, isAway(error)]).toEqual([false, false]);
  });
});
