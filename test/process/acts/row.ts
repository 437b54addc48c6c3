// One act in a table: where it is due, who exactly may do it, and every no.
import type { Actor } from '../../../workflows/process/actor.ts';
import type { Role } from '../cast.ts';
import type { Stage } from '../stage.ts';

/** Somebody of the cast, the matter's reporter, or the reporter of another matter. */
export type Who = Role | 'reporter' | 'otherReporter';

export interface ActRow {
  readonly act: string;
  /** Brings a matter to where the act is due. */
  readonly at: (stage: Stage) => Promise<string>;
  /** Everybody who may, and nobody else of the cast; the first one does it. */
  readonly may: readonly Who[];
  readonly input?: (stage: Stage) => object | Promise<object>;
  /** The kind of task, or the card, that it is aimed at; else the task that it completes. */
  readonly on?: string;
  /** Some of those who may not, and why. */
  readonly not: readonly (readonly [who: Who, code: string])[];
  /** Inputs that do not fit, and why. */
  readonly wrong?: readonly (readonly [input: (stage: Stage, id: string) => object, code: string])[];
  /** Who tries it on a matter that has only come in, and what is said; undefined where it may be done at once. */
  readonly early?: readonly [who: Who, code: string];
  /** What is said when it is done once more; undefined where it may be done again. */
  readonly again?: string;
}

export const COMMUNITY = ['clerk', 'clerkB', 'communityHead'] as const;
export const STREET = ['street', 'streetHead'] as const;
export const HOUSING = ['housing', 'housingHead'] as const;
export const SUPERVISION = ['supervisor', 'supervisorHead'] as const;

/** Everybody whose rights are told apart. Who stands in for others is a story of its own. */
export const everybody: readonly Who[] = [
  ...([
    'grid',
    'clerk',
    'clerkB',
    'communityHead',
    'street',
    'streetHead',
    'housing',
    'housingHead',
  ] as const),
  ...(['transport', 'supervisor', 'supervisorHead', 'caller', 'auditor', 'strangeSupervisor'] as const),
  ...(['strangeClerk', 'stranger', 'system', 'reporter', 'otherReporter'] as const),
];

const ELSEWHERE = '01900000-0000-7000-8000-000000000000';

/** The actor, in a matter of this id. */
export function actorFor(stage: Stage, who: Who, id: string): Actor {
  if (who === 'reporter') return stage.cast.reporter(id);
  return who === 'otherReporter' ? stage.cast.reporter(ELSEWHERE) : stage.cast[who];
}

export const NO_GROUNDS = [() => ({ grounds: '' }), 'badInput'] as const;

/** What is said of the task of a later step, and of one that is done. */
const early = ['clerk', 'noSuchTask'] as const;
export const settled = { early, again: 'taskSettled' } as const;

export const notOf = (...who: Who[]) => who.map((one) => [one, 'notPerformer'] as const);
