import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendar } from '../../../policies/load.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Event } from '../../../workflows/process/event.ts';
import { reduce } from '../../../workflows/process/reduce.ts';
import type { State } from '../../../workflows/process/state.ts';
import { saidIn, threeLists } from '../../../workflows/processes/station-session/contract.ts';
import type { Judged } from '../../../workflows/processes/station-session/contract.ts';
import { stationSession } from '../../../workflows/processes/station-session/definition.ts';
import * as rules from '../../../workflows/processes/station-session/rules.ts';
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../../prisma/small-town.ts';
import { dongsheng } from '../../rules/dongsheng.ts';
import { begunWith, idOf } from '../begun.ts';

const time = { calendar: await loadCalendar('cn'), office: dongsheng.office };
const now = new Date('2026-03-02T01:00:00.000Z');

const happened = (state: State, ...events: Event[]): State =>
  events.reduce((so, event) => reduce(so, { seq: so.seq + 1, at: now.toISOString(), event }), state);

const session = (facts: State['facts'] = {}, place = COMMUNITY) => begunWith('station-session', place, facts);

const sceneOf = (state: State): Scene => ({
  ...{ definition: stationSession, state, policy: snapshotOf(dongsheng), time, now },
});

const said = (item: string, facts: object = {}): Event => ({
  ...{ type: 'itemAdded', item, kind: 'said' },
  facts: { words: `w:${item}`, kind: 'road.light', place: COMMUNITY, ...facts },
});
const task = (id: string, kind: string, item?: string): Event => ({
  ...{ type: 'taskOpened', task: id, kind, step: 'x', performer: {}, clock: null, item },
});
const enter = (step: string): Event => ({ type: 'stepEntered', step });

describe('the station', () => {
  it.each([
    [ESTATE, 0, 'community', COMMUNITY],
    [COMMUNITY, 0, 'community', COMMUNITY],
    [COMMUNITY, 1, 'subdistrict', SUBDISTRICT],
    [COMMUNITY, 5, 'supervisor', DISTRICT],
    [SUBDISTRICT, 0, 'subdistrict', SUBDISTRICT],
    [DISTRICT, 1, 'supervisor', DISTRICT],
  ])('of %s, %i tiers above, is the %s', (place, tiers, role, at) => {
    expect(rules.stationOf(session({}, place), tiers)).toEqual({ role, place: at });
  });
});

describe('the clock of a visit', () => {
  it('ends at the published minute exactly, whenever it is started', () => {
    const minute = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(minute, fc.nat(59_999), (minutes, late) => {
        const started = new Date(now.getTime() + late);
        const begins = new Date(now.getTime() + minutes * 60_000).toISOString();
        const { term, startedAt } = rules.untilVisit({ ...sceneOf(session()), now: started }, begins);
        expect(dueAt(startedAt, term, time).at.toISOString()).toBe(begins);
      }),
    );
  });

  it('a visit begins at a whole minute, and not in the past', () => {
    expect(rules.beginsAt('2026-03-05T19:30:42.5+08:00', now)).toBe('2026-03-05T11:30:00.000Z');
    expect(() => rules.beginsAt(now.toISOString(), now)).toThrow('visitInThePast');
  });
});

describe('what an item waits for', () => {
  const course = { process: idOf(1) };
  it.each<[string, object, boolean]>([
    ['just classified', { grade: 'spot', stage: 'collate' }, false],
    ['settled on the spot', { grade: 'spot', stage: 'handle' }, false],
    ['a matter that goes on', { grade: 'matter', stage: 'handle', course }, true],
    [
      'a matter that has ended',
      { grade: 'matter', stage: 'handle', course: { ...course, ending: 'closed' } },
      false,
    ],
    ['a problem of the city', { grade: 'common', stage: 'handle', course }, true],
    ['told', { grade: 'common', stage: 'feedBack', course }, false],
  ])('%s', (_what, facts, isBusy) => {
    const state = happened(session(), said('i1', facts));
    expect(rules.isBusy(state, state.items['i1']!)).toBe(isBusy);
    expect(rules.readyIn(state).length).toBe(isBusy ? 0 : 1);
  });

  it('its own tasks, and those of what was merged into it; not that the receiver reads', () => {
    const state = happened(session(), said('i1', { stage: 'feedBack' }), said('i2', { into: 'i1' }));
    const busy = (...events: Event[]) => rules.isBusy(happened(state, ...events), state.items['i1']!);
    expect([busy(task('t1', 'tell', 'i1')), busy(task('t1', 'tell', 'i2'))]).toEqual([true, true]);
    expect([busy(task('t1', 'learn', 'i1')), busy(task('t1', 'tell', 'i3')), busy()]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the step of the session', () => {
  const stages = ['collate', 'handle', 'feedBack', 'score'];
  it('is that of the last item, and never goes back', () => {
    const stage = fc.constantFrom(...stages);
    fc.assert(
      fc.property(stage, fc.array(stage, { maxLength: 6 }), (step, reached) => {
        const items = reached.map((one, i) => said(`i${i + 1}`, { stage: one }));
        const ahead = rules.stepsAhead(happened(session(), enter(step), ...items));
        const last = Math.min(3, ...reached.map((one) => stages.indexOf(one)));
        expect(ahead).toEqual(stages.filter((_one, i) => i > stages.indexOf(step) && i <= last));
      }),
    );
  });
});

describe('what is heard of a matter or a problem', () => {
  const [mine, other] = [idOf(1), idOf(2)];
  const following = (grade: string, more: object = {}) =>
    sceneOf(happened(session(), said('i1', { grade, stage: 'handle', course: { process: mine }, ...more })));
  const ended = (process: string, facts: State['facts'] = { ending: 'closed' }) =>
    ({ process, item: 'i1', what: 'ended', facts }) as const;

  it.each<[string, Scene, string, boolean]>([
    ['its own matter', following('matter'), mine, true],
    ['another matter', following('matter'), other, false],
    ['a problem that was joined', following('common'), other, true],
    ['a thing settled on the spot', following('spot'), mine, false],
    ['a thing that is told already', following('common', { stage: 'feedBack' }), mine, false],
    [
      'what has ended before',
      following('common', { course: { process: mine, ending: 'solved' } }),
      mine,
      false,
    ],
  ])('%s', (_what, scene, process, isTaken) => {
    expect(rules.heard(scene, ended(process)).length > 0).toBe(isTaken);
  });

  it('lateness stands on the item and on the session', () => {
    const late = { ...ended(mine, { late: 'red' }), what: 'late' } as const;
    const { items, facts } = happened(following('matter').state, ...rules.heard(following('matter'), late));
    expect([facts['late'], items['i1']?.facts['course']]).toEqual(['red', { process: mine, late: 'red' }]);
  });
});

describe('the score of an item', () => {
  const judged = (...what: Omit<Judged, 'voice'>[]): Judged[] => what.map((one) => ({ voice: 'i1', ...one }));
  const [good, fair, bad] = [
    ...([
      { satisfaction: 'satisfied' },
      { satisfaction: 'basically' },
      { satisfaction: 'dissatisfied' },
    ] as const),
  ].map((one) => ({ solved: true, ...one }));

  it.each([
    ['nobody said anything', judged({}), 100],
    ['satisfied', judged(good!), 100],
    ['basically satisfied', judged(fair!), 98],
    ['one of two not satisfied', judged(good!, bad!), 90],
    ['not solved', judged(good!, { solved: false, satisfaction: 'satisfied' }), 85],
  ])('%s', (_what, ratings, points) => {
    const state = happened(session(), said('i1'));
    expect(rules.pointsOf(sceneOf(state), state.items['i1']!, ratings)).toBe(points);
  });

  it('a matter brings its own rating and its own points', () => {
    const course = { process: idOf(1), ending: 'closed', rating: 'unsolved', score: 40 };
    const state = happened(session(), said('i1', { grade: 'matter', course }));
    const own = rules.judgedOf(state, state.items['i1']!);
    expect([own, rules.isBad(own), rules.pointsOf(sceneOf(state), state.items['i1']!, own)]).toEqual([
      [{ voice: 'i1', solved: false }],
      true,
      40,
    ]);
  });

  it.each([
    [undefined, false, 'done'],
    ['closed', false, 'done'],
    ['solved', false, 'done'],
    ['solved', true, 'unsolved'],
    ['withdrawn', false, 'withdrawn'],
  ])('ends as %s, unsolved: %s, is called %s', (ending, isUnsolved, called) => {
    const state = happened(session(), said('i1', { course: { process: idOf(1), ending } }));
    expect(rules.endingOf(saidIn(state.items['i1']!), isUnsolved)).toBe(called);
  });
});

describe('the three lists', () => {
  it('never say who, and show what was merged or split as what it became', () => {
    const state = happened(
      session(),
      said('i1', { name: 'w:name', contact: 'w:contact', person: idOf(5), grade: 'spot', unit: idOf(6) }),
      said('i2', { into: 'i1' }),
      { type: 'itemClosed', item: 'i2', ending: 'merged' },
      said('i3', { booking: 'i9' }),
      said('i4'),
    );
    const { problems, duties, corrections } = threeLists(state);
    expect(problems.map(({ number, item, from }) => [number, item, from.en])).toEqual([
      [1, 'i1', 'a resident'],
      [2, 'i3', 'a resident who booked'],
      [3, 'i4', 'no name given'],
    ]);
    expect([duties.length, corrections]).toEqual([
      1,
      [expect.objectContaining({ item: 'i1', standing: { zh: '办理中', en: 'being handled' } })],
    ]);
    expect(duties[0]).toMatchObject({ unit: idOf(6), measure: { zh: '当场办理' } });
    const { lists = {} } = stationSession;
    for (const view of Object.values(lists))
      expect(Object.keys(view.rows(state)[0] ?? {})).toEqual(
        expect.arrayContaining(view.columns.map(({ key }) => key)),
      );
    const shown = JSON.stringify({ problems, duties, corrections });
    expect([shown.includes('w:name'), shown.includes('w:contact'), shown.includes(idOf(5))]).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe('what is chosen as the same elsewhere', () => {
  it('names process, item and place', () => {
    expect(rules.sightingIn(`${idOf(1)}.i3@${COMMUNITY}`)).toEqual({
      process: idOf(1),
      item: 'i3',
      place: COMMUNITY,
    });
  });
});

describe('what a session is called', () => {
  it('by its month, or by its day', () => {
    expect(rules.labelOf({ period: '2026-11' })).toEqual({
      zh: '2026年11月 联络站接待',
      en: 'Visit to the station, 2026-11',
    });
    expect(rules.labelOf({ startsAt: '2026-03-05T11:30:00.000Z' }).zh).toBe(
      '2026-03-05T11:30:00.000Z 联络站接待',
    );
  });
});
