// The straight way of a livelihood entry, for tests that want it to stand somewhere on it.
import type { Stage } from '../../process/stage.ts';
import { dayAfter } from '../../process/walk.ts';
import { COMMUNITY } from '../../prisma/small-town.ts';
import { idOf } from '../begun.ts';

export const DAY = 86_400_000;
export const because = { grounds: 'w:0:0' };
export const inDays = (days: number): string => dayAfter(new Date(), days);
/** It is to be done by the end of next year, so that nothing of it is due while a test looks on. */
export const YEAR = new Date().getUTCFullYear() + 1;

export const entry = ({ town }: Stage, more: object = {}) => ({
  ...{ year: YEAR, words: 'w:0:1', budget: 120_000.5, unit: town.unit('housing'), place: COMMUNITY },
  ...more,
});
export const line = (spent: number, day = inDays(0)) => ({ day, spent, words: 'w:0:2', photos: [] });
export const result = { result: 'w:0:3', proof: [idOf(7)] };
export const notice = { notice: 'w:0:4' };

/** Entered by the subdistrict. */
export const open = (stage: Stage, more: object = {}): Promise<string> =>
  stage.enter('livelihood', 'enterLivelihood', stage.cast.street, entry(stage, more));

export async function asked(stage: Stage): Promise<string> {
  const id = await open(stage);
  await stage.does(id, 'askStrikeOff', stage.cast.housing, result);
  return id;
}

export async function struckOff(stage: Stage): Promise<string> {
  const id = await asked(stage);
  await stage.does(id, 'strikeOff', stage.cast.street);
  return id;
}

export async function published(stage: Stage): Promise<string> {
  const id = await struckOff(stage);
  await stage.does(id, 'publishEntry', stage.cast.street, notice);
  return id;
}
