import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendar, loadPolicy } from '../../../policies/load.ts';
import { Actor } from '../../../workflows/process/actor.ts';
import { actNamed } from '../../../workflows/process/acts.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Event } from '../../../workflows/process/event.ts';
import { offers } from '../../../workflows/process/offers.ts';
import { openItems } from '../../../workflows/process/state.ts';
import type { State } from '../../../workflows/process/state.ts';
import { after, taskOpened } from '../../../workflows/process/task.ts';
import {
  accountOf,
  hasPowers,
  heldBy,
  isAway,
  lastDay,
  today,
} from '../../../workflows/processes/quarterly-claim/claims.ts';
import { added } from '../../../workflows/process/items.ts';
import { QuarterNumbers } from '../../../workflows/processes/quarterly-claim/contract.ts';
import { quarterlyClaim } from '../../../workflows/processes/quarterly-claim/definition.ts';
import {
  carriedNeeds,
  problemEnded,
  problemFrom,
  unsorted,
} from '../../../workflows/processes/quarterly-claim/demands.ts';
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import { RuleViolation } from '../../../workflows/rules/violation.ts';
import { COMMUNITY, ESTATE, SUBDISTRICT } from '../../prisma/small-town.ts';
import { begunWith, idOf } from '../begun.ts';

const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
const NOW = new Date('2026-10-20T02:00:00Z');
const UNITS = [1, 2, 3, 4].map(idOf);

const sceneOf = (state: State): Scene => ({
  ...{ definition: quarterlyClaim, state, now: NOW, policy: snapshotOf(inForce.policy, 'quarterly-claim') },
  time: { calendar: inForce.calendar, office: inForce.policy.office },
});

const happened = (scene: Scene, ...events: Event[]): Scene => events.reduce(after, scene);

/** So many needs of two kinds, each its own problem, before four members of whom two have powers for each kind. */
function claiming(many: number): Scene {
  const facts = { period: '2026Q4', communities: [{ place: COMMUNITY }] };
  const begun = sceneOf(begunWith('quarterly-claim', SUBDISTRICT, facts));
  const members = UNITS.map((unit, n) => ({ unit, powers: [n < 2 ? 'housing' : 'roads'] }));
  const kind = (n: number) => (n % 2 === 0 ? 'housing.lift' : 'roads.hole');
  const needs = Array.from({ length: many }, (_, n) => ({ place: ESTATE, words: `w:0:${n}`, kind: kind(n) }));
  const listed = happened(begun, ...added(begun.state, 'member', ...members));
  const asked = happened(listed, ...added(listed.state, 'need', ...needs));
  const problems = unsorted(asked.state).map((item, n) =>
    problemFrom(asked.state, [item], { words: 'w:0:0', kind: kind(n) }),
  );
  const merged = happened(asked, ...added(asked.state, 'problem', ...problems), {
    type: 'stepEntered',
    step: 'claim',
  });
  return UNITS.reduce((scene, unit) => happened(scene, taskOpened(scene, 'claim', { unit })), merged);
}

const clerkOf = (unit: string): Actor =>
  Actor.parse({ person: idOf(50), role: 'department', unit, place: '150602' });

/** The scene after an act, or as it was where the act is refused. */
function tried(scene: Scene, name: string, unit: string, id: string): Scene {
  try {
    const act = actNamed(quarterlyClaim, name);
    const events = act?.decide(scene, clerkOf(unit), {}, { item: scene.state.items[id] }) ?? [];
    expect(events).toHaveLength(1);
    return happened(scene, ...events);
  } catch (error) {
    if (error instanceof RuleViolation) return scene;
    throw error;
  }
}

const wishes = fc.array(
  fc.record({
    act: fc.constantFrom('claimProblem', 'claimProblem', 'claimProblem', 'giveBackClaim'),
    unit: fc.constantFrom(...UNITS),
    problem: fc.nat(15),
  }),
  { maxLength: 60 },
);

describe('claims', () => {
  it('whatever is claimed and given back: within the powers, never two holders, never too much', () => {
    const { most } = QuarterNumbers.parse({});
    fc.assert(
      fc.property(wishes, (all) => {
        let scene = claiming(16);
        const problems = openItems(scene.state, 'problem').map(({ id }) => id);
        for (const { act, unit, problem } of all) {
          const id = problems[problem] ?? '';
          const holder = () => scene.state.items[id]?.facts['unit'] ?? null;
          const before = holder();
          scene = tried(scene, act, unit, id);
          // Nothing changes hands at once, and nobody's hands but one's own are filled or emptied.
          const changes = before === holder() ? [] : [[before, holder()].toSorted()];
          for (const change of changes) expect(change).toEqual([null, unit].toSorted());
        }
        for (const unit of UNITS) {
          const held = heldBy(scene.state, unit);
          expect(held.length).toBeLessThanOrEqual(most);
          const kind = UNITS.indexOf(unit) < 2 ? 'housing.lift' : 'roads.hole';
          expect(held.every(({ facts }) => facts['kind'] === kind)).toBe(true);
        }
        expect(accountOf(scene.state)).toMatchObject({ needs: 16, open: 16, twice: [], torn: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('are offered to members alone, at the size of a large quarter', () => {
    const scene = claiming(125);
    const [first = ''] = UNITS;
    const claims = offers(scene, [clerkOf(first)]).filter(({ act }) => act.name === 'claimProblem');
    expect(claims).toHaveLength(63);
    expect(offers(scene, [clerkOf(idOf(9))])).toEqual([]);
  });
});

describe('every need', () => {
  it('ends with its problem, once, whatever ends first', () => {
    const ending = fc.constantFrom('done' as const, 'carriedOver' as const, 'refused' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), ending), { minLength: 8, maxLength: 24 }), (endings) => {
        let scene = claiming(8);
        const problems = openItems(scene.state, 'problem').map(({ id }) => id);
        for (const [n, how] of endings) {
          const item = scene.state.items[problems[n] ?? ''];
          if (item?.closedAt === undefined && item !== undefined)
            scene = happened(scene, ...problemEnded(scene.state, item, how));
        }
        const { needs, done, carriedOver, refused, open, torn } = accountOf(scene.state);
        expect([done + carriedOver + refused + open, torn]).toEqual([needs, []]);
        expect(open).toBe(openItems(scene.state, 'problem').length);
      }),
      { numRuns: 40 },
    );
  });

  it('that carries over comes once, marked once more than before', () => {
    const { state } = claiming(2);
    const one = { place: COMMUNITY, words: 'w:0:9', kind: 'housing.lift', times: 2 };
    const from = { process: idOf(60), item: 'i7' };
    const [event] = carriedNeeds(state, [{ ...one, from }]);
    expect(event).toMatchObject({ kind: 'need', facts: { origin: 'carried', times: 3, from } });
    const later = happened(sceneOf(state), ...carriedNeeds(state, [{ ...one, from }])).state;
    expect(carriedNeeds(later, [{ ...one, from }])).toEqual([]);
  });

  it('gives its problem its place and its age, or the subdistrict’s where several places ask', () => {
    const scene = claiming(0);
    const need = (place: string, times: number) => ({ place, times, words: 'w:0:1', kind: 'housing.lift' });
    const all = added(scene.state, 'need', need(ESTATE, 0), need(ESTATE, 2), need(COMMUNITY, 1));
    const items = Object.values(happened(scene, ...all).state.items).filter(({ kind }) => kind === 'need');
    const said = { words: 'w:0:2', kind: 'housing.lift' };
    const [two, three] = [items.slice(0, 2), items].map((some) => problemFrom(scene.state, some, said));
    expect(two).toMatchObject({ place: ESTATE, times: 2, needs: items.slice(0, 2).map(({ id }) => id) });
    expect(three).toMatchObject({ place: SUBDISTRICT, times: 2 });
  });
});

describe('powers', () => {
  it.each([
    [['housing'], 'housing.lift', true],
    [['housing.lift'], 'housing.lift', true],
    [['housing.lift'], 'housing.roof', false],
    [['house'], 'housing.lift', false],
    [['roads', 'housing'], 'housing', true],
    [[], 'housing.lift', false],
  ])('of %j for %s: %s', (powers, kind, has) => {
    expect(hasPowers(powers, kind)).toBe(has);
  });
});

describe('days', () => {
  const member = (awayFrom?: string, awayUntil?: string) => ({
    ...{ id: 'i1', kind: 'member', openedAt: '', facts: {} },
    ...{ facts: JSON.parse(JSON.stringify({ unit: idOf(1), awayFrom, awayUntil })) },
  });

  it.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-07', true],
    ['2026-10-08', false],
  ])('on %s a member that is away in the first week of October is away: %s', (day, away) => {
    expect(isAway(member('2026-10-01', '2026-10-07'), day)).toBe(away);
    expect(isAway(member(), day)).toBe(false);
  });

  it('are those of the place, and a quarter ends with its last', () => {
    const scene = claiming(0);
    expect([today(scene), lastDay(scene)]).toEqual(['2026-10-20', '2026-12-31']);
    expect(today({ ...scene, now: new Date('2026-10-20T17:00:00Z') })).toBe('2026-10-21');
  });
});

describe('the door and the calendar', () => {
  const [door] = quarterlyClaim.entrances ?? [];
  const street = Actor.parse({ person: idOf(50), role: 'subdistrict', unit: idOf(51), place: SUBDISTRICT });
  const threshold = { now: NOW, time: sceneOf(claiming(0).state).time, numbers: {} };

  it('open the same quarter of a place, under one id', () => {
    const opened = door?.begin(street, {}, threshold);
    expect(opened).toMatchObject({ place: SUBDISTRICT, facts: quarterlyClaim.rhythm?.facts('2026Q4') });
    expect(opened?.once).toEqual({
      at: new Date('2026-09-30T16:00:00Z'),
      names: ['quarterly-claim', SUBDISTRICT, '2026Q4'],
    });
  });

  it.each([
    ['community', COMMUNITY],
    ['supervisor', '150602'],
    ['subdistrict', '150602'],
  ])('are not for a %s of %s', (role, place) => {
    expect(() => door?.begin({ ...street, role, place }, {}, threshold)).toThrow('notSubdistrict');
  });
});
