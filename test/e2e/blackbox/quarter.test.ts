import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Action, Client } from './client.ts';
import { openWholeHouse } from './house.ts';
import type { WholeHouse } from './house.ts';
import { largerTown } from './towns-people.ts';
import { does, refusal, until, whoMay } from './walk.ts';

const notNow = (code: string) => [409, `/problems/${code}`];
const notYours = (code: string) => [403, `/problems/${code}`];
const PATIENCE = 170_000;
const LIST = '/api/v1/processes?process=quarterly-claim';
const ACCOUNTS = ['street', 'near', 'far', 'housing', 'transport', 'water'] as const;

type Thing = { id: string; kind: { value: string }; facts: Record<string, unknown>; ending: string | null };

/** What people need, and what becomes of it: the first two are one problem. */
const LIFTS = ['安达小区电梯老旧', '万家小区电梯老旧', '三号楼电梯', '五号楼电梯', '七号楼电梯'];
const HOLES = ['路口塌陷', '巷子坑洼'];

const meeting = {
  ...{ heldOn: new Date().toISOString().slice(0, 10), agenda: '无人认领的问题' },
  minutes: '由交通部门牵头。',
};

/** The quarter of [002] over HTTP, one step after the other: each test begins where the one before has left off. */
describe('a quarter, by clients that only follow actions', () => {
  let house: WholeHouse;
  let who: Record<(typeof ACCOUNTS)[number], Client>;
  let quarter: string;
  /** As they were offered when nothing had been claimed. */
  let claims: Record<'housing' | 'transport' | 'water', Action[]>;

  beforeAll(async () => {
    house = await openWholeHouse(largerTown);
    const signedIn: [string, Client][] = [];
    for (const account of ACCOUNTS) signedIn.push([account, await house.signIn(account)]);
    who = Object.fromEntries(signedIn) as typeof who;
  }, PATIENCE);
  afterAll(() => house.close());

  const seen = () => who.street.get(quarter);
  const things = async (kind: string): Promise<Thing[]> =>
    (await seen())['items'].filter((one: Thing) => one.kind.value === kind);
  const localId = (id = '') => id.split('.')[1] ?? '';
  const called = async (kind: string, words = ''): Promise<string> =>
    (await things(kind)).find(({ facts }) => facts['words'] === words)?.id ?? '';
  const task = async (person: Client, kind: string, act: string, input: object = {}) => {
    const open = (await person.get(quarter))['tasks'].filter(
      (one: { kind: string; status: string }) => one.kind === kind && one.status === 'open',
    );
    const answers = [];
    for (const { href } of open) answers.push(await person.ask('POST', `${href}/acts/${act}`, input));
    return answers.map(({ status, body }) => [status, body['type']]);
  };

  it(
    'is opened by the subdistrict, once',
    async () => {
      const [open] = await who.street.actions(LIST);
      if (open === undefined) throw new Error('nobody may open it');
      expect(await who.near.actions(LIST)).toEqual([]);
      expect(await refusal(who.near, open)).toEqual(notYours('not-subdistrict'));
      quarter = (await who.street.follow(open))['href'];
      expect((await who.street.follow(open))['href']).toBe(quarter);
      await whoMay([who.near], quarter, 'addNeed');
      expect(await things('member')).toHaveLength(3);
    },
    PATIENCE,
  );

  it(
    'collects what people need, each community by its own list',
    async () => {
      const [, add] = await whoMay([who.near], quarter, 'addNeed');
      expect(await refusal(who.housing, add, { kind: 'housing.lift' })).toEqual(notYours('not-community'));
      expect(await task(who.near, 'demandList', 'submitDemandList')).toContainEqual(
        notNow('no-needs-listed'),
      );
      for (const words of LIFTS.filter((_words, n) => n !== 1))
        await who.near.follow(add, { kind: 'housing.lift', words });
      await does([who.far], quarter, 'addNeed', { kind: 'housing.lift', words: LIFTS[1] });
      for (const words of HOLES) await does([who.far], quarter, 'addNeed', { kind: 'roads.hole', words });
      await does([who.near], quarter, 'submitDemandList');
      expect(await refusal(who.near, add, { kind: 'housing.lift' })).toEqual(notNow('list-submitted'));
      await does([who.far], quarter, 'submitDemandList');
    },
    PATIENCE,
  );

  it(
    'merges what is common, and publishes the problems when every need has its place',
    async () => {
      const alike = await Promise.all([called('need', LIFTS[0]), called('need', LIFTS[1])]);
      const [, merge] = await whoMay([who.street], quarter, 'mergeNeeds');
      const merged = { needs: alike.map(localId), kind: 'housing.lift', words: '电梯老旧' };
      await who.street.follow(merge, merged);
      expect(await refusal(who.street, merge, merged)).toEqual([422, '/problems/not-offered']);
      expect(await task(who.street, 'problemList', 'publishProblems')).toEqual([notNow('needs-unsorted')]);
      const [, list] = await whoMay([who.street], quarter, 'listNeeds');
      const left = list.input['properties'].needs.items.oneOf.map((one: { const: string }) => one.const);
      expect(left).toHaveLength(5);
      await who.street.follow(list, { needs: left });
      await does([who.street], quarter, 'publishProblems');
      expect(await things('problem')).toHaveLength(6);
    },
    PATIENCE,
  );

  const claimed = (unit: 'housing' | 'transport' | 'water', problem = ''): Action => {
    const found = claims[unit].find(({ item }) => item === problem);
    if (found === undefined) throw new Error(`${unit} was never offered ${problem}`);
    return found;
  };

  it(
    'is claimed first come, first served: never more than three, never by two, never beyond one’s powers',
    async () => {
      await whoMay([who.water], quarter, 'claimProblem');
      const offered = async (person: Client) =>
        (await person.actions(quarter)).filter(({ name }) => name === 'claimProblem');
      claims = {
        housing: await offered(who.housing),
        transport: await offered(who.transport),
        water: await offered(who.water),
      };
      expect([claims.housing.length, claims.transport.length, claims.water.length]).toEqual([4, 6, 4]);
      const [first, second, third, fourth] = await Promise.all(
        ['电梯老旧', ...LIFTS.slice(2)].map((words) => called('problem', words)),
      );
      const [hole, lane] = await Promise.all(HOLES.map((words) => called('problem', words)));
      for (const problem of [first, second, third]) await who.housing.follow(claimed('housing', problem));
      expect(await refusal(who.housing, claimed('housing', fourth))).toEqual(notNow('most-claimed'));
      expect(await refusal(who.transport, claimed('transport', first))).toEqual(notNow('claimed-by-another'));
      expect(await refusal(who.housing, claimed('housing', first))).toEqual(notNow('claimed-by-you'));
      expect(await refusal(who.water, claimed('transport', lane))).toEqual(notYours('outside-powers'));
      expect(await refusal(who.near, claimed('transport', lane))).toEqual(notYours('not-member'));
      const early = await task(who.water, 'claim', 'confirmClaims');
      expect(early).toContainEqual(notNow('too-few-claims'));
      await who.water.follow(claimed('water', fourth));
      await who.transport.follow(claimed('transport', hole));
      await does([who.transport], quarter, 'giveBackClaim', {}, hole);
      await who.transport.follow(claimed('transport', hole));
      for (const unit of [who.housing, who.transport, who.water])
        await does([unit], quarter, 'confirmClaims');
    },
    PATIENCE,
  );

  it(
    'decides at the joint meeting about what nobody claimed',
    async () => {
      const { funnel, loads, meeting: now } = (await seen())['desk'];
      expect(funnel.map(({ n }: { n: number }) => n)).toEqual([7, 6, 5, 0, 0]);
      expect(loads.map(({ n, of }: { n: number; of: number }) => [n, of])).toEqual(
        expect.arrayContaining([
          [3, 3],
          [1, 3],
          [1, 3],
        ]),
      );
      expect(now).toEqual({ item: 'problem' });
      const attendance = [house.unit('housing'), house.unit('transport')];
      await whoMay([who.street], quarter, 'assignProblem');
      expect(await task(who.street, 'holdMeeting', 'concludeMeeting', { ...meeting, attendance })).toEqual([
        notNow('problems-undecided'),
      ]);
      const lane = await called('problem', HOLES[1]);
      const [, assign] = await whoMay([who.street], quarter, 'assignProblem', lane);
      expect(await refusal(who.street, assign, { unit: house.unit('community') })).toEqual([
        422,
        '/problems/no-member',
      ]);
      expect(await refusal(who.street, assign, { unit: house.unit('housing') })).toEqual(
        notNow('most-claimed'),
      );
      await who.street.follow(assign, { unit: house.unit('transport'), grounds: '道路归其管' });
      await does([who.street], quarter, 'concludeMeeting', { ...meeting, attendance });
    },
    PATIENCE,
  );

  it(
    'has a service list with a person for each, by the unit that holds it',
    async () => {
      await whoMay([who.housing], quarter, 'nameResponsible');
      expect(await task(who.housing, 'serviceList', 'submitServiceList')).toContainEqual(
        notNow('problems-unnamed'),
      );
      for (const unit of ['housing', 'transport', 'water'] as const) {
        const own = (await who[unit].actions(quarter)).filter(({ name }) => name === 'nameResponsible');
        const [some] = own;
        if (some === undefined) throw new Error('nothing to name');
        expect(await refusal(who.near, some, { person: house.person('near') })).toEqual(
          notYours('not-performer'),
        );
        for (const one of own) await who[unit].follow(one, { person: house.person(unit) });
        await does([who[unit]], quarter, 'submitServiceList');
      }
    },
    PATIENCE,
  );

  it(
    'has every claimed task done with proof, and checked by those who asked',
    async () => {
      const tasks: { href: string; item: string }[] = await until(async () => {
        const { children } = await seen();
        const begun = children.filter(({ status }: { status: string }) => status === 'open');
        return begun.length === 6 ? begun : undefined;
      });
      const units = [who.housing, who.transport, who.water];
      const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#0c0' } })
        .png()
        .toBuffer();
      const common = await called('problem', '电梯老旧');
      for (const { href, item } of tasks) {
        const [unit, submit] = await whoMay(units, href, 'submitDone');
        expect(await refusal(unit, submit)).toEqual([422, '/problems/proof-needed']);
        const proof = [await unit.handIn(submit, 'proof', png)];
        await unit.follow(submit, { result: '已修好', proof });
        const [checker, confirm] = await whoMay([who.near, who.far], href, 'confirmDone');
        expect((await refusal(unit, confirm))[0]).toBe(403);
        if (item === common) {
          await does([checker], href, 'sendTaskBack', { grounds: '只修了一半' });
          const again = [await unit.handIn(submit, 'proof', png)];
          await does([unit], href, 'submitDone', { result: '全部修好', proof: again });
          await does([who.near], href, 'confirmDone');
          await does([who.far], href, 'confirmDone');
        } else await checker.follow(confirm);
        expect((await who.street.get(href))['ending']).toBe('done');
      }
    },
    PATIENCE,
  );

  it(
    'ends with its report, signed',
    async () => {
      await does([who.street], quarter, 'signReport');
      const closed = await seen();
      expect([closed['status'], closed['ending'], closed['actions']]).toEqual(['closed', 'closed', []]);
      for (const kind of ['need', 'problem'])
        expect(new Set((await things(kind)).map(({ ending }) => ending))).toEqual(new Set(['done']));
      const { report } = closed['facts'];
      const kept = { carriedOver: 0, refused: 0, late: 0 };
      expect(report.needs).toMatchObject({ all: 7, claimed: 6, assigned: 1, done: 7, ...kept });
      expect(report.problems).toMatchObject({ all: 6, claimed: 5, assigned: 1, done: 6, ...kept });
      expect(report.units.map(({ unit, all }: { unit: string; all: number }) => [unit, all]).sort()).toEqual(
        [
          [house.unit('housing'), 3],
          [house.unit('transport'), 2],
          [house.unit('water'), 1],
        ].sort(),
      );
      expect(report.communities.map(({ all }: { all: number }) => all)).toEqual([4, 3, 0]);
    },
    PATIENCE,
  );
});
