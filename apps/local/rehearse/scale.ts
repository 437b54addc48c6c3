/** How large a rehearsal is. `bout`: so many members race for the same problems; as many bouts as that gives. */
export type Scale = {
  subdistricts: number;
  communities: number;
  members: number;
  needs: number;
  bout: number;
};

/** `district`: that of the texts, 12 subdistricts with 79 communities [000] and 300 member units that claim up to 3 each [002]. */
export const scales: Readonly<Record<string, Scale>> = {
  district: { subdistricts: 12, communities: 79, members: 300, needs: 1_500, bout: 5 },
  town: { subdistricts: 1, communities: 3, members: 6, needs: 24, bout: 3 },
};

/** What everybody is rehearsed to claim, and the most that a unit may have [002]. */
export const CLAIMS = 3;

/** `total` in `parts` nearly equal parts. */
export const shares = (total: number, parts: number): number[] =>
  Array.from(
    { length: parts },
    (_, i) => Math.floor(((i + 1) * total) / parts) - Math.floor((i * total) / parts),
  );
