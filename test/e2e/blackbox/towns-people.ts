// Who is in the town besides the small one: a liaison station with its deputy, a second subdistrict with two communities
// and its member units, kinds of roads.
import { randomInt } from 'node:crypto';
import type { Town } from '../../../prisma/town.ts';
import { COMMUNITY, DISTRICT } from '../../prisma/small-town.ts';

const codeOf = (path: string) => path.split('/').at(-1) ?? '';

/** A code of its own in every run: a quarter's id is made from its place, and all files of a run share one Temporal. */
const street = `${DISTRICT}/${codeOf(DISTRICT)}${randomInt(100_000, 999_999)}`;
const community = (n: number) => `${street}/${codeOf(street)}00${n}`;

const someone = (passwordHash: string, account: string, role: string, unit: string, path: string) => ({
  ...{ account, name: account, nameEn: account, passwordHash },
  posts: [{ role, unit, place: codeOf(path) }],
});

const place = (path: string, level: string, name: string, nameEn: string) => ({
  ...{ code: codeOf(path), parent: codeOf(path.slice(0, path.lastIndexOf('/'))), level, name, nameEn },
});

const unit = (code: string, kind: string, path: string) => ({
  ...{ code, kind, name: code, nameEn: code, place: codeOf(path), superior: 'gov' },
});

const road = (code: string, name: string, nameEn: string) => ({
  ...{ code, name, nameEn, group: '道路', groupEn: 'Roads', lead: 'transport' },
  ...{ importance: 2, urgency: 2, size: 'small', mode: 'team' },
});

const member = (code: string, ...powers: string[]) => ({ unit: code, place: codeOf(street), powers });

/** Everybody has the password that the hash is of. */
export const largerTown = (hash: string): Town => ({
  places: [
    place(street, 'subdistrict', '公园街道', 'Gongyuan Subdistrict'),
    place(community(1), 'community', '万家社区', 'Wanjia Community'),
    place(community(2), 'community', '杏林社区', 'Xinglin Community'),
  ],
  units: [
    unit('street', 'subdistrict', street),
    unit('near', 'community', community(1)),
    unit('far', 'community', community(2)),
    unit('water', 'department', DISTRICT),
    { ...unit('station', 'station', COMMUNITY), superior: null, handles: false },
  ],
  people: [
    someone(hash, 'street', 'subdistrict', 'street', street),
    someone(hash, 'near', 'community', 'near', community(1)),
    someone(hash, 'far', 'community', 'far', community(2)),
    someone(hash, 'deputy.station', 'deputy', 'station', COMMUNITY),
    someone(hash, 'water', 'department', 'water', DISTRICT),
  ],
  kinds: [road('roads.hole', '路面坑洼', 'Hole in the road'), road('roads.lamp', '路灯', 'Street lamp')],
  memberships: [
    member('housing', 'housing'),
    member('transport', 'housing', 'roads'),
    member('water', 'housing'),
  ],
});
