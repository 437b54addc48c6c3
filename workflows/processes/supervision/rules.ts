// The verdicts of supervision: how grave a letter is, when a head is called in, and what is left open.
import type { Performer } from '../../process/actor.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { numbersIn } from '../../process/numbers.ts';
import type { LetterView } from '../../process/printed.ts';
import { itemsOf, nextId, openItems, openTasks } from '../../process/state.ts';
import type { Item, State, Task } from '../../process/state.ts';
import { clockOf, taskOpened } from '../../process/task.ts';
import { dueAt } from '../../rules/term.ts';
import { NotNow } from '../../rules/violation.ts';
import {
  groundTitles,
  LetterFacts,
  LetterLevel,
  letterTitles,
  Numbers,
  SupervisionFacts,
} from './contract.ts';

const DAY = 86_400_000;

export const factsIn = (state: State): SupervisionFacts => SupervisionFacts.parse(state.facts);
export const letterIn = (item: Item): LetterFacts => LetterFacts.parse(item.facts);
export const numbersOf = (scene: Scene) => numbersIn(scene, Numbers);

/** The supervision office of the district; nobody of the unit that is supervised. */
export const officeOf = (state: State): Performer => ({
  role: 'supervisor',
  place: state.place.split('/').slice(0, 1).join('/'),
  notUnit: factsIn(state).unit ?? undefined,
});

/** What a letter's level is judged by. Lateness in days begun. */
export interface Standing {
  readonly daysLate: number;
  readonly earlierLetters: number;
  readonly rejections: number;
  readonly reds: number;
}

/** One level up; a summons stays a summons. */
export const higherLevel = (level: LetterLevel): LetterLevel => (level === 'notice' ? 'letter' : 'summon');

/**
 * How grave a letter is. A notice reminds; once something is late, carded or written about before, it is a letter of
 * supervision; every rejection is one level more; reds enough call in the head at once.
 */
export function letterLevel(
  { daysLate, earlierLetters, rejections, reds }: Standing,
  redsToSummon: number,
): LetterLevel {
  if (reds >= redsToSummon) return 'summon';
  const first: LetterLevel = daysLate > 0 || earlierLetters > 0 || reds > 0 ? 'letter' : 'notice';
  return Array.from({ length: Math.min(rejections, LetterLevel.options.length) }).reduce(higherLevel, first);
}

const daysLate = (scene: Scene): number =>
  openTasks(scene.state)
    .filter(({ kind }) => kind === 'report' || kind === 'settle')
    .flatMap((task) => clockOf(scene, task)?.dueAt ?? [])
    .map((due) => Math.ceil((scene.now.getTime() - Date.parse(due)) / DAY))
    .reduce((most, days) => Math.max(most, days), 0);

/** What this item's course says about the unit. */
export function standingOf(scene: Scene): Standing {
  const { state } = scene;
  const { unit, level, reds } = factsIn(state);
  const letters = itemsOf(state, 'letter');
  const sentBack = Object.values(state.tasks).filter(({ outcome }) => outcome === 'rejectSettlement');
  const own = Object.values(state.cards).filter((card) => card.level === 'red' && card.unit === unit);
  const isFromCard = level === 'red' || level === 'letter';
  return {
    daysLate: daysLate(scene),
    earlierLetters: letters.filter(({ ending }) => ending !== 'lifted').length,
    rejections: letters.filter(({ ending }) => ending === 'rejected').length + sentBack.length,
    reds: reds.length + own.filter(({ liftedAt }) => liftedAt === undefined).length + (isFromCard ? 1 : 0),
  };
}

/** What is written to a unit, and by whom; `issuer` is null where the process writes by itself. */
export type Writing = Pick<LetterFacts, 'ground' | 'issuer' | 'words' | 'copyTo'> & {
  readonly unit: string;
  readonly level: LetterLevel;
};

/** A letter goes out: with its number, its reply due, and somebody who is asked. A summons is answered by coming. */
export function issued(scene: Scene, writing: Writing): Event[] {
  const { state, now, time } = scene;
  const { reply, summon } = numbersOf(scene);
  const isSummons = writing.level === 'summon';
  const item = nextId('i', state.items);
  const replyDueAt = dueAt(now, isSummons ? summon : reply, time).at.toISOString();
  const asked = isSummons
    ? taskOpened(scene, 'talk', { ...officeOf(state), notUnit: writing.unit }, { item })
    : taskOpened(scene, 'reply', { unit: writing.unit }, { item });
  const facts = factsOf({ ...writing, replyDueAt });
  return [{ type: 'itemAdded', item, kind: 'letter', facts, series: 'letter' }, asked];
}

/** The letter that a task is about. Throws NotNow when there is none. */
export function letterFor({ state }: Scene, task: Task): Item {
  const item = state.items[task.item ?? ''];
  if (item === undefined) throw new NotNow('noSuchLetter');
  return item;
}

/** It has not helped: the same again, one level up. */
export function writtenAgain(
  scene: Scene,
  task: Task,
  { ending, ...by }: Required<Pick<Writing, 'issuer' | 'words'>> & { ending: 'rejected' | 'noShow' },
): Event[] {
  const item = letterFor(scene, task);
  const { unit, copyTo, level, ground } = letterIn(item);
  const again = { unit, copyTo, level: higherLevel(level), ground: ending === 'rejected' ? ending : ground };
  return [
    { type: 'itemClosed', item: item.id, ending, words: by.words },
    ...issued(scene, { ...again, ...by }),
  ];
}

/** The letter that is out and not settled; there is one at a time. */
export const letterOut = (state: State): Item | undefined => openItems(state, 'letter')[0];

/** The first letter is written by itself, to a unit that is known: where the ladder has come to it, and where a head is called in. */
export function firstLetter(scene: Scene): Event[] {
  const { source, level, unit } = factsIn(scene.state);
  const isDue = source === 'summon' || level === 'letter';
  if (!isDue || unit == null || itemsOf(scene.state, 'letter').length > 0) return [];
  const writing = { unit, ground: source === 'summon' ? 'reds' : 'late', issuer: null } as const;
  return issued(scene, { ...writing, level: letterLevel(standingOf(scene), numbersOf(scene).redsToSummon) });
}

const present = (...parts: readonly (string | undefined)[]): string[] => parts.flatMap((part) => part ?? []);

/** A letter on paper: from the unit of whoever issued it, else from the district, whose office the process writes for. */
export function letterOf(state: State, item: Item): LetterView | undefined {
  if (item.kind !== 'letter') return undefined;
  const { issuer, level, unit, ground, words, copyTo, replyDueAt } = letterIn(item);
  const { words: matter, demands } = factsIn(state);
  const office = issuer === null ? undefined : (item.by?.unit ?? undefined);
  return {
    office: office ?? state.place.split('/')[0] ?? state.place,
    level: letterTitles[level],
    receivers: [unit],
    grounds: [groundTitles[ground], ...present(matter, words)],
    demands: demands === undefined ? [t('立即办理并说明情况。', 'Settle it, and explain.')] : [demands],
    replyDueAt,
    copies: present(copyTo),
  };
}
