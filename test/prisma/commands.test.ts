import { inTransaction } from '../../prisma/client.ts';
import { findCommand, openCommand, openCommands, settle } from '../../prisma/commands.ts';
import type { NewCommand, Opened, Status } from '../../prisma/commands.ts';
import { newId } from '../../prisma/id.ts';
import { sealWords } from '../../prisma/words.ts';
import { livingTown, openAsOwner } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());

const act = (more: Partial<NewCommand> = {}): NewCommand => ({
  ...{
    key: newId(),
    subjectId: 'somebody',
    processId: newId(),
    name: 'claimTask',
    raw: { remark: '我来办' },
  },
  stored: async () => ({ remark: 'w:…' }),
  ...more,
});

const commandIn = (opened: Opened) => {
  if (opened.kind === 'conflict') throw new Error('conflict');
  return opened.command;
};

const settled = (id: string, status: Status, answer: unknown) =>
  inTransaction(town.db, (tx) => settle(tx, id, status, answer));

describe('an act', () => {
  it('is written down before anything is done, with what is kept of its body', async () => {
    const given = act();
    const command = commandIn(await openCommand(town.db, given));
    expect(command).toMatchObject({ key: given.key, name: 'claimTask', body: { remark: 'w:…' } });
    expect(await findCommand(town.db, command.id)).toEqual(command);
    const { rows } = await town.db.pool.query('select c::text as all from command c where id = $1', [
      command.id,
    ]);
    expect(rows[0]?.all).not.toContain('我来办');
  });

  it('is the same when it comes again, and gets the first answer', async () => {
    const given = act();
    const command = commandIn(await openCommand(town.db, given));
    expect(await openCommand(town.db, given)).toEqual({ kind: 'same', command });
    await settled(command.id, 'accepted', { seq: 3 });
    const again = commandIn(await openCommand(town.db, given));
    expect(again.outcome).toMatchObject({ status: 'accepted', answer: { seq: 3 } });
  });

  it.each([
    ['another body', { raw: { remark: '不办' } }],
    ['another act', { name: 'releaseTask' }],
    ['another process', { processId: newId() }],
  ])('is a conflict when its key comes with %s', async (_what, other) => {
    const given = act();
    await openCommand(town.db, given);
    expect(await openCommand(town.db, { ...given, ...other })).toEqual({ kind: 'conflict' });
  });

  it('is written once, and its words sealed once, when it comes many times at the same moment', async () => {
    const matterId = newId();
    const stored: NewCommand['stored'] = (tx) =>
      sealWords(tx, town.db.keys, { matterId, kind: 'remark', text: 'x' });
    const given = act({ stored });
    const opened = await Promise.all(Array.from({ length: 8 }, () => openCommand(town.db, given)));
    expect(opened.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(await town.db.prisma.words.count({ where: { matterId } })).toBe(1);
  });

  it('leaves nothing when its words cannot be kept', async () => {
    const given = act({ stored: () => Promise.reject(new Error('no')) });
    await expect(openCommand(town.db, given)).rejects.toThrow('no');
    expect((await openCommand(town.db, { ...given, stored: async () => null })).kind).toBe('new');
  });
});

describe('the outcome of an act', () => {
  const opened = async () => commandIn(await openCommand(town.db, act())).id;

  it('may be unknown first and final later, and stays what it was first', async () => {
    const id = await opened();
    expect((await settled(id, 'unknown', null)).status).toBe('unknown');
    expect((await settled(id, 'accepted', 1)).status).toBe('accepted');
    expect(await settled(id, 'rejected', 2)).toMatchObject({ status: 'accepted', answer: 1 });
    expect(await settled(id, 'unknown', 3)).toMatchObject({ status: 'accepted', answer: 1 });
    expect((await findCommand(town.db, id))?.outcome).toMatchObject({ status: 'accepted', answer: 1 });
  });

  it('is one, however many settle it at the same moment', async () => {
    const id = await opened();
    const statuses: Status[] = ['accepted', 'rejected', 'accepted', 'rejected', 'accepted'];
    const outcomes = await Promise.all(statuses.map((status, i) => settled(id, status, i)));
    expect(new Set(outcomes.map(({ answer }) => answer)).size).toBe(1);
  });

  it('is asked for by the sweeper until it is final', async () => {
    const [a, b, c] = [await opened(), await opened(), await opened()];
    await settled(b, 'unknown', null);
    await settled(c, 'rejected', null);
    const open = await openCommands(town.db, new Date(Date.now() + 1000), 1000);
    const ids = open.map(({ id }) => id);
    expect([ids.includes(a), ids.includes(b), ids.includes(c)]).toEqual([true, true, false]);
    expect(await openCommands(town.db, new Date(0), 1000)).toEqual([]);
  });
});

describe('what is append-only', () => {
  const tables = ['journal', 'command', 'command_outcome'];
  const changes = (table: string) => [
    `update ${table} set ${table === 'journal' ? 'type' : table === 'command' ? 'name' : 'status'} = 'x'`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ];

  it.each(tables)('refuses every change of %s to the services', async (table) => {
    for (const sql of changes(table))
      await expect(town.db.pool.query(sql)).rejects.toThrow('permission denied');
  });

  it.each(tables)(
    'refuses every change of %s to the owner as well, also in the guise of a replica',
    async (table) => {
      const owner = openAsOwner(town);
      for (const role of ['origin', 'replica'])
        for (const sql of changes(table)) {
          const asThat = inTransaction(owner, async (tx) => {
            await tx.query(`set local session_replication_role = ${role}`);
            await tx.query(sql);
          });
          await expect(asThat).rejects.toThrow('append-only');
        }
      await owner.close();
    },
  );

  it('cannot be got round by the services giving themselves rights', async () => {
    await town.db.pool.query('grant delete on journal to minqing_service'); // a warning only: there is nothing to give
    await expect(town.db.pool.query('delete from journal')).rejects.toThrow('permission denied');
    const silence = town.db.pool.query('alter table journal disable trigger append_only');
    await expect(silence).rejects.toThrow('must be owner');
  });

  it('is what the services really run under', async () => {
    const { rows } = await town.db.pool.query('select current_user as role');
    const viaPrisma = await town.db.prisma.$queryRaw`select current_user as role`;
    expect([rows, viaPrisma]).toEqual([[{ role: 'minqing_service' }], [{ role: 'minqing_service' }]]);
  });
});
