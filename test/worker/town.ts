import { randomBytes, randomUUID } from 'node:crypto';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { takeIn } from '../../prisma/intake.ts';
import type { NewIntake, Receipt } from '../../prisma/intake-row.ts';
import { keyringOf } from '../../prisma/seal.ts';
import type { Keyring } from '../../prisma/seal.ts';
import type { Opening } from '../../workflows/process/contract.ts';
import { calendarSlice } from '../../workflows/rules/calendar.ts';
import { snapshotOf } from '../../workflows/rules/policy.ts';
import type { PolicySnapshot } from '../../workflows/rules/policy.ts';
import { createTestDatabase } from '../setup/database.ts';

/** A small town on a database of its own: a clerk who reads Chinese, one who reads English, a resident. */
export type Town = {
  db: Database;
  url: string;
  keys: Keyring;
  key: Buffer;
  place: string;
  ids: {
    clerk: string;
    doer: string;
    supervisor: string;
    resident: string;
    community: string;
    office: string;
    estate: string;
  };
  takeIn(wishes?: Partial<NewIntake>): Promise<Receipt>;
  close: () => Promise<void>;
};

export async function openTown(): Promise<Town> {
  const database = await createTestDatabase();
  const key = randomBytes(32);
  const keys = keyringOf([key]);
  const db = openDatabase(database.url, { keys });
  const loaded = await loadTown(db, town);
  const person = (account: string) => loaded.people.get(account) ?? '';
  const ids = {
    ...{
      clerk: person('clerk'),
      doer: person('doer'),
      supervisor: person('supervisor'),
      resident: person('resident'),
    },
    ...{ community: loaded.units.get('community') ?? '', office: loaded.units.get('office') ?? '' },
    estate: loaded.places.get('150602001001001') ?? '',
  };
  return {
    ...{ db, url: database.url, keys, key, ids },
    place: '150602/150602001/150602001001/150602001001001',
    takeIn: (wishes) => received(db, ids.estate, wishes),
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

const place = (code: string, parent: string | null, level: string) => ({
  code,
  parent,
  level,
  name: code,
  nameEn: code,
});
const unit = (code: string, kind: string, at: string) => ({
  code,
  kind,
  name: code,
  nameEn: code,
  place: at,
  superior: null,
});
const person = (
  account: string,
  locale: string,
  posts: { role: string; unit: string | null; place: string }[],
) => ({
  ...{ account, name: account, nameEn: account, locale, email: `${account}@town.example`, passwordHash: '-' },
  posts,
});

const town = {
  places: [
    place('150602', null, 'district'),
    place('150602001', '150602', 'subdistrict'),
    place('150602001001', '150602001', 'community'),
    place('150602001001001', '150602001001', 'estate'),
  ],
  units: [unit('community', 'community', '150602001001'), unit('office', 'department', '150602')],
  people: [
    person('clerk', 'zh', [{ role: 'community', unit: 'community', place: '150602001001' }]),
    person('doer', 'en', [{ role: 'department', unit: 'office', place: '150602' }]),
    person('supervisor', 'zh', [{ role: 'supervisor', unit: null, place: '150602' }]),
    person('resident', 'en', []),
  ],
  kinds: [
    {
      ...{ code: 'lamp', name: '路灯', nameEn: 'Lamp', group: '市容', groupEn: 'Streets', lead: 'office' },
      ...{ importance: 1, urgency: 1, size: 'small', mode: 'team' },
    },
  ],
};

async function received(db: Database, placeId: string, wishes: Partial<NewIntake> = {}): Promise<Receipt> {
  const taken = await takeIn(db, {
    ...{
      key: randomUUID(),
      subjectId: randomUUID(),
      raw: {},
      process: 'six-step',
      way: 'resident',
      channel: 'web',
    },
    ...{ answerBy: 'web', kind: 'lamp', placeId, text: '路灯坏了，晚上看不见。', ...wishes },
  });
  if (taken.kind === 'conflict') throw new Error('taken in before');
  return taken.receipt;
}

/** What a process of the matter is opened with, under the town's pack with some of its numbers changed. */
export async function openingOf(
  town: Town,
  id: string,
  changes: Partial<PolicySnapshot> = {},
): Promise<Opening> {
  const since = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  const receivedAt = new Date().toISOString();
  return {
    ...{ id, process: 'six-step', place: town.place, receivedAt },
    policy: { ...snapshotOf(await loadPolicy('dongsheng')), ...changes },
    calendar: calendarSlice(await loadCalendar('cn'), since, 400),
    facts: {
      ...{ kind: 'lamp', way: 'resident', channel: 'web', receivedAt, tier: 'community' },
      reporters: [{ matter: id, answerBy: 'web' }],
    },
  };
}
