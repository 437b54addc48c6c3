import fc from 'fast-check';
import pg from 'pg';
import { openCommand, openCommands } from '../../prisma/commands.ts';
import { newId } from '../../prisma/id.ts';
import { takeIn } from '../../prisma/intake.ts';
import { historyOf } from '../../prisma/journal.ts';
import { READ_MODEL } from '../../prisma/project/read-model.ts';
import { rebuild } from '../../prisma/rebuild.ts';
import { RecordConflict, RecordGap, record } from '../../prisma/record.ts';
import type { Entry } from '../../workflows/process/event.ts';
import { begun } from '../../workflows/process/follow.ts';
import { enterBegunMatter } from '../../prisma/begun-matter.ts';
import { inTransaction } from '../../prisma/client.ts';
import { openWords, sealWords } from '../../prisma/words.ts';
import { letter, registered, wholeCourse } from './course.ts';
import { ESTATE, livingTown, openAsOwner } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());

/** All rows of one process, with its own id and what differs by the moment of recording taken out. */
async function rowsOf(id: string): Promise<Record<string, string[]>> {
  const from = async (table: string, key = 'process_id') => {
    const left = `- 'recorded_at' - 'created_at' - 'delivered_at' - 'due_at_real' - 'number' - 'numbers' - 'assigned'`;
    const { rows } = await town.db.pool.query<{ row: string }>(
      `select (to_jsonb(t) ${left})::text as row from ${table} t where ${key}::text = $1 order by 1`,
      [id],
    );
    return rows.map(({ row }) =>
      row.replaceAll(id, 'ID').replace(/"failed_at": "[^"]*"/, '"failed_at": "…"'),
    );
  };
  const keyOf = (table: string) => (['process', 'matter'].includes(table) ? 'id' : 'process_id');
  const names = [...READ_MODEL, 'journal'];
  const tables = await Promise.all(
    names.map(async (table) => [table, await from(table, keyOf(table))] as const),
  );
  const { rows: notices } = await town.db.pool.query(
    `select string_agg(id || ' ' || coalesce(for_id::text, ''), ';' order by id) as all from notice where process_id = $1`,
    [id],
  );
  const { rows: errands } = await town.db.pool.query(
    `select string_agg(id, ';' order by id) as all from outbox where process_id = $1`,
    [id],
  );
  const [told, filed] = [notices[0]?.all ?? '', errands[0]?.all ?? ''].map((all) =>
    String(all).replaceAll(id, 'ID'),
  );
  return { ...Object.fromEntries(tables), told: [told ?? ''], filed: [filed ?? ''] };
}

/** The same course under another id. */
const renamed = (entries: readonly Entry[], from: string, to: string): Entry[] =>
  JSON.parse(JSON.stringify(entries).replaceAll(from, to));

describe('recording', () => {
  const model = newId();
  let course: Entry[] = [];
  let expected: Record<string, string[]> = {};
  beforeAll(async () => {
    course = wholeCourse(town, model);
    await record(town.db, model, course);
    expected = await rowsOf(model);
  });

  it('writes a whole course: journal, read model, notices and errands', async () => {
    expect(expected.journal).toHaveLength(course.length);
    expect([expected.process, expected.matter].map((rows) => rows?.length)).toEqual([1, 1]);
    expect(await town.db.prisma.matter.findUnique({ where: { id: model } })).toMatchObject({
      ...{
        status: 'closed',
        ending: 'closed',
        step: 'assess',
        colour: 'yellow',
        score: 88,
        rating: 'basically',
      },
      ...{ leadUnitId: town.unit('housing'), placePath: ESTATE, responsibleId: town.person('housing') },
    });
    expect(await town.db.prisma.task.count({ where: { processId: model, status: 'open' } })).toBe(0);
    expect(await town.db.prisma.card.count({ where: { processId: model } })).toBeGreaterThan(1);
    expect(await town.db.prisma.card.count({ where: { processId: model, clearedAt: null } })).toBe(0);
    expect(expected.filed?.[0]).toContain('archive:ID;message:ID:');
  });

  it('gives back the entries as they were', async () => {
    const history = await historyOf(town.db, model);
    const plain = history.map(({ recordedAt, ...entry }) => (expect(recordedAt).toBeInstanceOf(Date), entry));
    expect(plain).toEqual(JSON.parse(JSON.stringify(course)));
  });

  it('comes to the same rows however the entries are split, repeated and overlapped', async () => {
    const cuts = fc.array(fc.tuple(fc.nat(course.length), fc.nat(course.length)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (pieces) => {
        const id = newId();
        const entries = renamed(course, model, id);
        let known = 0;
        for (const [a, b] of [...pieces, [0, entries.length]] as const) {
          const [from, until] = [Math.min(a, b, known), Math.max(a, b)];
          known = Math.max(known, (await record(town.db, id, entries.slice(from, until))).seq);
        }
        expect(await rowsOf(id)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('comes to the same rows when many record the same at the same moment', async () => {
    const id = newId();
    const entries = renamed(course, model, id);
    const lengths = [entries.length, 1, 9, 30, entries.length, 17, 3, entries.length];
    const recorded = await Promise.all(
      lengths.map((length) => record(town.db, id, entries.slice(0, length))),
    );
    expect(Math.max(...recorded.map(({ seq }) => seq))).toBe(entries.length);
    expect(await rowsOf(id)).toEqual(expected);
  });

  it('refuses a gap and an entry that says something else, and writes nothing of what came with them', async () => {
    const id = newId();
    const entries = renamed(course, model, id);
    await expect(record(town.db, id, entries.slice(1, 3))).rejects.toThrow(RecordGap);
    await record(town.db, id, entries.slice(0, 5));
    await expect(record(town.db, id, entries.slice(6))).rejects.toThrow(RecordGap);
    await expect(record(town.db, id, [...entries.slice(4, 6), ...entries.slice(7, 9)])).rejects.toThrow(
      RecordGap,
    );
    const [other = entries[0]] = entries.slice(3, 4).map((entry) => ({ ...entry, waitedMs: 1 }));
    await expect(
      record(
        town.db,
        id,
        [other ?? entries[0], ...entries.slice(4, 9)].flatMap((e) => e ?? []),
      ),
    ).rejects.toThrow(RecordConflict);
    expect(await record(town.db, id, [])).toMatchObject({ seq: 5 });
  });

  it('settles the command in the same transaction, also when all entries are there already', async () => {
    const id = newId();
    const entries = renamed(course, model, id);
    const act = {
      key: newId(),
      subjectId: 'x',
      processId: id,
      name: 'claimTask',
      raw: {},
      stored: async () => ({}),
    };
    const opened = await openCommand(town.db, act);
    if (opened.kind !== 'new') throw new Error(opened.kind);
    const settlement = { commandId: opened.command.id, status: 'accepted', answer: { seq: 4 } } as const;
    await expect(record(town.db, id, entries.slice(2, 4), settlement)).rejects.toThrow(RecordGap);
    expect((await openCommands(town.db, new Date(Date.now() + 1000), 100)).map((one) => one.id)).toContain(
      opened.command.id,
    );
    await record(town.db, id, entries.slice(0, 4));
    await record(town.db, id, entries.slice(0, 4), settlement);
    expect(await openCommand(town.db, act)).toMatchObject({
      kind: 'same',
      command: { outcome: { status: 'accepted' } },
    });
  });

  it('tells whoever listens, in ids only, once it is committed', async () => {
    const client = new pg.Client({ connectionString: town.url });
    await client.connect();
    await client.query('listen minqing');
    const heard = new Promise<string>((resolve) =>
      client.on('notification', ({ payload }) => resolve(payload ?? '')),
    );
    const id = newId();
    await record(town.db, id, renamed(course, model, id).slice(0, 3));
    expect(JSON.parse(await heard)).toEqual({ process: id, matter: id, tasks: [`${id}.t1`], people: [] });
    await client.end();
  });

  it('cannot be left half done: an error anywhere takes everything back', async () => {
    const owner = openAsOwner(town);
    await owner.pool.query(`alter table clock add constraint never check (id not like '%.c3') not valid`);
    const id = newId();
    await expect(record(town.db, id, renamed(course, model, id))).rejects.toThrow('never');
    await owner.pool.query('alter table clock drop constraint never');
    await owner.close();
    expect(await record(town.db, id, [])).toEqual({ seq: 0, state: undefined, number: null });
  });

  it('can be made again from the journal, row for row', async () => {
    const all = async () => {
      const tables = READ_MODEL.map((table) =>
        town.db.pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t order by 1`),
      );
      return (await Promise.all(tables)).map(({ rows }) => rows.map(({ row }) => row));
    };
    const before = await all();
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    const processes = await town.db.prisma.process.count();
    expect(await rebuild(town.db)).toBe(processes);
    expect(await all()).toEqual(before);
  });
});

describe('the ledger number', () => {
  const numbersIn = (scope: string) =>
    town.db.prisma.matter.findMany({
      where: { number: { startsWith: scope } },
      orderBy: { number: 'asc' },
      select: { number: true },
    });

  it('has no gap and no double after 50 recordings at once, some of which were taken back', async () => {
    const scope = '1506020012025-';
    const before = (await numbersIn(scope)).length;
    const courses = Array.from({ length: 50 }, () => newId()).map(
      (id) => [id, registered(town, id).entries()] as const,
    );
    const owner = openAsOwner(town);
    await owner.pool.query(`create function now_and_then() returns trigger language plpgsql as $$ begin
      if random() < 0.3 then raise exception 'taken back'; end if; return new; end $$`);
    await owner.pool.query(
      'create trigger now_and_then before insert on clock for each row execute function now_and_then()',
    );
    const first = await Promise.allSettled(courses.map(([id, entries]) => record(town.db, id, entries)));
    await owner.pool.query('drop trigger now_and_then on clock; drop function now_and_then()');
    await owner.close();
    expect(first.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const again = await Promise.all(courses.map(([id, entries]) => record(town.db, id, entries)));
    const numbers = (await numbersIn(scope)).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_number, i) => `${scope}${String(i + 1).padStart(6, '0')}`));
    expect(numbers).toHaveLength(before + 50);
    expect(new Set(again.map(({ number }) => number)).size).toBe(50);
  });

  it('is given by the local year and kept in the journal', async () => {
    const id = newId();
    const entries = registered(town, id).entries();
    const eve = entries.map((entry) => ({ ...entry, at: '2025-12-31T16:00:00.000Z' }));
    expect((await record(town.db, id, eve)).number).toBe('1506020012026-000001');
    const row = await town.db.prisma.journal.findFirstOrThrow({
      where: { processId: id, type: 'noted', assigned: { not: 'null' } },
    });
    expect(row.assigned).toEqual({ number: '1506020012026-000001' });
  });

  it('is given once, and not before step 2 is recorded', async () => {
    const id = newId();
    const entries = registered(town, id).entries();
    const at = entries.findIndex(({ event }) => event.type === 'noted' && event.what === 'registered');
    expect((await record(town.db, id, entries.slice(0, at))).number).toBeNull();
    const { number } = await record(town.db, id, entries.slice(at, at + 1));
    expect((await record(town.db, id, entries)).number).toBe(number);
  });
});

describe('the number of a letter', () => {
  const lettersOf = async (id: string) => {
    const { rows } = await town.db.pool.query<{ number: string }>(
      'select number from item where process_id = $1 order by id',
      [id],
    );
    return rows.map(({ number }) => number);
  };

  it('has no gap and no double in its office and year, however many are written at once', async () => {
    const before = (await lettersIn('督〔2025〕')).length;
    const courses = Array.from({ length: 20 }, () => newId()).map((id) => {
      const player = registered(town, id);
      player.happen(letter(player.scene().state, town));
      player.happen(letter(player.scene().state, town));
      return [id, player.entries()] as const;
    });
    await Promise.all(courses.map(([id, entries]) => record(town.db, id, entries)));
    const numbers = (await Promise.all(courses.map(([id]) => lettersOf(id)))).flat();
    const expected = numbers.map((_number, i) => `督〔2025〕${before + 1 + i}号`);
    expect(numbers.toSorted()).toEqual(expected.toSorted());
  });

  it('is kept in the journal, and stays what it was when the read model is made again', async () => {
    const id = newId();
    const player = registered(town, id);
    player.happen(letter(player.scene().state, town));
    await record(town.db, id, player.entries());
    const [number] = await lettersOf(id);
    const row = await town.db.prisma.journal.findFirstOrThrow({
      where: { processId: id, type: 'itemAdded' },
    });
    expect(row.assigned).toEqual({ number });
    await rebuild(town.db);
    expect(await lettersOf(id)).toEqual([number]);
  });

  async function lettersIn(scope: string) {
    const { rows } = await town.db.pool.query('select 1 from item where number like $1', [`${scope}%`]);
    return rows;
  }
});

describe('a process that is begun by another', () => {
  it('is filed to be started, once, with what it begins with', async () => {
    const id = newId();
    const player = registered(town, id);
    const wish = { place: ESTATE, facts: { kind: 'housing.lift' }, item: 'i1' };
    const began = begun(player.scene(), 'six-step', wish);
    player.happen(letter(player.scene().state, town), began);
    await record(town.db, id, player.entries());
    await record(town.db, id, player.entries());
    const errands = await town.db.prisma.outbox.findMany({ where: { processId: began.id } });
    expect(errands).toMatchObject([
      {
        ...{ id: `start:${began.id}`, lane: 'start' },
        payload: {
          process: 'six-step',
          place: ESTATE,
          facts: { kind: 'housing.lift', parent: { process: id, item: 'i1' } },
        },
      },
    ]);
  });

  it('passes the front door where it is a matter: a receipt, its words, a reporter, however often it is tried', async () => {
    const id = newId();
    const said = await inTransaction(town.db, (tx) =>
      sealWords(tx, town.db.keys, { matterId: id, kind: 'said', text: 'The lift stands still.' }),
    );
    const facts = {
      kind: 'housing.lift',
      words: said,
      answerBy: 'phone',
      person: town.person('resident'),
      parent: {},
    };
    const payload = { process: 'six-step', place: ESTATE, receivedAt: '2025-03-03T01:00:00.000Z', facts };
    const [one, two] = [
      await enterBegunMatter(town.db, id, payload),
      await enterBegunMatter(town.db, id, payload),
    ];
    expect(two).toEqual(one);
    expect(one.facts).toMatchObject({ reporters: [{ matter: id, answerBy: 'phone' }], tier: 'community' });
    const intake = await town.db.prisma.intake.findUniqueOrThrow({ where: { id } });
    expect(intake).toMatchObject({ kind: 'housing.lift', reporterId: town.person('resident') });
    expect((await openWords(town.db, [said])).get(said)).toBe('The lift stands still.');
  });
});

describe('the reporter', () => {
  it.each([
    ['web', { delivered: true, failure: null, errand: false }],
    ['email', { delivered: false, failure: null, errand: true }],
    ['phone', { delivered: false, failure: 'notByItself', errand: false }],
  ])('who wants to be answered by %s is told that way', async (answerBy, { delivered, failure, errand }) => {
    const taken = await takeIn(town.db, {
      ...{
        key: newId(),
        subjectId: 'x',
        raw: {},
        process: 'six-step',
        way: 'resident',
        channel: 'web',
        answerBy,
      },
      ...{
        kind: 'housing.lift',
        placeId: town.place(ESTATE),
        text: 'words',
        reporterId: town.person('resident'),
      },
    });
    if (taken.kind === 'conflict') throw new Error('conflict');
    const { id } = taken.receipt;
    await record(town.db, id, registered(town, id).entries());
    const [notice] = await town.db.prisma.notice.findMany({
      where: { processId: id, template: 'told.registered' },
    });
    expect(notice).toMatchObject({
      channel: answerBy,
      personId: town.person('resident'),
      failure,
      facts: { matter: id },
    });
    expect(notice?.deliveredAt !== null).toBe(delivered);
    const errands = await town.db.prisma.outbox.count({ where: { id: `notice:${notice?.id}` } });
    expect(errands === 1).toBe(errand);
  });
});
