import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { UnknownCode, loadTown } from '../../prisma/catalogue.ts';
import { ChangedVersion, loadPolicies, policyInForce } from '../../prisma/policies.ts';
import { hashPassword, hashRandomPassword, isPassword, randomPassword } from '../../prisma/password.ts';
import { DISTRICT, ESTATE, SUBDISTRICT, livingTown, smallTown } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());

describe('a town', () => {
  it('stands in the database with its tree, chains and posts', async () => {
    const { prisma } = town.db;
    const estate = await prisma.place.findUniqueOrThrow({
      where: { id: town.place(ESTATE) },
      include: { parent: true },
    });
    expect([estate.path, estate.parent?.level]).toEqual([ESTATE, 'community']);
    const unit = await prisma.unit.findUniqueOrThrow({
      where: { code: 'community' },
      include: { superior: true },
    });
    expect(unit.superior?.code).toBe('subdistrict');
    const post = await prisma.post.findFirstOrThrow({ where: { personId: town.person('community.b') } });
    expect(post).toMatchObject({
      role: 'community',
      rank: 'B',
      isHead: false,
      unitId: town.unit('community'),
    });
  });

  it('is brought up to date by a second loading, without doubles, and everybody keeps id and password', async () => {
    const { prisma } = town.db;
    const count = () =>
      Promise.all([
        prisma.place.count(),
        prisma.unit.count(),
        prisma.person.count(),
        prisma.post.count(),
        prisma.kind.count(),
      ]);
    const [before, person] = [
      await count(),
      await prisma.person.findUniqueOrThrow({ where: { account: 'housing' } }),
    ];
    const again = await smallTown();
    const people = (again.people ?? []).map((one) => ({ ...one, passwordHash: 'other', nameEn: 'Renamed' }));
    const ids = await loadTown(town.db, { ...again, people });
    expect(await count()).toEqual(before);
    expect(ids.people.get('housing')).toBe(person.id);
    const now = await prisma.person.findUniqueOrThrow({ where: { account: 'housing' } });
    expect(now).toEqual({ ...person, nameEn: 'Renamed' });
  });

  it('may be added to in parts, in any order, and moves with its parents', async () => {
    const place = (code: string, parent: string | null) => ({
      code,
      parent,
      level: 'estate',
      name: code,
      nameEn: code,
    });
    await loadTown(town.db, { places: [place('below', 'moved'), place('moved', '150602001')] });
    const pathOf = async (code: string) =>
      (await town.db.prisma.place.findUniqueOrThrow({ where: { code } })).path;
    expect(await pathOf('below')).toBe(`${SUBDISTRICT}/moved/below`);
    await loadTown(town.db, { places: [place('moved', '150602')] });
    expect(await pathOf('below')).toBe(`${DISTRICT}/moved/below`);
  });

  it('is refused as a whole when it names a code that nobody knows', async () => {
    const places = [{ code: 'lonely', parent: 'nowhere', level: 'estate', name: '', nameEn: '' }];
    await expect(loadTown(town.db, { places })).rejects.toThrow(UnknownCode);
    expect(await town.db.prisma.place.count({ where: { code: 'lonely' } })).toBe(0);
  });
});

describe('policies in force', () => {
  const at = new Date('2025-06-01T00:00:00Z');

  it('are those of the nearest place above that names a pack, in the latest version begun', async () => {
    const [policy, calendar] = [await loadPolicy('dongsheng'), await loadCalendar('cn')];
    await loadPolicies(
      town.db,
      [{ policy: { ...policy, version: 'old' }, calendar }],
      new Date('2020-01-01'),
    );
    await loadPolicies(town.db, [{ policy, calendar }], new Date('2025-01-01'));
    await loadPolicies(
      town.db,
      [{ policy: { ...policy, version: 'next' }, calendar }],
      new Date('2026-01-01'),
    );
    expect(await policyInForce(town.db.pool, ESTATE, at)).toEqual({ policy, calendar });
    expect((await policyInForce(town.db.pool, ESTATE, new Date('2024-01-01')))?.policy.version).toBe('old');
    expect(await policyInForce(town.db.pool, ESTATE, new Date('2019-01-01'))).toBeUndefined();
    const own = { ...policy, name: 'street' };
    await loadPolicies(town.db, [{ policy: own, calendar }], new Date('2020-01-01'));
    await town.db.prisma.place.update({ where: { id: town.place(SUBDISTRICT) }, data: { policy: 'street' } });
    expect((await policyInForce(town.db.pool, ESTATE, at))?.policy.name).toBe('street');
    expect((await policyInForce(town.db.pool, DISTRICT, at))?.policy.name).toBe('dongsheng');
  });

  it('are never changed under their version', async () => {
    const [policy, calendar] = [await loadPolicy('dongsheng'), await loadCalendar('cn')];
    await loadPolicies(town.db, [{ policy, calendar }], at);
    const changed = { ...policy, terms: { ...policy.terms, analyse: '1h' } };
    await expect(loadPolicies(town.db, [{ policy: changed, calendar }], at)).rejects.toThrow(ChangedVersion);
  });
});

describe('a password', () => {
  it('is known again, and nothing else is taken for it', async () => {
    const hash = await hashPassword('马到成功 2025');
    const tries = ['马到成功 2025', '马到成功 2026', '', hash].map((one) => isPassword(one, hash));
    expect(await Promise.all(tries)).toEqual([true, false, false, false]);
    expect(await hashPassword('马到成功 2025')).not.toBe(hash);
  });

  it('opens nothing where there is no hash', async () => {
    expect(
      await Promise.all(['!', '', 'scrypt$2$8$1$$', 'bcrypt$x'].map((hash) => isPassword('', hash))),
    ).toEqual([false, false, false, false]);
  });

  it('made by the machine is long enough for a cheap hash', async () => {
    const password = randomPassword();
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(randomPassword()).not.toBe(password);
    const hash = await hashRandomPassword(password);
    expect(await Promise.all([isPassword(password, hash), isPassword(randomPassword(), hash)])).toEqual([
      true,
      false,
    ]);
  });
});
