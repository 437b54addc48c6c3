import { DatabaseAway } from '../../prisma/away.ts';
import { openDatabase } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import type { NewIntake } from '../../prisma/intake-row.ts';
import { KnownExternal, StartPayload, UnknownPlace } from '../../prisma/intake-row.ts';
import { takeIn } from '../../prisma/intake.ts';
import { take } from '../../prisma/outbox.ts';
import { isCodeOf } from '../../prisma/receipt.ts';
import { openWords } from '../../prisma/words.ts';
import { ESTATE, livingTown } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());

function report(more: Partial<NewIntake> = {}): NewIntake {
  const { key = newId(), text = '电梯坏了三天，老人下不了楼。' } = more;
  return {
    ...{
      key,
      subjectId: town.person('resident'),
      raw: { text },
      process: 'six-step',
      way: 'resident',
      channel: 'web',
    },
    ...{
      answerBy: 'web',
      kind: 'housing.lift',
      placeId: town.place(ESTATE),
      text,
      contact: '张三 13900000001',
    },
    ...{ reporterId: town.person('resident'), receivedAt: new Date('2025-03-04T16:30:00Z') },
    ...more,
  };
}

async function receiptOf(intake: NewIntake) {
  const taken = await takeIn(town.db, intake);
  if (taken.kind === 'conflict') throw new Error('conflict');
  return taken.receipt;
}

describe('taking a matter in', () => {
  it('gives a receipt of the subdistrict and the local day, and a code', async () => {
    const { receipt, code } = await receiptOf(report());
    expect(receipt).toMatch(/^150602001-250305-\d{5}$/);
    expect(code).toMatch(/^\d{6}$/);
  });

  it('keeps what was said sealed, and nothing of it elsewhere', async () => {
    const { id } = await receiptOf(report());
    const { rows } = await town.db.pool.query(
      `select words_id, contact_id, i::text || c::text || o::text || coalesce(x::text, '') as all
       from intake i join command c on c.process_id = i.id join outbox o on o.process_id = i.id
       join command_outcome x on x.command_id = c.id where i.id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    for (const secret of ['电梯', '张三', '13900000001']) expect(rows[0]?.all).not.toContain(secret);
    const references = await town.db.prisma.words.findMany({ where: { matterId: id } });
    const opened = await openWords(
      town.db,
      references.map((row) => `w:${row.id}:${row.hash}`),
    );
    expect([...opened.values()]).toContain('张三 13900000001');
  });

  it('knows the code by a fingerprint only', async () => {
    const { id, receipt, code } = await receiptOf(report());
    const { codeHash } = await town.db.prisma.intake.findUniqueOrThrow({ where: { id } });
    expect(codeHash).not.toContain(code);
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = [code, wrong].map((one) => isCodeOf(town.db.keys, receipt, one, codeHash));
    expect(tries).toEqual([true, false]);
  });

  it('files one errand to start the process, with codes, ids and references only', async () => {
    const happenedAt = new Date('2025-03-01T00:00:00Z');
    const { id } = await receiptOf(report({ happenedAt, facts: { carried: null } }));
    const errands = await town.db.prisma.outbox.findMany({ where: { processId: id } });
    expect(errands).toHaveLength(1);
    const { process, place, receivedAt, facts } = StartPayload.parse(errands[0]?.payload);
    expect({ process, place, receivedAt }).toEqual({
      process: 'six-step',
      place: ESTATE,
      receivedAt: '2025-03-04T16:30:00.000Z',
    });
    expect(facts).toMatchObject({
      ...{ kind: 'housing.lift', way: 'resident', tier: 'community', isComplaint: false, carried: null },
      ...{ reporters: [{ matter: id, answerBy: 'web' }], happenedAt: '2025-03-01T00:00:00.000Z' },
    });
  });

  it('says so where the kind is a complaint', async () => {
    const { id } = await receiptOf(report({ kind: 'conduct.official' }));
    const errand = await town.db.prisma.outbox.findFirstOrThrow({ where: { processId: id } });
    expect(StartPayload.parse(errand.payload).facts.isComplaint).toBe(true);
  });

  it('answers a repetition with the same receipt and code, and writes nothing more', async () => {
    const intake = report();
    const first = await receiptOf(intake);
    expect(await takeIn(town.db, intake)).toEqual({ kind: 'same', receipt: first });
    expect(await town.db.prisma.words.count({ where: { matterId: first.id } })).toBe(3);
  });

  it('takes the same report once, however often it comes at the same moment', async () => {
    const intake = report();
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeIn(town.db, intake)));
    expect(answers.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(new Set(answers.map((answer) => (answer.kind === 'conflict' ? '' : answer.receipt.id))).size).toBe(
      1,
    );
  });

  it('refuses the same key with another body, but not from another person', async () => {
    const intake = report();
    await takeIn(town.db, intake);
    expect(await takeIn(town.db, { ...intake, raw: { text: 'something else' } })).toEqual({
      kind: 'conflict',
    });
    expect((await takeIn(town.db, { ...intake, subjectId: town.person('grid') })).kind).toBe('new');
  });

  it('gives every matter a receipt of its own under load', async () => {
    const receipts = await Promise.all(Array.from({ length: 40 }, () => receiptOf(report())));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(40);
  });

  it('takes a row of another system once', async () => {
    await takeIn(town.db, report({ external: '12345/77' }));
    await expect(takeIn(town.db, report({ external: '12345/77' }))).rejects.toThrow(KnownExternal);
    expect(await town.db.prisma.intake.count({ where: { external: '12345/77' } })).toBe(1);
  });

  it('refuses a place that is not in the grid tree and leaves nothing behind', async () => {
    const intake = report({ placeId: newId() });
    await expect(takeIn(town.db, intake)).rejects.toThrow(UnknownPlace);
    expect(await town.db.prisma.command.count({ where: { key: intake.key } })).toBe(0);
  });

  it('makes the photos its own that the same person handed in before', async () => {
    const [own, strange] = await Promise.all([town.person('resident'), town.person('grid')].map(photo));
    const { id } = await receiptOf(report({ attachmentIds: [own ?? '', strange ?? ''] }));
    const rows = await town.db.prisma.attachment.findMany({ where: { matterId: id } });
    expect(rows.map((row) => row.id)).toEqual([own]);
  });

  it('needs no final outcome any more: nothing waits for a sweeper', async () => {
    const { id } = await receiptOf(report());
    const command = await town.db.prisma.command.findFirstOrThrow({ where: { processId: id } });
    expect(await town.db.prisma.commandOpen.count({ where: { commandId: command.id } })).toBe(0);
  });

  it('is away when the database is, and nothing else', async () => {
    const gone = openDatabase('postgres://minqing@127.0.0.1:1/none', { keys: town.db.keys });
    await expect(takeIn(gone, report())).rejects.toThrow(DatabaseAway);
    await gone.close();
  });
});

async function photo(authorId: string): Promise<string> {
  const bytes = Buffer.from('x');
  const sealed = {
    keyId: 'k',
    nonce: bytes,
    sealed: bytes,
    sha256: '',
    mime: 'image/jpeg',
    purpose: 'report',
    bytes: 1,
  };
  return (await town.db.prisma.attachment.create({ data: { id: newId(), authorId, ...sealed } })).id;
}

describe('the outbox', () => {
  it('hands every errand to one taker at a time, and again when its lease is over', async () => {
    await town.db.pool.query(`update outbox set done_at = now()`);
    await Promise.all(Array.from({ length: 10 }, () => receiptOf(report())));
    const taken = await Promise.all(Array.from({ length: 4 }, () => take(town.db, 'start', 4)));
    const ids = taken.flat().map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    expect(await take(town.db, 'start', 4)).toEqual([]);
    await town.db.pool.query(`update outbox set due_at = now() where done_at is null`);
    expect((await take(town.db, 'start', 100)).map(({ attempts }) => attempts)).toEqual(Array(10).fill(2));
  });
});
