// The way of an item of the supervision ledger, for tests that want one to stand somewhere on it.
import type { Facts } from '../../../workflows/process/event.ts';
import type { State } from '../../../workflows/process/state.ts';
import { ESTATE } from '../../prisma/small-town.ts';
import type { Stage } from '../../process/stage.ts';

const PLACES = ['assign', 'settle', 'check'] as const;
export type Place = (typeof PLACES)[number];

export const because = { grounds: 'w:0:0' };
export const progress = { progress: 'w:0:1', proof: [] };
export const result = { result: 'w:0:2', proof: [] };
export const letter = { ground: 'noProgress', words: 'w:0:3' };
export const reply = { reply: 'w:0:4', proof: [] };
export const minutes = { attendance: 'head', minutes: 'w:0:5' };
export const assignment = (ofClass: 'ordinary' | 'major' = 'ordinary') => ({
  ...{ class: ofClass, demands: 'w:0:6' },
});

/** Opens an item about the housing department by hand, or from elsewhere. */
export const open = (stage: Stage, facts: Facts = {}): Promise<string> =>
  stage.openAny('supervision', ESTATE, { source: 'hand', unit: stage.town.unit('housing'), ...facts });

/** The head of the housing department is called in, for three cards. */
export const summons = (stage: Stage): Promise<string> =>
  open(stage, { source: 'summon', reds: ['a.k1', 'b.k1', 'c.k2'] });

/** Opens one and carries it to a place on its way. */
export async function walk(stage: Stage, to: Place, ofClass?: 'ordinary' | 'major', facts?: Facts) {
  const id = await open(stage, facts);
  if (to !== 'assign') await stage.does(id, 'assignItem', stage.cast.supervisor, assignment(ofClass));
  if (to === 'check') await stage.does(id, 'submitSettlement', stage.cast.housing, result);
  return id;
}

/** One that has a letter out, issued by the supervisor. */
export async function written(stage: Stage, to: Place = 'settle'): Promise<string> {
  const id = await walk(stage, to);
  await stage.does(id, 'issueLetter', stage.cast.supervisor, letter);
  return id;
}

/** And the letter has been answered. */
export async function answered(stage: Stage): Promise<string> {
  const id = await written(stage);
  await stage.does(id, 'replyLetter', stage.cast.housing, reply);
  return id;
}

/** From a check to the end. */
export const strikeOff = (stage: Stage, id: string): Promise<State> =>
  stage.does(id, 'strikeOff', stage.cast.supervisor);
