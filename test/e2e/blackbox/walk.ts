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
  item?: string,
): Promise<[Client, Action]> {
  const isMeant = (one: Action) => one.name === name && (item === undefined || one.item === item);
  for (let tries = 0; tries < 40; tries += 1) {
    for (const person of people) {
      const action = (await person.actions(href)).find(isMeant);
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

/** Whoever may does it, once it is offered: on the process at the address, or on one of its things; answers what came of it. */
export async function does(
  people: readonly Client[],
  href: string,
  name: string,
  values: Record<string, unknown> = {},
  item?: string,
) {
  const [person, action] = await whoMay(people, href, name, item);
  return person.follow(action, values);
}

/** What keeps the door: the type of the problem that an act followed, or done on another's word, is answered with. */
export async function refusal(
  person: Client,
  action: Action,
  values: Record<string, unknown> = {},
): Promise<[status: number, type: string]> {
  const { status, body } = await person.ask('POST', action.href, {
    ...(await person.fill(action.input)),
    ...values,
  });
  return [status, body['type']];
}

/** Waits until something is so, for what comes by itself from another process. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error('it never was so');
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
