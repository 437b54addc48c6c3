import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Gate } from './lanes.ts';

const Acted = z.object({ status: z.enum(['accepted', 'unknown']), command: z.string() });
const Command = z.object({ status: z.enum(['accepted', 'rejected', 'unknown']) });
const Kept = z.object({ id: z.uuid() });
const Problem = z.object({ type: z.string(), detail: z.string() });

/** Something went otherwise than rehearsed: an act was refused that had to be taken, or the API fell. */
export class Unrehearsed extends Error {}

/** Requests in flight at the API at any time. */
const AT_ONCE = 24;

/** How long one act is tried again while the API asks for patience, and how long its outcome is waited for. Milliseconds. */
const PATIENCE = 60_000;

/** An act by its address below /api/v1: on a process, an item or a task. */
export type Wish = { account: string; at: string; act: string; input?: object };

/** The API, as all the signed-in people of a rehearsal come to it; it takes down how long each act took. */
export class Door {
  /** Milliseconds of each act that was taken. */
  readonly took: number[] = [];
  /** How often acts were refused, by reason. */
  readonly refused = new Map<string, number>();
  /** Acts of which nobody knew at once what became of them. */
  unknown = 0;
  readonly #gate = new Gate(AT_ONCE);

  constructor(
    private readonly url: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  /** Does an act that has to be taken. Throws Unrehearsed. */
  async act(wish: Wish): Promise<void> {
    const refusal = await this.tryTo(wish);
    if (refusal === undefined) return;
    throw new Unrehearsed(
      `${wish.account} may not ${wish.act} at ${wish.at}: ${refusal.type}, ${refusal.detail}`,
    );
  }

  /** Does an act that may be refused by the rules; answers why it was. Throws Unrehearsed. */
  async tryTo({ account, at, act, input = {} }: Wish): Promise<z.infer<typeof Problem> | undefined> {
    const body = JSON.stringify(input);
    return this.#gate.through(async () => {
      const start = performance.now();
      const answer = await this.#post(`${at}/acts/${act}`, account, body);
      if (!answer.ok) return this.#refusal(answer);
      const { status, command } = Acted.parse(await answer.json());
      if (status === 'unknown') await this.#outcome(account, command);
      this.took.push(performance.now() - start);
      return undefined;
    });
  }

  /** Hands in a paper as proof; answers its id. */
  async handIn(account: string): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([PAPER], { type: 'application/pdf' }), 'proof.pdf');
    const answer = await this.#gate.through(() => this.#post('attachments', account, form));
    if (!answer.ok) throw new Unrehearsed(`attachments: ${answer.status} ${await answer.text()}`);
    return Kept.parse(await answer.json()).id;
  }

  /** The same again, under the same key, while the API is busy. */
  async #post(at: string, account: string, body: string | FormData): Promise<Response> {
    const headers = new Headers({ ...this.#headers(account), 'idempotency-key': randomUUID() });
    if (typeof body === 'string') headers.set('content-type', 'application/json');
    for (const end = Date.now() + PATIENCE; ; await sleep(200)) {
      const answer = await fetch(`${this.url}/api/v1/${at}`, { method: 'POST', headers, body });
      if (![429, 503].includes(answer.status) || Date.now() > end) return answer;
      await answer.arrayBuffer();
    }
  }

  async #refusal(answer: Response): Promise<z.infer<typeof Problem>> {
    const { data } = Problem.safeParse(await answer.json().catch(() => undefined));
    if (data === undefined || answer.status >= 500)
      throw new Unrehearsed(`${new URL(answer.url).pathname}: ${answer.status} ${data?.detail ?? ''}`);
    const why = data.type.replace('/problems/', '');
    this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
    return { ...data, type: why };
  }

  async #outcome(account: string, command: string): Promise<void> {
    this.unknown += 1;
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(250)) {
      const answer = await fetch(this.url + command, { headers: this.#headers(account) });
      const { status } = Command.parse(await answer.json());
      if (status === 'accepted') return;
      if (status === 'rejected') throw new Unrehearsed(`${command} was refused after a while.`);
    }
    throw new Unrehearsed(`Nobody knows what became of ${command}.`);
  }

  #headers(account: string) {
    return { authorization: `Bearer ${this.tokens.get(account)}`, 'accept-language': 'en' };
  }
}

/** The smallest file that passes for a paper. */
const PAPER =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
