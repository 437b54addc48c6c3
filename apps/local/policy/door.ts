import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The API said no, or could not be asked; one line for each fault. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly lines: readonly string[]) {
    super(lines.join(' '));
  }
}

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ detail: z.string() })).optional(),
});
const Opened = z.object({ token: z.string() });

/** Asks the API in one language; POSTs carry a key of their own. Throws Refused. */
export class Door {
  constructor(
    private readonly url: string,
    private readonly language: string,
    private readonly token?: string,
  ) {}

  /** The same door for somebody who has signed in. */
  async signIn(account: string, password: string): Promise<Door> {
    const { token } = await this.post('/api/v1/sessions', { account, password }, Opened);
    return new Door(this.url, this.language, token);
  }

  get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return this.#ask(path, {}, schema);
  }

  post<S extends z.ZodType>(path: string, body: object, schema: S): Promise<z.output<S>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) }, schema);
  }

  async #ask<S extends z.ZodType>(path: string, init: RequestInit, schema: S): Promise<z.output<S>> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', this.language);
    if (this.token !== undefined) headers.set('authorization', `Bearer ${this.token}`);
    const answer = await fetch(new URL(path, this.url), { ...init, headers }).catch(() => undefined);
    if (answer === undefined) throw new Refused([`${this.url} does not answer; is Minqing running there?`]);
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return schema.parse(body);
    const problem = Problem.safeParse(body);
    if (!problem.success) throw new Refused([`${path} was answered ${answer.status}.`]);
    throw new Refused([problem.data.detail, ...(problem.data.errors ?? []).map(({ detail }) => detail)]);
  }
}
