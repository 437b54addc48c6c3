import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { Action, Client } from '../../blackbox/client.ts';

/** What is laid over what the form asks for; it may depend on what may be chosen, or on when it is done. */
type Values = Readonly<Record<string, unknown>> | ((action: Action) => Readonly<Record<string, unknown>>);

/** The name of an act, or the name with what no form tells; by whom where several may, and to which of several things. */
export type Deed = string | readonly [name: string, values: Values, by?: string, nth?: number];

type Sought = { name: string; by?: string; nth?: number };

/** Busy machines take long; nobody waits for ever. */
const TRIES = 40;

/** All who work there. Whoever may does what is to be done; who did it the last time is asked first. */
export class Clerks {
  #photo: Promise<Buffer> | undefined;

  /** `last`: who did what the last time; several may remember together. */
  constructor(
    private readonly people: readonly Client[],
    private readonly last: Map<string, Client>,
  ) {}

  /** One deed after the other on the process at the address; answers where the last led to. */
  async do(href: string, deeds: readonly Deed[]): Promise<string> {
    let led = href;
    for (const deed of deeds) {
      const [name, values, by, nth] = typeof deed === 'string' ? [deed, {}] : deed;
      const [person, action] = await this.#whoMay(href, { name, by, nth });
      const own = typeof values === 'function' ? values(action) : values;
      const done = await person.follow(action, { ...(await this.#proof(person, action)), ...own });
      led = String(done['href']);
    }
    return led;
  }

  /** Does these as long as anybody is offered one of them. */
  async drain(href: string, names: readonly string[]): Promise<void> {
    for (const person of this.people) {
      const next = async () => (await person.actions(href)).find(({ name }) => names.includes(name));
      for (let action = await next(); action !== undefined; action = await next())
        await person.follow(action);
    }
  }

  async #whoMay(href: string, { name, by, nth = 0 }: Sought): Promise<[Client, Action]> {
    const last = this.last.get(name);
    const asked = this.people.filter((one) => by === undefined || one.name === by);
    const order = new Set([...(last && asked.includes(last) ? [last] : []), ...asked]);
    for (let tries = 0; tries < TRIES; tries += 1) {
      for (const person of order) {
        const action = (await person.actions(href)).filter((one) => one.name === name)[nth];
        if (action === undefined) continue;
        this.last.set(name, person);
        return [person, action];
      }
      await pause(150);
    }
    throw new Error(`nobody is offered ${name} at ${href}`);
  }

  /** Where a form takes papers, one is handed in, under a name as hostile as the words. */
  async #proof(person: Client, action: Action): Promise<Record<string, unknown>> {
    const fields = Object.entries(action.input['properties'] ?? {});
    const field = fields.find(([, form]) => JSON.stringify(form).includes('x-upload'))?.[0];
    if (field === undefined) return {};
    this.#photo ??= sharp({ create: { width: 4, height: 4, channels: 3, background: '#0c0' } })
      .png()
      .toBuffer();
    return { [field]: [await person.handIn(action, field, await this.#photo, '<img src=x>"\u202egnp.exe')] };
  }
}
