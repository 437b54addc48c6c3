// What a quarter of claims comes to [002]: of its problems by unit, of its needs by community. Pure counts, so that the report,
// the rehearsal and the tests cannot disagree.

/** A problem of the list, and how it ended; a timeliness that nobody knows counts as in time. */
export interface ProblemOutcome {
  readonly needs: readonly string[];
  /** Who had it in hand in the end; null: nobody ever. */
  readonly unit: string | null;
  readonly how?: 'claimed' | 'assigned' | null;
  readonly ending?: string;
  readonly isTimely?: boolean;
}

/** A need, and how it ended; `community` is null where it is the subdistrict's own. */
export interface NeedOutcome {
  readonly id: string;
  readonly community: string | null;
  readonly ending?: string;
}

export interface Quarter {
  readonly problems: readonly ProblemOutcome[];
  readonly needs: readonly NeedOutcome[];
  /** All members and communities, also those of whom nothing is to be counted. */
  readonly members: readonly string[];
  readonly communities: readonly string[];
}

type Outcome = Pick<ProblemOutcome, 'how' | 'ending' | 'isTimely'>;

/** `all` is done + carriedOver + refused once everything has ended; `done` is inTime + late. */
function figuresOf(outcomes: readonly Outcome[]) {
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length;
  return {
    all: outcomes.length,
    claimed: count(({ how }) => how === 'claimed'),
    assigned: count(({ how }) => how === 'assigned'),
    done: count(({ ending }) => ending === 'done'),
    inTime: count(({ ending, isTimely = true }) => ending === 'done' && isTimely),
    late: count(({ ending, isTimely = true }) => ending === 'done' && !isTimely),
    carriedOver: count(({ ending }) => ending === 'carriedOver'),
    refused: count(({ ending }) => ending === 'refused'),
  };
}

/** The figures of the quarter, in all, per unit (null: never held) and per community (null: the subdistrict's own). */
export function quarterReport({ problems, needs, members, communities }: Quarter) {
  const ofNeed = new Map(problems.flatMap((problem) => problem.needs.map((id) => [id, problem])));
  const asked = needs.map(({ id, community, ending }) => ({
    ...{ community, ending },
    ...{ how: ofNeed.get(id)?.how, isTimely: ofNeed.get(id)?.isTimely },
  }));
  const units = new Set([...members, ...problems.map(({ unit }) => unit)]);
  return {
    problems: figuresOf(problems),
    needs: figuresOf(asked),
    units: [...units].map((unit) => ({
      unit,
      ...figuresOf(problems.filter((problem) => problem.unit === unit)),
    })),
    communities: [...communities, null].map((community) => ({
      community,
      ...figuresOf(asked.filter((need) => need.community === community)),
    })),
  };
}

/**
 * Every need once: in how many ways they ended, how many are open, which stand in two problems (`twice`) and which ended
 * otherwise than their problem (`torn`): none, ever. `mostHeld` is the largest number of problems that one unit has.
 */
export function quarterAccount(quarter: Quarter) {
  const { all, done, carriedOver, refused } = quarterReport(quarter).needs;
  const listed = quarter.problems.flatMap(({ needs, ending }) => needs.map((id) => ({ id, ending })));
  const endings = new Map(quarter.needs.map(({ id, ending }) => [id, ending]));
  const seen = new Set<string>();
  const twice = listed.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id);
  const torn = listed.filter(({ id, ending }) => endings.get(id) !== ending).map(({ id }) => id);
  const held = new Map<string, number>();
  for (const { unit } of quarter.problems) if (unit !== null) held.set(unit, (held.get(unit) ?? 0) + 1);
  const open = all - done - carriedOver - refused;
  return {
    needs: all,
    done,
    carriedOver,
    refused,
    open,
    twice,
    torn,
    mostHeld: Math.max(0, ...held.values()),
  };
}
