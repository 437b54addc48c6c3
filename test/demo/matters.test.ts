import { Course } from '../../prisma/demo/matter.ts';
import type { DemoMatter } from '../../prisma/demo/matter.ts';
import { demo, posts, staffOf, unit, upwards } from './district.ts';

const kind = new Map(demo.kinds.map((row) => [row.code, row]));
const minutes = (span: string) => parseInt(span) * (span.endsWith('d') ? 1440 : span.endsWith('h') ? 60 : 1);

describe('the kinds', () => {
  it('are 51 in 12 groups, none of them empty', () => {
    expect([demo.groups.length, demo.kinds.length]).toEqual([12, 51]);
    expect(new Set(demo.kinds.map((row) => row.group))).toEqual(new Set(demo.groups.map((row) => row.code)));
  });

  it('use all sizes and service modes, and know complaints', () => {
    expect(new Set(demo.kinds.map((row) => row.size))).toEqual(new Set(['small', 'big', 'hard']));
    expect(new Set(demo.kinds.map((row) => row.mode)).size).toBe(5);
    expect(demo.kinds.filter((row) => row.isComplaint).length).toBeGreaterThan(3);
  });

  it('are led by units that receive work, or by the community of the place', () => {
    expect(demo.kinds.filter((row) => row.lead !== null && !unit.get(row.lead)?.handles)).toEqual([]);
  });
});

describe('the matters', () => {
  const matters = (test: (row: DemoMatter) => boolean) => demo.matters.filter(test).map((row) => row.key);

  it('are 66 and stand at every course, way in, channel, size and service mode', () => {
    expect(demo.matters).toHaveLength(66);
    expect(new Set(demo.matters.map((row) => row.course))).toEqual(new Set(Course.options));
    expect(new Set(demo.matters.map((row) => row.way)).size).toBe(3);
    expect(new Set(demo.matters.map((row) => row.channel)).size).toBe(4);
    expect(new Set(demo.matters.map((row) => row.triage.size)).size).toBe(3);
    expect(new Set(demo.matters.map((row) => row.triage.mode)).size).toBe(5);
  });

  it('are rated 16 times and more, in many kinds, units and grids, some of them late', () => {
    const rated = demo.matters.filter(({ course }) => ['assessing', 'appealed', 'archived'].includes(course));
    const count = (of: (row: DemoMatter) => string) => new Set(rated.map(of)).size;
    expect(rated.length).toBeGreaterThanOrEqual(16);
    expect(count(({ kind: code }) => code.split('.')[0] ?? '')).toBeGreaterThanOrEqual(8);
    expect(count(({ triage }) => triage.lead)).toBeGreaterThanOrEqual(10);
    expect(count(({ place }) => place.slice(0, 12))).toBeGreaterThanOrEqual(10);
    expect(rated.filter(({ startedAgo }) => startedAgo !== undefined).length).toBeGreaterThanOrEqual(4);
  });

  it('lie in a community, an estate or a building', () => {
    expect(matters((row) => row.place.length < 12)).toEqual([]);
  });

  it('are handled by units that receive work and have people; no co-handler is the lead', () => {
    const idle = (code: string) => !unit.get(code)?.handles || staffOf(code).length === 0;
    const wrong = ({ triage }: DemoMatter) =>
      [triage.lead, ...triage.coHandlers].some(idle) || triage.coHandlers.includes(triage.lead);
    expect(matters(wrong)).toEqual([]);
  });

  it('of a community’s own are led by the community they lie in', () => {
    const foreign = ({ triage, place }: DemoMatter) =>
      unit.get(triage.lead)?.kind === 'community' &&
      !upwards(place).includes(unit.get(triage.lead)?.place ?? '');
    expect(matters(foreign)).toEqual([]);
  });

  it('from cadres are reported by staff, those from systems bear the other system’s id', () => {
    const roleOf = ({ reporter }: DemoMatter) =>
      'account' in reporter ? posts.find((post) => post.account === reporter.account)?.role : undefined;
    const cadres = ['gridWorker', 'community', 'subdistrict', 'deputy'];
    expect(matters((row) => row.way === 'cadre' && !cadres.includes(roleOf(row) ?? ''))).toEqual([]);
    expect(
      matters((row) => row.way === 'resident' && !['resident', undefined].includes(roleOf(row))),
    ).toEqual([]);
    expect(matters((row) => (row.way === 'system') !== (row.external !== undefined))).toEqual([]);
  });

  it('told by a resident on the phone or at the door were taken down by staff who serve that place', () => {
    const spoken = (row: DemoMatter) => row.way === 'resident' && ['phone', 'visit'].includes(row.channel);
    const served = (row: DemoMatter) =>
      posts.some((post) => post.account === row.takenBy && upwards(row.place).includes(post.place));
    expect(matters((row) => spoken(row) !== served(row))).toEqual([]);
  });

  it('that were entered late happened before they were opened, and some were', () => {
    const late = demo.matters.filter((row) => row.happenedAgo !== undefined);
    expect(late.length).toBeGreaterThanOrEqual(5);
    expect(late.filter((row) => minutes(row.happenedAgo ?? '0d') <= minutes(row.openedAgo))).toEqual([]);
  });

  it('that complain of a unit are never led by it, and are of a kind that hides who complained', () => {
    const about = demo.matters.filter((row) => row.about !== undefined);
    expect(about).not.toEqual([]);
    expect(about.filter((row) => row.triage.lead === row.about || !kind.get(row.kind)?.isComplaint)).toEqual(
      [],
    );
  });

  it('come back for another handling only when not solved or not satisfied', () => {
    const again = (row: DemoMatter) => row.course === 'rehandling';
    const good = (row: DemoMatter) => row.rating?.solved === true && row.rating.satisfaction !== 'not';
    expect(matters((row) => again(row) && good(row))).toEqual([]);
  });

  it('give every reporter without an account a fictitious number of his own', () => {
    const phones = demo.matters.flatMap(({ reporter }) => ('phone' in reporter ? [reporter.phone] : []));
    expect(new Set(phones).size).toBe(phones.length);
  });
});
