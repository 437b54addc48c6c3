// Figures that stand in files as numbers, so that a spreadsheet can go on reckoning with them.

/** A time span in hours, to the second decimal. */
export const hoursIn = (ms: number): number => Math.round(ms / 36_000) / 100;

/** A share from 0 to 1 as per cent, to the first decimal; null is "no data" and stays empty. */
export const percentOf = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1_000) / 10;

/** Points to the second decimal. */
export const pointsOf = (points: number | null): number | null =>
  points === null ? null : Math.round(points * 100) / 100;
