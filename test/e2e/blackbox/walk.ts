// Walks a matter by the names of actions alone: who may do the next one is found by asking everybody for their `actions`.
import { setTimeout as pause } from 'node:timers/promises';
import type { Action, Client } from './client.ts';

/** The name of an action, or the name with values that make the branch. */
export type Step = string | [name: string, values: Record<string, unknown>];

/** Whoever is offered the action, with it. Waits a little: a process may still be beginning. */
export async function whoMay(
  people: readonly Client[],
  href: string,
  name: string,
): Promise<[Client, Action]> {
  for (let tries = 0; tries < 40; tries += 1) {
    for (const person of people) {
      const action = (await person.actions(href)).find((one) => one.name === name);
      if (action !== undefined) return [person, action];
    }
    await pause(100);
  }
  const seen = await Promise.all(
    people.map(
      async (person) => `${person.name}: ${(await person.actions(href)).map((one) => one.name).join(' ')}`,
    ),
  );
  throw new Error(`nobody is offered ${name} on ${href}\n${seen.join('\n')}`);
}

/** Does one step after the other; answers who did each. */
export async function walk(
  people: readonly Client[],
  matter: string,
  steps: readonly Step[],
): Promise<string[]> {
  const doers: string[] = [];
  for (const step of steps) {
    const [name, values] = typeof step === 'string' ? [step, {}] : step;
    const [person, action] = await whoMay(people, `/api/v1/matters/${matter}`, name);
    await person.follow(action, values);
    doers.push(person.name);
  }
  return doers;
}
