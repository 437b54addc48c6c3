import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Town, TownKind, TownPerson, TownPlace, TownUnit } from '../../../prisma/town.ts';
import { shares } from './scale.ts';
import type { Scale } from './scale.ts';

/** A member unit with the one person who acts for it, and the group of kinds that it has powers over. */
export type Member = { unit: string; person: string; account: string; powers: string };

/** Who plays in one subdistrict: everybody by account, communities by their paths too. */
export type Cast = {
  path: string;
  clerk: string;
  communities: readonly { path: string; account: string }[];
  /** Those of one group after those of another: each group races for the same problems. */
  bouts: readonly (readonly Member[])[];
};

/** Groups of kinds; the members of the first bout have powers over the first, and so on. */
const GROUPS = ['sanitation', 'water', 'greening', 'lighting', 'order', 'parking', 'care', 'safety'];
/** Nobody's powers reach this one: it is for the meeting. */
export const NOBODYS = 'other';
const WHAT = ['repair', 'supply'];

/** The kinds of one group. */
export const kindsOf = (group: string): string[] => WHAT.map((what) => `${group}.${what}`);

const DISTRICT = '350921';
const padded = (n: number): string => String(n + 1).padStart(3, '0');

/** An invented district of that scale under the pack of that name: the same for everybody and at every time. */
export function townOf(scale: Scale, policy: string): { town: Town; casts: Cast[] } {
  const communities = shares(scale.communities, scale.subdistricts);
  const members = shares(scale.members, scale.subdistricts);
  const casts = communities.map((count, i) => castOf(i, count, (members[i] ?? 0) / scale.bout, scale.bout));
  const people = casts.flatMap(peopleOf);
  const units = casts.flatMap(unitsOf);
  const memberships = casts.flatMap(({ path, bouts }) =>
    bouts.flat().map(({ unit, powers }) => ({ unit, place: codeOf(path), powers: [powers] })),
  );
  const watch: TownPerson = person('supervisor', '督查室', 'Supervision office', {
    ...{ role: 'supervisor', unit: null, place: DISTRICT, isHead: true },
  });
  const places = [{ ...place(DISTRICT, null, 'district'), policy }, ...casts.flatMap(placesOf)];
  return { town: { places, units, people: [...people, watch], kinds: kinds(), memberships }, casts };
}

/** The same cast with ids instead of codes and accounts, for units and people that are in the database. */
export const knownBy = ({ units, people }: TownIds, cast: Cast): Cast => ({
  ...cast,
  bouts: cast.bouts.map((bout) =>
    bout.map(({ unit, person: account, ...member }) => ({
      ...{ ...member, unit: units.get(unit) ?? '', person: people.get(account) ?? '' },
    })),
  ),
});

const codeOf = (path: string): string => path.split('/').at(-1) ?? path;

function castOf(n: number, communities: number, bouts: number, size: number): Cast {
  const code = `${DISTRICT}${padded(n)}`;
  const path = `${DISTRICT}/${code}`;
  return {
    ...{ path, clerk: `clerk-${code}` },
    communities: Array.from({ length: communities }, (_, i) => ({
      ...{ path: `${path}/${code}${padded(i)}`, account: `community-${code}${padded(i)}` },
    })),
    bouts: GROUPS.slice(0, bouts).map((powers, b) =>
      Array.from({ length: size }, (_, i) => {
        const unit = `member-${code}-${b + 1}${i + 1}`;
        return { unit, person: unit, account: unit, powers };
      }),
    ),
  };
}

const place = (code: string, parent: string | null, level: string): TownPlace => ({
  ...{ code, parent, level, name: `演练区划${code}`, nameEn: `Rehearsal place ${code}` },
});

const placesOf = ({ path, communities }: Cast): TownPlace[] => [
  place(codeOf(path), DISTRICT, 'subdistrict'),
  ...communities.map((one) => place(codeOf(one.path), codeOf(path), 'community')),
];

const unitsOf = ({ path, bouts }: Cast): TownUnit[] =>
  bouts.flat().map(({ unit }) => ({
    ...{ code: unit, kind: 'department', name: `成员单位${unit}`, nameEn: `Member unit ${unit}` },
    ...{ place: codeOf(path), superior: null },
  }));

/** Nobody can sign in by a password: `!` is no hash. */
const person = (
  account: string,
  name: string,
  nameEn: string,
  post: TownPerson['posts'][number],
): TownPerson => ({ account, name, nameEn, passwordHash: '!', posts: [post] });

const peopleOf = ({ path, clerk, communities, bouts }: Cast): TownPerson[] => [
  person(clerk, '街道干部', 'Subdistrict clerk', {
    ...{ role: 'subdistrict', unit: null, place: codeOf(path), isHead: true },
  }),
  ...communities.map((one) =>
    person(one.account, '社区干部', 'Community worker', {
      ...{ role: 'community', unit: null, place: codeOf(one.path) },
    }),
  ),
  ...bouts.flat().map(({ account, unit }) =>
    person(account, '单位联络员', 'Clerk of a member unit', {
      ...{ role: 'department', unit, place: codeOf(path) },
    }),
  ),
];

const kinds = (): TownKind[] =>
  [...GROUPS, NOBODYS].flatMap((group) =>
    kindsOf(group).map((code) => ({
      ...{ code, name: code, nameEn: code, group, groupEn: group, lead: null },
      ...{ importance: 2, urgency: 2, size: 'small', mode: 'team' },
    })),
  );
