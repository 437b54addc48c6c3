import { randomBytes } from 'node:crypto';
import { loadPolicy } from '../../../policies/load.ts';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { demoAccounts } from '../../../prisma/demo/accounts.ts';
import { readDemo } from '../../../prisma/demo/read.ts';
import { demoReports } from '../../../prisma/demo/reports.ts';
import { seedDistrict } from '../../../prisma/demo/seed.ts';
import { StartPayload } from '../../../prisma/intake-row.ts';
import { takeIn } from '../../../prisma/intake.ts';
import { isPassword } from '../../../prisma/password.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import { keyringOf } from '../../../prisma/seal.ts';
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import { createTestDatabase } from '../../setup/database.ts';

const now = new Date('2026-11-20T02:00:00Z');
const demo = await readDemo();
const accounts = demoAccounts(demo);
let db: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  db = openDatabase(database.url, { keys: keyringOf([randomBytes(32)]) });
});
afterAll(async () => {
  await db.close();
  await drop();
});

describe('the demo district', () => {
  it('has an account with a password of its own for everybody, of every role', () => {
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(demo.people.length);
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(10);
  });

  it('stands in the database, and a seed that was interrupted goes on with the same passwords', async () => {
    const first = await seedDistrict(db, demo, accounts, now);
    expect(await seedDistrict(db, demo, demoAccounts(demo), now)).toEqual(first);
    const counts = [
      await db.prisma.place.count(),
      await db.prisma.unit.count(),
      await db.prisma.person.count(),
    ];
    expect(counts).toEqual([demo.places.length, demo.units.length, demo.people.length]);
    expect(await db.prisma.absence.count()).toBe(demo.absences.length);
    expect(await db.prisma.membership.count()).toBe(demo.memberships.length);
    const [one] = accounts;
    const { passwordHash } = await db.prisma.person.findUniqueOrThrow({
      where: { account: one?.account ?? '' },
    });
    expect(await isPassword(one?.password ?? '', passwordHash)).toBe(true);
  });

  it('has a policy in force at every place', async () => {
    const places = await db.prisma.place.findMany({ select: { path: true } });
    for (const { path } of places)
      expect((await policyInForce(db.pool, path, now))?.policy.name).toBe('dongsheng');
  });

  it('takes in every matter once, as something the six steps can begin with', async () => {
    const ids = await seedDistrict(db, demo, accounts, now);
    const reports = demoReports(demo, ids, await loadPolicy('dongsheng'), now);
    for (const { intake } of [...reports, ...reports]) await takeIn(db, intake);
    const errands = await db.prisma.outbox.findMany({ where: { lane: 'start' } });
    expect(errands).toHaveLength(demo.matters.length);
    const facts = errands.map(({ payload }) => SixStepFacts.parse(StartPayload.parse(payload).facts));
    expect(facts.filter(({ isComplaint }) => isComplaint).length).toBeGreaterThan(0);
    const begun = facts.flatMap(({ carried }) => (carried ? [new Date(carried.startedAt)] : []));
    expect(begun.length).toBeGreaterThan(25);
    expect(begun.every((startedAt) => startedAt < now)).toBe(true);
  });
});
