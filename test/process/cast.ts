// Everybody of the small town in the capacity of their one post, and the reporters by their receipts.
import { Actor } from '../../workflows/process/actor.ts';
import { COMMUNITY, DISTRICT, SUBDISTRICT } from '../prisma/small-town.ts';
import type { LivingTown } from '../prisma/small-town.ts';

type More = Partial<Actor>;

export type Cast = ReturnType<typeof castOf>;

/** The name under which somebody stands in the cast. */
export type Role = Exclude<keyof Cast, 'reporter'>;

/** Who acts in this town; `housing` has it in hand, `clerk` dispatches, `street` and `supervisor` stand above. */
export function castOf(town: LivingTown) {
  const someone = (
    account: string,
    role: string,
    unit: string | null,
    place: string,
    more: More = {},
  ): Actor =>
    Actor.parse({
      person: town.person(account),
      role,
      unit: unit === null ? null : town.unit(unit),
      place,
      ...more,
    });
  return {
    grid: someone('grid', 'gridWorker', 'community', COMMUNITY),
    clerk: someone('community', 'community', 'community', COMMUNITY),
    clerkB: someone('community.b', 'community', 'community', COMMUNITY),
    /** B of the clerk, while the clerk is away (AB岗). */
    clerkBForClerk: someone('community.b', 'community', 'community', COMMUNITY, {
      for: town.person('community'),
    }),
    communityHead: someone('community.head', 'community', 'community', COMMUNITY, { isHead: true }),
    street: someone('subdistrict', 'subdistrict', 'subdistrict', SUBDISTRICT),
    streetHead: someone('subdistrict.head', 'subdistrict', 'subdistrict', SUBDISTRICT, { isHead: true }),
    housing: someone('housing', 'department', 'housing', DISTRICT),
    housingHead: someone('housing.head', 'department', 'housing', DISTRICT, { isHead: true }),
    transport: someone('transport', 'department', 'transport', DISTRICT),
    /** The district's head stands in where nobody holds the role that is asked for. */
    standIn: someone('gov.head', 'department', 'gov', DISTRICT, { isHead: true, standsIn: true }),
    supervisor: someone('supervisor', 'supervisor', 'supervision', DISTRICT),
    supervisorHead: someone('supervisor.head', 'supervisor', 'supervision', DISTRICT, { isHead: true }),
    caller: someone('callback', 'supervisor', 'supervision', DISTRICT, { callBack: true }),
    auditor: someone('auditor', 'auditor', 'supervision', DISTRICT),
    /** The same capacity in a district that this town does not lie in. */
    strangeSupervisor: someone('supervisor', 'supervisor', 'supervision', '150603'),
    strangeClerk: someone('community', 'community', 'community', `${SUBDISTRICT}/150602001002`),
    /** A resident who has reported nothing here. */
    stranger: someone('resident', 'resident', null, ''),
    /** Anybody, not signed in. */
    visitor: Actor.parse({ person: null, role: 'resident', unit: null, place: '' }),
    /** A deputy to the people's congress, of a liaison station. */
    deputy: someone('deputy', 'deputy', null, DISTRICT),
    /** What the system itself says: relay and deliverer. */
    system: Actor.parse({ person: null, role: 'system', unit: null, place: '' }),
    /** Whoever holds the receipt of a matter, without an account. */
    reporter: (matter: string): Actor =>
      Actor.parse({ person: null, role: 'resident', unit: null, place: '', reporterOf: matter }),
  };
}
