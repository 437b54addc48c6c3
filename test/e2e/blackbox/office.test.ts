import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY, DISTRICT } from '../../prisma/small-town.ts';
import type { Client } from './client.ts';
import { openWholeHouse } from './house.ts';
import type { WholeHouse } from './house.ts';
import { largerTown } from './towns-people.ts';
import { does, refusal, until, whoMay } from './walk.ts';

const PATIENCE = 120_000;
const ACCOUNTS = ['community', 'subdistrict', 'housing', 'transport', 'supervisor'] as const;
const entrances = (process: string) => `/api/v1/processes?process=${process}`;

let house: WholeHouse;
let who: Record<(typeof ACCOUNTS)[number], Client>;

beforeAll(async () => {
  house = await openWholeHouse(largerTown);
  const signedIn: [string, Client][] = [];
  for (const account of ACCOUNTS) signedIn.push([account, await house.signIn(account)]);
  who = Object.fromEntries(signedIn) as typeof who;
}, PATIENCE);
afterAll(() => house.close());

/** The open task of a kind that asks for a unit, or for any. */
async function taskOf(reader: Client, href: string, kind: string, unit?: string): Promise<string> {
  const found = (await reader.get(href))['tasks'].find(
    (one: { kind: string; status: string; asks: { unit: { value: string } | null } }) =>
      one.kind === kind && one.status === 'open' && (unit === undefined || one.asks.unit?.value === unit),
  );
  if (found === undefined) throw new Error(`no ${kind} is open`);
  return found.href;
}

async function refusedAt(person: Client, href: string, input: object = {}): Promise<[number, string]> {
  const { status, body } = await person.ask('POST', href, input);
  return [status, body['type']];
}

describe('a whistle, by clients that only follow actions', () => {
  it(
    'is blown, approved, answered; nobody leaves before it is done; and each is marked',
    async () => {
      const [blow] = await who.community.actions(entrances('whistle'));
      if (blow === undefined) throw new Error('nobody may whistle');
      const units = [house.unit('housing'), house.unit('transport')];
      const call = { ground: 'joint', units, words: '夜市占道，需要联合执法。', place: COMMUNITY };
      expect(await refusal(who.housing, blow, call)).toEqual([403, '/problems/may-not-whistle']);
      expect(await refusal(who.community, blow, { ...call, place: DISTRICT })).toEqual([
        422,
        '/problems/not-offered',
      ]);
      expect(await refusal(who.community, blow, { ...call, units: [house.unit('community')] })).toEqual([
        422,
        '/problems/calls-itself',
      ]);
      const { href } = await who.community.follow(blow, call);
      expect(await who.housing.actions(href)).toEqual([]);

      const approve = await taskOf(who.community, href, 'approve');
      expect(await refusedAt(who.community, `${approve}/acts/approveWhistle`)).toEqual([
        403,
        '/problems/not-performer',
      ]);
      await does([who.subdistrict], href, 'approveWhistle');

      await does([who.housing], href, 'answerWhistle', { who: '张工' });
      await does([who.housing], href, 'reportArrival', { who: '张工等二人' });
      expect(
        await refusedAt(
          who.community,
          `${await taskOf(who.community, href, 'finish')}/acts/finishJointWork`,
          {
            result: '已完成',
          },
        ),
      ).toEqual([409, '/problems/units-awaited']);
      const called = (await who.community.get(href))['items'].find(
        (one: { unit: { value: string } }) => one.unit.value === house.unit('transport'),
      ).id;
      const [, arrival] = await whoMay([who.community], href, 'recordArrival', called);
      const later = new Date(Date.now() + 3_600_000).toISOString();
      expect(await refusal(who.community, arrival, { at: later })).toEqual([422, '/problems/arrival-later']);
      await who.community.follow(arrival, { at: new Date().toISOString(), who: '李队' });
      const [, deed] = await whoMay([who.community], href, 'recordDeed', called);
      await who.community.follow(deed, { deed: '疏导交通' });

      const stay = await taskOf(who.community, href, 'onSite', house.unit('housing'));
      expect(await refusedAt(who.housing, `${stay}/acts/leaveSite`, { deed: '拆除' })).toEqual([
        409,
        '/problems/joint-work-open',
      ]);
      expect(await refusedAt(who.community, `${href}/acts/withdrawWhistle`, { grounds: '算了' })).toEqual([
        409,
        '/problems/units-arrived',
      ]);
      await does([who.community], href, 'finishJointWork', { result: '摊点已规范' });
      for (const unit of [who.housing, who.transport])
        await does([unit], href, 'leaveSite', { deed: '清理完毕' });
      expect(
        await refusedAt(who.housing, `${await taskOf(who.community, href, 'mark')}/acts/markDepartment`, {
          ...{ mark: 5, words: '自评' },
        }),
      ).toEqual([403, '/problems/not-performer']);
      for (const mark of [5, 4]) await does([who.community], href, 'markDepartment', { mark });

      const { status, ending, items } = await who.subdistrict.get(href);
      expect([status, ending]).toEqual(['closed', 'done']);
      expect(items.map((one: { ending: string }) => one.ending)).toEqual(['timely', 'timely']);
    },
    PATIENCE,
  );
});

describe('a supervision, by clients that only follow actions', () => {
  it(
    'is opened, assigned, written about, settled and struck off, and its letter is printed',
    async () => {
      const doors = await who.supervisor.actions(entrances('supervision'));
      const open = doors.find(({ name }) => name === 'openSupervision');
      if (open === undefined) throw new Error('nobody may open it');
      const order = { words: '小区排水沟堵塞，长期未疏通。', place: COMMUNITY, unit: house.unit('housing') };
      expect(await refusal(who.community, open, order)).toEqual([403, '/problems/not-supervisor']);
      const { href } = await who.supervisor.follow(open, order);
      await does([who.supervisor], href, 'assignItem', { class: 'ordinary', demands: '三日内疏通。' });

      const [, issue] = await whoMay([who.supervisor], href, 'issueLetter');
      expect(await refusal(who.housing, issue)).toEqual([403, '/problems/not-supervisor']);
      await who.supervisor.follow(issue, { ground: 'noProgress', words: '至今未见进展。' });
      expect(await refusal(who.supervisor, issue)).toEqual([409, '/problems/letter-out']);

      const [shown] = (await who.supervisor.get(href))['items'];
      const letter = await who.supervisor.get(shown.href);
      expect(letter['number']).toMatch(/^督〔\d{4}〕1号$/);
      expect(letter['links'].letter).toBe(`${shown.href}/letter.pdf`);
      for (const reader of [who.supervisor, who.housing])
        expect(await reader.file(letter['links'].letter)).toEqual({
          ...{ status: 200, type: 'application/pdf', start: '%PDF' },
        });
      expect(await refusedAt(who.transport, letter['links'].letter)).toEqual([404, '/problems/not-found']);
      expect((await who.transport.ask('GET', letter['links'].letter)).body['type']).toBe(
        '/problems/not-yours',
      );

      const [, deliver] = await whoMay([who.supervisor], href, 'deliverLetter');
      const handed = { by: 'paper', receiver: '办公室' };
      expect(await refusal(who.housing, deliver, handed)).toEqual([403, '/problems/not-supervisor']);
      await who.supervisor.follow(deliver, handed);
      expect(await refusal(who.supervisor, deliver, handed)).toEqual([409, '/problems/already-delivered']);
      expect(await refusedAt(who.supervisor, `${shown.href}/acts/liftLetter`, { grounds: '误发' })).toEqual([
        403,
        '/problems/own-letter',
      ]);

      await does([who.housing], href, 'reportProgress', { progress: '已组织人员。' });
      await does([who.housing], href, 'replyLetter', { reply: '本周内完成。' });
      await does([who.housing], href, 'submitSettlement', { result: '已疏通。' });
      const check = await taskOf(who.supervisor, href, 'check');
      expect(await refusedAt(who.supervisor, `${check}/acts/strikeOff`)).toEqual([
        409,
        '/problems/letter-out',
      ]);
      expect(await refusedAt(who.housing, `${check}/acts/strikeOff`)).toEqual([
        403,
        '/problems/not-performer',
      ]);
      await does([who.supervisor], href, 'acceptReply');
      await does([who.supervisor], href, 'strikeOff');

      const closed = await until(async () => {
        const now = await who.supervisor.get(href);
        return now['status'] === 'closed' ? now : undefined;
      });
      expect([closed['ending'], closed['actions']]).toEqual(['struckOff', []]);
      expect(closed['number']).toMatch(/^DB/);
      expect(closed['items'].map((one: { ending: string }) => one.ending)).toEqual(['accepted']);
    },
    PATIENCE,
  );
});
