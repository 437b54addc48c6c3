// The doors by which a process begins other than by a report: somebody opens it, or the calendar does.
import type { z } from 'zod';
import type { WorkTime } from '../rules/calendar.ts';
import type { Period, Rhythm } from '../rules/period.ts';
import type { Actor } from './actor.ts';
import type { Facts } from './event.ts';
import type { Title } from './field.ts';

/** Where and with what a process begins. With `once`, the same moment and names open the same process of the place only once. */
export interface Begins {
  readonly place: string;
  readonly facts: Facts;
  readonly once?: { readonly at: Date; readonly names: readonly string[] };
}

/** What an entrance may look at: now, the working time, and the town's numbers for the process (`definition.numbers`). */
export interface Threshold {
  readonly now: Date;
  readonly time: WorkTime;
  readonly numbers: unknown;
}

/** A door by which a person begins a process: a button with a form in the list of its kind. */
export interface Entrance {
  readonly name: string;
  readonly title: Title;
  readonly input: z.ZodType;
  /** Refuses by throwing a RuleViolation. */
  may(actor: Actor): void;
  begin(actor: Actor, input: unknown, threshold: Threshold): Begins;
}

interface EntranceOf<S extends z.ZodType> extends Omit<Entrance, 'input' | 'begin'> {
  readonly input: S;
  begin(actor: Actor, input: z.output<S>, threshold: Threshold): Begins;
}

/** Describes an entrance; its input is parsed, and the person asked for, before it begins. */
export function entrance<S extends z.ZodType>(described: EntranceOf<S>): Entrance {
  const begin: Entrance['begin'] = (actor, input, threshold) => {
    described.may(actor);
    return described.begin(actor, described.input.parse(input), threshold);
  };
  return { ...described, begin };
}

/** A process that begins by itself in each place of a level: once in every period. */
export interface Rhythmic {
  readonly level: 'district' | 'subdistrict' | 'community';
  /** Only in places that have a unit of this kind: a liaison station is one at a community. */
  readonly unit?: string;
  every(numbers: unknown): Rhythm;
  facts(period: Period): Facts;
}
