// The way of a common problem, for tests that want one to stand somewhere on it.
import { COMMUNITY, DISTRICT, ESTATE } from '../../prisma/small-town.ts';
import type { Stage } from '../../process/stage.ts';

const PLACES = ['confirm', 'assign', 'solve', 'measure', 'check', 'watch', 'solved'] as const;
export type Place = (typeof PLACES)[number];

export const because = { grounds: 'w:0:0' };
export const solution = { result: 'w:0:1', proof: [] };
export const measure = { measure: 'w:0:2', proof: [] };
export const assignment = (stage: Stage, unit = 'housing') => ({
  level: 'district',
  unit: stage.town.unit(unit),
});

type Leg = (stage: Stage, id: string) => Promise<unknown>;

const legs: Readonly<Record<Exclude<Place, 'solved'>, Leg>> = {
  confirm: ({ does, cast }, id) => does(id, 'confirmCommon', cast.supervisor),
  assign: (stage, id) => stage.does(id, 'assignProblem', stage.cast.supervisor, assignment(stage)),
  solve: ({ does, cast }, id) => does(id, 'submitSolution', cast.housing, solution),
  measure: ({ does, cast }, id) => does(id, 'submitMeasure', cast.housing, measure),
  check: ({ does, cast }, id) => does(id, 'acceptMeasure', cast.supervisor),
  watch: async (stage, id) => stage.skipTo(id, (await stage.clock(id, 'watch')).dueAt),
};

export async function carryOn(stage: Stage, id: string, from: Place, to: Place): Promise<string> {
  for (const place of PLACES.slice(PLACES.indexOf(from), PLACES.indexOf(to))) {
    if (place !== 'solved') await legs[place](stage, id);
  }
  return id;
}

export const sightings = [
  { place: COMMUNITY, kind: 'housing.lift' },
  { place: ESTATE, kind: 'housing.lift' },
];

/** Opens one that has been seen in two places, and carries it to a place on its way. */
export async function walk(stage: Stage, to: Place, seen: readonly object[] = sightings): Promise<string> {
  const facts = { kind: 'housing.lift', words: 'w:0:0', sightings: JSON.parse(JSON.stringify(seen)) };
  return carryOn(stage, await stage.openAny('common-problem', DISTRICT, facts), 'confirm', to);
}
