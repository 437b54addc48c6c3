import { writeFileSync } from 'node:fs';
import { inTransaction } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import { record } from '../../prisma/record.ts';
import { sealWords } from '../../prisma/words.ts';
import { loadCalendar } from '../../policies/load.ts';
import { Actor } from '../../workflows/process/actor.ts';
import type { Event } from '../../workflows/process/event.ts';
import { reduce } from '../../workflows/process/reduce.ts';
import type { State } from '../../workflows/process/state.ts';
import { checkerOf } from '../../workflows/processes/six-step/rules.ts';
import { cast, registered } from '../prisma/course.ts';
import { COMMUNITY, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { pagesOf, textOf } from './documents/pdf-pages.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';
import { openWatched, policy } from './watch-town.ts';

export const WORDS = '电梯又坏了，老人下不了楼，已经3个工作日没有人来修。请“尽快”处理！';
export const RESULT = '已更换钢丝绳，试运行24小时正常。';
export const codeOf = (path: string) => path.split('/').at(-1) ?? '';

type Watched = Awaited<ReturnType<typeof openWatched>>;
type Receipt = { id: string; receipt: string; code: string };

/** A town with a matter that was rated, one that was only taken in, and a quarter in mid-course. */
export async function openPapers() {
  const watched = await openWatched();
  const { house } = watched;
  const report = { kind: 'housing.lift', place: codeOf(ESTATE), words: WORDS };
  const contact = { name: '张秀英', phone: '13800001234' };
  const take = async (more: object): Promise<Receipt> =>
    (await visitor(house.app).post('/api/v1/matters', { ...report, ...more })).body;
  const [rated, fresh] = [await take({ contact }), await take({})];
  await record(house.db, rated.id, ratedCourse(watched, rated.id));
  const opener = async ({ receipt, code }: Receipt): Promise<Visitor> => {
    const { body } = await visitor(house.app).post('/api/v1/receipts', { receipt, code });
    return visitor(house.app, { authorization: `Bearer ${body.token}` });
  };
  return {
    ...{ house, rated: rated.id, fresh: fresh.id, quarter: await enterQuarter(watched, 90) },
    ...{ resident: await opener(rated), early: await opener(fresh) },
    prints: (who: Visitor, url: string, language?: string) => paperFor(house, who, url, language),
  };
}

/** Returned once and refused, done late, checked, and rated by its resident. */
function ratedCourse({ town }: Watched, id: string) {
  const { housing, community } = cast(town);
  const player = registered(town, id);
  const { happen, open, does, wait, scene } = player;
  happen({ type: 'stepEntered', step: 'handle' });
  open('handle', { unit: town.unit('housing') });
  wait(2);
  does('askReturn', housing, { reason: 'notOurs', grounds: '不属本单位职责' });
  does('refuseReturn', community, { grounds: '电梯维保归住建' });
  wait(24 * 12);
  does('submitResult', housing, { result: RESULT, proof: [] });
  open('check', checkerOf(scene().state), { about: 't3' });
  does('acceptResult', community);
  happen({ type: 'stepEntered', step: 'feedBack' }, { type: 'stepEntered', step: 'evaluate' });
  open('rate', { reporterOf: id });
  const resident = Actor.parse({ ...housing, person: null, unit: null, role: 'resident', reporterOf: id });
  const said = { contacted: 'yes', solved: 'yes', satisfaction: 'basically', words: '下次快一点' };
  does('rateResult', resident, said);
  return player.entries();
}

/** A quarter in mid-course, with so many needs, each a problem that a unit has in hand. */
async function enterQuarter({ house, unit }: Watched, count: number): Promise<string> {
  const id = newId();
  const text = '关于安达小区3号楼路灯不亮的问题（多次反映）';
  const words = await inTransaction(house.db, (tx) =>
    sealWords(tx, house.db.keys, { matterId: id, kind: 'need', text, authorId: null }),
  );
  const facts = { words, kind: 'housing.lift', place: COMMUNITY };
  const held = { how: 'claimed', dueOn: '2026-12-31', person: house.ids.people.get('housing') ?? '' };
  const items = Array.from({ length: count }, (_, i): Event[] => [
    { type: 'itemAdded', item: `i${2 * i + 1}`, kind: 'need', facts },
    {
      ...{ type: 'itemAdded', item: `i${2 * i + 2}`, kind: 'problem' },
      facts: {
        ...facts,
        ...held,
        unit: unit(i % 2 === 0 ? 'housing' : 'transport'),
        needs: [`i${2 * i + 1}`],
      },
    },
  ]).flat();
  const calendar = await loadCalendar('cn');
  const opening: Event = {
    ...{ type: 'opened', id, process: 'quarterly-claim', place: SUBDISTRICT },
    policy: { name: policy.name, version: policy.version },
    calendar: { id: calendar.id, version: calendar.version },
    facts: { period: '2026Q4', communities: [{ place: COMMUNITY }], members: [] },
  };
  const at = new Date().toISOString();
  const state = [opening, ...items].reduce<State | undefined>(
    (so, event, i) => reduce(so, { seq: i + 1, at, event }),
    undefined,
  );
  const row = { id, type: 'quarterly-claim', seq: items.length + 1, placePath: SUBDISTRICT, openedAt: at };
  await house.db.prisma.process.create({ data: { ...row, state: JSON.parse(JSON.stringify(state)) } });
  return id;
}

/** A paper as somebody gets it, read back; with SHOTS, a folder, it is kept for the eye. */
async function paperFor({ app }: House, who: Visitor, url: string, language = 'zh') {
  const asked = { ...who.headers, 'accept-language': language };
  const answer = await app.inject({ method: 'GET', url: `/api/v1/${url}`, headers: asked });
  const { statusCode: status, headers, rawPayload: file } = answer;
  const shots = process.env['SHOTS'];
  if (shots !== undefined && status === 200) writeFileSync(`${shots}/${codeOf(url)}-${language}.pdf`, file);
  const pages = status === 200 ? pagesOf(file) : [];
  const name = /UTF-8''(.*)$/.exec(String(headers['content-disposition']))?.[1] ?? '';
  return { status, pages, text: pages.map(textOf).join(''), name: decodeURIComponent(name) };
}
