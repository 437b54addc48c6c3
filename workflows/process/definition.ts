// How a process is described: its steps, the kinds of its tasks, and the acts that people may do.
import type { z } from 'zod';
import type { WorkTime } from '../rules/calendar.ts';
import type { PolicySnapshot } from '../rules/policy.ts';
import type { Actor, Performer } from './actor.ts';
import type { Desk } from './desk.ts';
import type { Entrance, Rhythmic } from './entrance.ts';
import type { Event, Facts } from './event.ts';
import type { Title } from './field.ts';
import type { Heard } from './heard.ts';
import type { LetterView, ListView, Project } from './printed.ts';
import type { Card, Item, State, Task } from './state.ts';

/** All that a rule may look at. `now` is when the act counts. */
export interface Scene {
  readonly definition: ProcessDefinition;
  readonly state: State;
  readonly policy: PolicySnapshot;
  readonly time: WorkTime;
  readonly now: Date;
}

/** What an act is done to: the process as a whole, or one of its tasks, cards or items. */
export interface Target {
  readonly task?: Task;
  readonly card?: Card;
  readonly item?: Item;
  /** In which capacities the colleague may act to whom a task is handed; a client names the person, the API the rest. */
  readonly colleague?: readonly Actor[];
}

/** One act of a person on one target, with what was filled in. */
export interface Deed<I> {
  readonly actor: Actor;
  readonly input: I;
  readonly target: Target;
}

/**
 * An act that people can do. `may` refuses by throwing a RuleViolation; `decide` refuses likewise and
 * otherwise says what happened. Both are pure, so the validator, the handler and the API's list of
 * actions can all ask the same question.
 */
export interface Act {
  readonly name: string;
  readonly title: Title;
  readonly on: 'process' | 'task' | 'card' | 'item';
  readonly input: z.ZodType;
  /** Dangerous acts are asked twice by the console. */
  readonly isFinal?: boolean;
  /** Done through a door of its own, because its form cannot be filled in by hand: not among the offers. */
  readonly isUnoffered?: boolean;
  may(scene: Scene, actor: Actor, target: Target): void;
  /** A rule that is younger than running processes refuses here, before the act is taken: what once was taken still replays. */
  admit?(scene: Scene, input: unknown): void;
  decide(scene: Scene, actor: Actor, input: unknown, target: Target): Event[];
}

interface ActOf<S extends z.ZodType> extends Omit<Act, 'input' | 'decide'> {
  readonly input: S;
  decide(scene: Scene, deed: Deed<z.output<S>>): Event[];
}

/** Describes an act; its input is parsed before the rule sees it. */
export function act<S extends z.ZodType>(described: ActOf<S>): Act {
  const decide: Act['decide'] = (scene, actor, input, target) => {
    described.may(scene, actor, target);
    return described.decide(scene, { actor, input: described.input.parse(input), target });
  };
  return { ...described, decide };
}

/** One way to complete a task: a button with a form. `name` is an Update of its own. */
export interface Completion {
  readonly name: string;
  readonly title: Title;
  readonly form: z.ZodType;
  /** What is filled in is meant for the resident, who may read it once he has been told (`Step.isTelling`). */
  readonly isForResident?: true;
  /** Refuses by throwing; asked after the kit has seen that the actor is the one the task asks for. */
  may?(scene: Scene, actor: Actor, task: Task): void;
  /** Refuses likewise what is filled in, but never what was taken before there was this rule (`Act.admit`). */
  admit?(scene: Scene, input: unknown): void;
  /** What happens besides that the task is done. */
  also?(scene: Scene, deed: { actor: Actor; input: unknown; task: Task }): Event[];
}

/** One kind of human task. */
export interface TaskKind {
  readonly step: string;
  readonly title: Title;
  /** What the person is asked to do, in a sentence. */
  readonly ask: Title;
  /** The term of its clock under the policy; none means no clock. */
  term?(scene: Scene): string;
  /** Name of its ladder in the policy. A window has none: it closes in silence. */
  ladder?(scene: Scene): string;
  readonly isWindow?: boolean;
  /** Return, extension, suspension and reassignment may be asked for. */
  readonly isDispatched?: boolean;
  /** Help for another task (its `about`): the lead may let it go. */
  readonly isExcusable?: boolean;
  readonly completions: readonly Completion[];
}

/** A step of the method, as people name it. */
export interface Step {
  readonly name: string;
  readonly title: Title;
  /** Here the resident is told; from here on he reads what is meant for him. The end tells likewise. */
  readonly isTelling?: true;
}

/** One thing to choose in a form. */
export interface Choice {
  readonly value: string;
  readonly title: Title;
}

/** How a number reads. */
export type Band = 'few' | 'right' | 'many';

/** What one unit is given for its part: points more or less in its score. */
export interface Mark {
  readonly unit: string;
  readonly points: number;
}

/** Everything about a process but its story. Browser-safe: no Temporal in it. */
export interface ProcessDefinition {
  readonly name: string;
  readonly title: Title;
  readonly source: string;
  /** It is about a matter that somebody reported: it has a receipt, words and a reporter. */
  readonly isMatter?: true;
  /** Anybody may look at it, without signing in: nothing in its items or facts may be personal but sealed words. */
  readonly isPublic?: true;
  /** What it is called among others of its kind: made from what it began with. */
  label?(facts: Facts): Title;
  /** The sealed words that say what it is about; those that are called alike are told apart by them. */
  about?(facts: Facts): unknown;
  /** The town's numbers for it, in the pack under `processes.<name>`; each with a default. */
  readonly numbers?: z.ZodType;
  /** By which doors people begin one. */
  readonly entrances?: readonly Entrance[];
  /** That it begins by itself, in every place of a level, each month or quarter. */
  readonly rhythm?: Rhythmic;
  /** What the register tells it at its beginning, as facts of the same name (prisma/register). */
  readonly asks?: readonly string[];
  /** What letters its ledger number begins with. */
  readonly series?: string;
  /** Whether so many red cards of one unit in a year begin one, with the facts `source: 'summon'`, `unit`, `reds`. */
  readonly followsReds?: (reds: number, numbers: unknown) => boolean;
  /** How the number of those begun in a community in a quarter reads: too few and too many are both signs. */
  readonly bandOf?: (begun: number, numbers: unknown) => Band;
  /** By how many points an ended one moves the scores of units. */
  readonly marks?: (state: State, numbers: unknown) => readonly Mark[];
  readonly steps: readonly Step[];
  /** For the diagram: from where to where, and on what. */
  readonly paths: readonly (readonly [from: string, to: string, on: Title])[];
  readonly tasks: Readonly<Record<string, TaskKind>>;
  readonly acts: readonly Act[];
  /** What the fields of its forms choose from (their `options`), besides units, people, kinds and places. */
  readonly choices?: Readonly<Record<string, (state: State) => readonly Choice[]>>;
  /** The page of those whose daily work it is. */
  readonly desk?: Desk;
  /** The kinds of things on its list, as people call them. */
  readonly items?: Readonly<Record<string, Title>>;
  /** Its lists as they are printed and taken away, by the name in their address. */
  readonly lists?: Readonly<Record<string, ListView>>;
  /** What it puts on the list of projects of its place. */
  readonly projects?: (state: State) => readonly Project[];
  /** The letter that an item is; undefined for one that is none. */
  letterOf?(state: State, item: Item): LetterView | undefined;
  /** What whoever began it is told at its end, besides how it ended. */
  report?(scene: Scene): Facts;
  /** What follows when a process that it began says something; without it, the item takes down what was said. */
  heard?(scene: Scene, heard: Heard): Event[];
  /** Who decides about requests concerning a task, the n-th time (0 first): higher and higher. */
  decider(scene: Scene, task: Task, turn: number): Performer;
  /** What the people who reported it are told about, and in which words. */
  tell(scene: Scene, what: string, facts?: Record<string, string | number>): Event[];
  /** What follows when a message to the reporter of a matter could not be delivered. */
  undelivered?(scene: Scene, matter: string, what: string): Event[];
}
