import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { ESTATE } from '../prisma/small-town.ts';
import type { Json, Visitor } from './visitor.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';

let works: Works;
const codeOf = (path: string) => path.split('/').at(-1) ?? '';
const XIAPU = { district: '350921', subdistrict: '350921001', community: '350921001001' };

/** A second town in the same home, with a pack of its own. */
async function addXiapu(): Promise<void> {
  const place = (code: string, parent: string | null, level: string) => ({
    ...{ code, parent, level, name: `霞浦 ${code}`, nameEn: `Xiapu ${code}` },
    policy: parent === null ? 'xiapu' : null,
  });
  const { district, subdistrict, community } = XIAPU;
  const unit = (code: string, kind: string, at: string) => ({
    ...{ code, kind, name: code, nameEn: code, place: at, superior: null },
  });
  const { places } = await loadTown(works.db, {
    places: [
      place(district, null, 'district'),
      place(subdistrict, district, 'subdistrict'),
      place(community, subdistrict, 'community'),
    ],
    units: [
      unit('xiapu-supervision', 'supervisor', district),
      unit('xiapu-community', 'community', community),
    ],
  });
  for (const [code, id] of places) works.ids.places.set(code, id);
  const inForce = { policy: await loadPolicy('xiapu'), calendar: await loadCalendar('cn') };
  await loadPolicies(works.db, [inForce], new Date('2018-01-01'));
  await works.hire('xiapu.supervisor', { role: 'supervisor', unit: 'xiapu-supervision', place: district });
  await works.hire('xiapu.clerk', { role: 'community', unit: 'xiapu-community', place: community });
}

beforeAll(async () => {
  works = await openWorks();
  await addXiapu();
});
afterAll(() => works.close());

async function reported(at: string): Promise<string> {
  const resident = await works.as('resident');
  const report = { kind: 'housing.lift', place: works.ids.places.get(at), words: 'The lift stands still.' };
  const { body } = await resident.post('/api/v1/matters', report);
  await works.begun(body.id);
  return body.id;
}

const seenBy = async (who: Visitor): Promise<string[]> =>
  (await who.get('/api/v1/matters')).body.items.map(({ id }: Json) => id);

describe('two towns in one home', () => {
  it('run each on its own pack, and people see theirs', async () => {
    const [here, there] = [await reported(codeOf(ESTATE)), await reported(XIAPU.community)];
    const [supervisor, other] = [await works.as('supervisor'), await works.as('xiapu.supervisor')];

    expect((await supervisor.get(`/api/v1/matters/${here}`)).body.policy.name).toBe('dongsheng');
    expect((await other.get(`/api/v1/matters/${there}`)).body.policy.name).toBe('xiapu');
    expect(await seenBy(supervisor)).toEqual([here]);
    expect(await seenBy(other)).toEqual([there]);
    expect((await supervisor.get(`/api/v1/matters/${there}`)).status).toBe(403);
    expect((await other.get(`/api/v1/matters/${here}`)).status).toBe(403);
    const tasksOf = async (account: string) =>
      (await (await works.as(account)).get('/api/v1/tasks')).body.items.map(({ matter }: Json) => matter.id);
    expect(await tasksOf('xiapu.clerk')).toEqual([there]);
    expect(await tasksOf('community')).toEqual([here]);
  });

  it('offer to begin what their own pack runs', async () => {
    const [policy, other] = [await loadPolicy('dongsheng'), await loadPolicy('xiapu')];
    const begins = async (account: string) =>
      (await (await works.as(account)).get('/api/v1/processes')).body.actions.map(
        ({ process }: Json) => process,
      );
    const runs = (name: string, { processes }: typeof policy) => Object.hasOwn(processes, name);
    for (const name of await begins('supervisor')) expect(runs(name, policy)).toBe(true);
    for (const name of await begins('xiapu.clerk')) expect(runs(name, other)).toBe(true);
    expect(await begins('xiapu.clerk')).not.toContain('station-session');
    expect(await begins('community')).toContain('station-session');
  });
});
