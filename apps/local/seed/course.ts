import { z } from 'zod';
import type { DemoStep } from '../../../prisma/demo/process.ts';
import { Action } from './client.ts';
import type { Visitor } from './client.ts';
import { Titled } from './matter.ts';

const Item = z.looseObject({
  id: z.string(),
  href: z.string(),
  kind: Titled,
  unit: Titled.nullable(),
  status: z.string(),
  facts: z.looseObject({ words: z.string().optional() }),
});
type Item = z.infer<typeof Item>;

const AskedOf = z.looseObject({ place: z.string().nullable() });

/** A process that is no matter, as the seed reads it. */
export const Course = z.looseObject({
  tasks: z.array(z.looseObject({ id: z.string(), asks: AskedOf, item: z.string().nullable() })),
  items: z.array(Item),
  actions: z.array(Action),
});
export type Course = z.infer<typeof Course>;

const Offering = z.looseObject({ actions: z.array(Action) });

/** The open thing of that kind whose words begin so, or that is of that unit; `units`: ids by code. */
export function itemNamed({ items }: Course, name: string, units: ReadonlyMap<string, string>) {
  const [kind = '', words = ''] = name.split(/:(.*)/s);
  const isMeant = ({ facts, unit }: Item) =>
    facts.words?.startsWith(words) === true || (unit !== null && unit.value === units.get(words));
  return items.find((item) => item.kind.value === kind && item.status === 'open' && isMeant(item));
}

/** The act of a step as it is offered now: on the process, on a task of it, or on a thing on its list. */
export async function offered(visitor: Visitor, course: Course, step: DemoStep, item: Item | undefined) {
  if (step.item !== undefined && item === undefined) return undefined;
  const taskOf = (id = '') => course.tasks.find((task) => task.id === id);
  const isThere = ({ task }: Action) =>
    step.at === undefined || taskOf(task)?.asks.place?.endsWith(step.at) === true;
  const isAbout = ({ task }: Action) => item === undefined || taskOf(task)?.item === item.id;
  const named = ({ name }: Action) => name === step.act;
  const here = course.actions.find((one) => named(one) && isThere(one) && isAbout(one));
  if (here !== undefined || item === undefined) return here;
  return (await visitor.get(item.href, Offering)).actions.find(named);
}
