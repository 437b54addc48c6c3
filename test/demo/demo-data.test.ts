import { DemoRole } from '../../prisma/demo/records.ts';
import type { DemoPost, DemoUnit } from '../../prisma/demo/records.ts';
import {
  demo,
  headsOf,
  level,
  placeOf,
  posts,
  receiving,
  staffOf,
  superiors,
  unit,
  upwards,
} from './district.ts';

describe('the units', () => {
  it('are one office for each subdistrict and one committee for each community, at that place', () => {
    for (const name of ['subdistrict', 'community'] as const) {
      const seats = demo.units.filter((row) => row.kind === name).map((row) => row.place);
      expect(seats.sort()).toEqual(
        level(name)
          .map((row) => row.code)
          .sort(),
      );
    }
  });

  it('that receive work have a head, and so has every unit above them up to the government', () => {
    const chains = receiving.map((row) => superiors(row));
    expect(chains.filter((chain) => chain.length < 2 || chain.at(-1) !== 'gov')).toEqual([]);
    expect(chains.flat().filter((code) => headsOf(code).length !== 1)).toEqual([]);
  });

  it('all have a superior but the government and the deputies’ office, which receive no work', () => {
    const roots = demo.units.filter((row) => row.superior === null);
    expect(roots.map((row) => [row.code, row.handles])).toEqual([
      ['gov', false],
      ['renda', false],
    ]);
  });

  it('that make call-backs or supervise handle nothing', () => {
    const watching = posts.filter((post) => post.callBack || post.role === 'supervisor');
    expect(watching.map((post) => unit.get(post.unit ?? '')?.handles)).not.toContain(true);
  });

  it('of ten departments have two clerks and a head', () => {
    const full = receiving.filter((row) => row.kind === 'department' && staffOf(row.code).length === 3);
    expect(full).toHaveLength(10);
  });

  it('that are communities and receive work have two people, so that nobody checks his own work', () => {
    const staffed = receiving.filter((row) => row.kind === 'community');
    expect(staffed).toHaveLength(12);
    const dispatchers = (row: DemoUnit) => staffOf(row.code).filter((post) => post.role === 'community');
    expect(staffed.filter((row) => new Set(dispatchers(row).map((post) => post.account)).size < 2)).toEqual(
      [],
    );
  });
});

describe('the liaison stations', () => {
  const stations = demo.units.filter((row) => row.kind === 'station');

  it('are three, each at a community that receives work, with deputies who receive there', () => {
    expect(stations).toHaveLength(3);
    const seats = receiving.filter((row) => row.kind === 'community').map((row) => row.place);
    expect(stations.filter((row) => !seats.includes(row.place))).toEqual([]);
    const deputies = stations.map((row) => staffOf(row.code).filter((post) => post.role === 'deputy').length);
    expect(deputies.sort()).toEqual([1, 1, 2]);
  });
});

describe('the member units', () => {
  const subdistricts = [...new Set(demo.memberships.map((row) => row.place))];
  const membersOf = (place: string) => demo.memberships.filter((row) => row.place === place);

  it('of two subdistricts are 12 and 16, of two others 4, some standing and some part-time', () => {
    const sizes = subdistricts.map((place) => membersOf(place).length);
    expect(sizes.sort((a, b) => a - b)).toEqual([4, 4, 12, 16]);
    for (const place of subdistricts)
      expect(new Set(membersOf(place).map((row) => row.isStanding))).toEqual(new Set([true, false]));
  });

  it('receive work and have somebody to claim it, in subdistricts that have communities with staff', () => {
    const idle = demo.memberships.filter(
      (row) => !unit.get(row.unit)?.handles || staffOf(row.unit).length === 0,
    );
    expect(idle).toEqual([]);
    const staffed = receiving.filter((row) => row.kind === 'community').map((row) => row.place.slice(0, 9));
    expect(subdistricts.filter((place) => !staffed.includes(place))).toEqual([]);
  });

  it('have between them powers over every group of kinds where they are many', () => {
    const groups = (place: string) =>
      new Set(membersOf(place).flatMap(({ powers }) => powers.map((power) => power.split('.')[0])));
    for (const place of subdistricts.filter((one) => membersOf(one).length > 4))
      expect(groups(place)).toEqual(new Set(demo.groups.map((row) => row.code)));
  });
});

describe('the people', () => {
  it('are 95, with every role held and no account of two halves', () => {
    expect(demo.people).toHaveLength(95);
    expect(new Set(posts.map((post) => post.role))).toEqual(new Set(DemoRole.options));
    expect(demo.people.filter((person) => new Set(person.posts.map((post) => post.role)).size > 1)).toEqual(
      [],
    );
  });

  it('are at least 3 residents at home in an estate or building', () => {
    const homes = posts.filter((post) => post.role === 'resident').map((post) => placeOf(post.place)?.level);
    expect(homes.length).toBeGreaterThanOrEqual(3);
    expect(homes.filter((name) => name !== 'estate' && name !== 'building')).toEqual([]);
  });

  it('reach every place: somebody dispatches at it or above it, below the district except for the district', () => {
    const dispatching = (post: DemoPost) =>
      ['community', 'subdistrict', 'supervisor'].includes(post.role) && !post.callBack;
    const seats = new Set(posts.filter(dispatching).map((post) => post.place));
    const nearest = (code: string) => upwards(code).find((step) => seats.has(step));
    const lost = demo.places.filter((row) => nearest(row.code) === undefined);
    const far = demo.places.filter((row) => nearest(row.code) === '150602' && row.level !== 'district');
    expect([lost, far]).toEqual([[], []]);
  });

  it('serve every community but two, which show what becomes of work that nobody is there for', () => {
    const served = new Set(posts.filter(({ role }) => role === 'community').map(({ place }) => place));
    const vacant = level('community').filter(({ code }) => !served.has(code));
    expect(vacant.map(({ name }) => name)).toEqual(['格舍壕村', '高新技术产业虚拟社区']);
  });

  it('with a B post stand for exactly one A of the same role and unit, in at least two pairs', () => {
    const seconds = posts.filter((post) => post.post === 'B');
    const firsts = (b: DemoPost) =>
      staffOf(b.unit).filter((a) => a.post === 'A' && a.role === b.role && a.place === b.place && !a.head);
    expect(seconds.length).toBeGreaterThanOrEqual(2);
    expect(seconds.map((b) => firsts(b).length)).toEqual(seconds.map(() => 1));
  });

  it('who are away hold an A post that a B stands for', () => {
    expect(demo.absences.length).toBeGreaterThanOrEqual(1);
    for (const { account } of demo.absences) {
      const away = posts.filter((post) => post.account === account && post.post === 'A');
      expect(away.some((a) => staffOf(a.unit).some((b) => b.post === 'B' && b.role === a.role))).toBe(true);
    }
  });

  it('hold posts at the place of their unit', () => {
    expect(posts.filter((post) => post.unit !== null && unit.get(post.unit)?.place !== post.place)).toEqual(
      [],
    );
  });
});
