import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** The demo district cannot be put in; the message is a sentence for people, `status` what the API answered. */
export class NotSeeded extends Error {
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
    this.name = 'NotSeeded';
  }

  override toString(): string {
    return this.message;
  }
}

const Opened = z.object({ token: z.string() });
const Acted = z.object({ status: z.enum(['accepted', 'unknown']), command: z.string() });
const Command = z.object({ status: z.enum(['accepted', 'rejected', 'unknown']) });
const Problem = z.object({ detail: z.string() });

/** What may be done now, as the API offers it. */
export const Action = z.looseObject({
  name: z.string(),
  method: z.literal('POST'),
  href: z.string(),
  task: z.string().optional(),
});
export type Action = z.infer<typeof Action>;

/** How long one request is tried again while the API is away or asks for patience. Milliseconds. */
const PATIENCE = 90_000;

/** Somebody at the door of the API who knows nothing but what it offers him. */
export class Visitor {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get<S extends z.ZodType>(href: string, schema: S): Promise<z.infer<S>> {
    return ask(this.url + href, { headers: this.#headers }, schema);
  }

  /** Begins what was offered, once per key however often it is sent; answers its id. Throws NotSeeded when refused. */
  async begin({ href, method }: Action, input: object, key: string): Promise<string> {
    const headers = { ...this.#headers, ...JSON_BODY, 'idempotency-key': key };
    const request = { method, headers, body: JSON.stringify(input) };
    return (await ask(this.url + href, request, z.object({ id: z.uuid() }))).id;
  }

  /** Does what was offered, once per key however often it is sent; back when it is done. Throws NotSeeded when refused. */
  async follow({ href, method }: Action, input: object, key: string): Promise<void> {
    const headers = { ...this.#headers, ...JSON_BODY, 'idempotency-key': key };
    const request = { method, headers, body: JSON.stringify(input) };
    const { status, command } = await ask(this.url + href, request, Acted);
    if (status === 'unknown') await this.#outcome(command);
  }

  /** Nobody knew yet what came of it: it goes on by itself, and this asks until somebody does. */
  async #outcome(command: string): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(250)) {
      const { status } = await this.get(command, Command);
      if (status === 'accepted') return;
      if (status === 'rejected') throw new NotSeeded(`The API refused ${command} after a while.`);
    }
    throw new NotSeeded(`Nobody knows what became of ${command}: is the worker running?`);
  }

  get #headers() {
    return { authorization: `Bearer ${this.token}`, 'accept-language': 'zh' };
  }
}

const JSON_BODY = { 'content-type': 'application/json' };

const open = async (url: string, body: object): Promise<Visitor> => {
  const origin = new URL(url).origin;
  const { token } = await ask(
    url,
    { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) },
    Opened,
  );
  return new Visitor(origin, token);
};

export const signIn = (url: string, account: string, password: string): Promise<Visitor> =>
  open(`${url}/api/v1/sessions`, { account, password });

/** A resident without an account: receipt number and code open the one matter. */
export const showReceipt = (url: string, receipt: string, code: string): Promise<Visitor> =>
  open(`${url}/api/v1/receipts`, { receipt, code });

/** Asks until there is an answer; the same again while the API is away, busy or starting. */
async function ask<S extends z.ZodType>(url: string, request: RequestInit, schema: S): Promise<z.infer<S>> {
  const end = Date.now() + PATIENCE;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(20_000) }).catch(
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (!(answer instanceof Error) && answer.ok) return schema.parse(await answer.json());
    const wait = waitFor(answer, pause);
    if (wait === undefined || Date.now() + wait > end) throw await troubleOf(url, request, answer);
    await sleep(wait);
  }
}

/** How long to wait before the same is asked again; undefined where that would not help. */
function waitFor(answer: Response | Error, pause: number): number | undefined {
  if (answer instanceof Error) return pause;
  if (![429, 502, 503, 504].includes(answer.status)) return undefined;
  return Math.max(pause, Number(answer.headers.get('retry-after') ?? 0) * 1_000);
}

async function troubleOf(url: string, { method = 'GET' }: RequestInit, answer: Response | Error) {
  const what = `${method} ${new URL(url).pathname}`;
  if (answer instanceof Error) return new NotSeeded(`${what} was not answered: ${answer.message}`);
  const { data } = Problem.safeParse(await answer.json().catch(() => undefined));
  const { status } = answer;
  return new NotSeeded(`${what} was answered ${status}: ${data?.detail ?? 'without a word'}`, status);
}
