// A town that is just large enough: a district, a subdistrict, a community, an estate, two departments, one person a role.
import { randomBytes } from 'node:crypto';
import { loadTown } from '../../prisma/catalogue.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { hashPassword } from '../../prisma/password.ts';
import { keyringOf } from '../../prisma/seal.ts';
import type { Town, TownPerson, TownPost } from '../../prisma/town.ts';
import { createTestDatabase } from '../setup/database.ts';

/** The paths of its places. */
export const DISTRICT = '150602';
export const SUBDISTRICT = '150602/150602001';
export const COMMUNITY = '150602/150602001/150602001001';
export const ESTATE = '150602/150602001/150602001001/150602001001001';

/** What everybody in it signs in with. */
export const PASSWORD = 'a long enough password';

/** Slow by design: one hash serves every account of a test file. */
const passwordHash = hashPassword(PASSWORD);

const codeOf = (path: string) => path.split('/').at(-1) ?? '';

const place = (path: string, level: string, name: string, nameEn: string) => ({
  ...{ code: codeOf(path), level, name, nameEn, policy: level === 'district' ? 'dongsheng' : null },
  parent: path.includes('/') ? codeOf(path.slice(0, path.lastIndexOf('/'))) : null,
});

const unit = (code: string, kind: string, path: string, superior: string | null) => ({
  ...{ code, kind, name: code, nameEn: code, place: codeOf(path), superior },
});

const post = (
  role: string,
  unitCode: string | null,
  path: string,
  more: Partial<TownPost> = {},
): TownPost => ({
  ...{ role, unit: unitCode, place: codeOf(path), ...more },
});

const person =
  (passwordHash: string) =>
  (account: string, ...posts: TownPost[]) =>
    ({
      account,
      name: account,
      nameEn: account,
      email: `${account}@example.invalid`,
      passwordHash,
      posts,
    }) satisfies TownPerson;

/** The town as data; every account has `PASSWORD`. */
export async function smallTown(): Promise<Town> {
  const someone = person(await passwordHash);
  return {
    places: [
      place(DISTRICT, 'district', '东胜区', 'Dongsheng'),
      place(SUBDISTRICT, 'subdistrict', '交通街道', 'Jiaotong Subdistrict'),
      place(COMMUNITY, 'community', '安达社区', 'Anda Community'),
      place(ESTATE, 'estate', '安达小区', 'Anda Estate'),
    ],
    units: [
      unit('gov', 'department', DISTRICT, null),
      unit('supervision', 'supervision', DISTRICT, 'gov'),
      unit('housing', 'department', DISTRICT, 'gov'),
      unit('transport', 'department', DISTRICT, 'gov'),
      unit('subdistrict', 'subdistrict', SUBDISTRICT, 'gov'),
      unit('community', 'community', COMMUNITY, 'subdistrict'),
    ],
    people: [
      someone('resident', post('resident', null, ESTATE)),
      someone('grid', post('gridWorker', 'community', COMMUNITY)),
      someone('community', post('community', 'community', COMMUNITY)),
      someone('community.b', post('community', 'community', COMMUNITY, { rank: 'B' })),
      someone('community.head', post('community', 'community', COMMUNITY, { isHead: true })),
      someone('subdistrict', post('subdistrict', 'subdistrict', SUBDISTRICT)),
      someone('subdistrict.head', post('subdistrict', 'subdistrict', SUBDISTRICT, { isHead: true })),
      someone('housing', post('department', 'housing', DISTRICT)),
      someone('housing.head', post('department', 'housing', DISTRICT, { isHead: true })),
      someone('transport', post('department', 'transport', DISTRICT)),
      someone('gov.head', post('department', 'gov', DISTRICT, { isHead: true })),
      someone('supervisor', post('supervisor', 'supervision', DISTRICT)),
      someone('supervisor.head', post('supervisor', 'supervision', DISTRICT, { isHead: true })),
      someone('callback', post('supervisor', 'supervision', DISTRICT, { callBack: true })),
      someone('auditor', post('auditor', 'supervision', DISTRICT)),
      someone('deputy', post('deputy', null, DISTRICT)),
      someone('system', post('systemAdministrator', 'gov', DISTRICT)),
      someone('security', post('securityAdministrator', 'gov', DISTRICT)),
    ],
    kinds: [
      kind('housing.lift', '电梯故障', 'Lift out of order', { lead: 'housing' }),
      kind('conduct.official', '干部作风', 'Conduct of an official', { lead: null, isComplaint: true }),
    ],
  };
}

const kind = (
  code: string,
  name: string,
  nameEn: string,
  more: { lead: string | null; isComplaint?: boolean },
) => ({
  ...{
    code,
    name,
    nameEn,
    group: '住房物业',
    groupEn: 'Housing',
    importance: 2,
    urgency: 2,
    size: 'small',
    mode: 'team',
  },
  ...more,
});

/** A town in a database of its own, opened as the services open it. */
export type LivingTown = {
  url: string;
  db: Database;
  place(path: string): string;
  unit(code: string): string;
  person(account: string): string;
  end(): Promise<void>;
};

export async function livingTown(): Promise<LivingTown> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, { keys: keyringOf([randomBytes(32)]) });
  const { places, units, people } = await loadTown(db, await smallTown());
  const end = async () => {
    await db.close();
    await drop();
  };
  const place = (path: string) => found(places, codeOf(path));
  return {
    url,
    db,
    place,
    unit: (code) => found(units, code),
    person: (account) => found(people, account),
    end,
  };
}

/** The same database as its owner, who is not bound by the grants of the services. Close it. */
export const openAsOwner = ({ url, db }: LivingTown): Database =>
  openDatabase(url, { keys: db.keys, asService: false });

function found(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the small town has no ${code}`);
  return id;
}
