// A client that knows nothing of Minqing but how to sign in and to follow `actions`: it fills each form from its JSON Schema.
import { randomUUID } from 'node:crypto';

// oxlint-disable-next-line typescript/no-explicit-any -- this client knows nothing of what it is told
type Json = Record<string, any>;

/** What one may do: as any resource answers it. */
export interface Action {
  name: string;
  title: string;
  method: string;
  href: string;
  input: Json;
  task?: string;
  item?: string;
}

/** How forms are filled in: what is written where there are no choices; `isEager`: also where nothing has to be. */
export interface Pen {
  write(field: Json): string;
  readonly isEager: boolean;
}

const plainPen: Pen = { write: () => 'Words in a form.', isEager: false };

/** A field in which people write what they like. */
export const isFree = (field: Json): boolean =>
  field['type'] === 'string' &&
  ['enum', 'oneOf', 'format', 'pattern', 'x-options'].every((mark) => field[mark] === undefined);

export class Client {
  constructor(
    readonly base: string,
    readonly token?: string,
    readonly name = 'anonymous',
    readonly pen = plainPen,
  ) {}

  /** A client with a session of its own. */
  async signIn(account: string, password: string): Promise<Client> {
    const { token } = await this.post('/api/v1/sessions', { account, password });
    return new Client(this.base, token, account, this.pen);
  }

  /** A client that holds a receipt and its code. */
  async showReceipt(receipt: string, code: string): Promise<Client> {
    const { token } = await this.post('/api/v1/receipts', { receipt, code });
    return new Client(this.base, token, receipt, this.pen);
  }

  async ask(
    method: string,
    href: string,
    body?: unknown,
    key: string = randomUUID(),
  ): Promise<{ status: number; body: Json }> {
    const headers: Record<string, string> = { 'accept-language': 'en' };
    if (this.token !== undefined) headers['authorization'] = `Bearer ${this.token}`;
    if (body !== undefined)
      Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': key });
    const answer = await fetch(this.base + href, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
  }

  async get(href: string): Promise<Json> {
    return expectSuccess(await this.ask('GET', href), href);
  }

  async post(href: string, body: unknown): Promise<Json> {
    return expectSuccess(await this.ask('POST', href, body), href);
  }

  /** A file that an address answers with. */
  async file(href: string): Promise<{ status: number; type: string; start: string }> {
    const answer = await fetch(this.base + href, { headers: { authorization: `Bearer ${this.token}` } });
    const start = Buffer.from(await answer.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1');
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', start };
  }

  /** What an address answers with, as text. */
  async text(href: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(this.base + href, { headers: { authorization: `Bearer ${this.token}` } });
    return { status: answer.status, text: await answer.text() };
  }

  /** Hands a file in where a form says (`x-upload`); answers the id that the form takes. */
  async handIn(action: Action, field: string, content: Buffer, name = 'proof.png'): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([Uint8Array.from(content)], { type: 'image/png' }), name);
    const href: string = action.input['properties'][field]['x-upload'];
    const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID() };
    const answer = await fetch(this.base + href, { method: 'POST', headers, body });
    return expectSuccess({ status: answer.status, body: (await answer.json()) as Json }, href)['id'];
  }

  /** What this caller may do with a resource; nothing where it may not even be seen. */
  async actions(href: string): Promise<Action[]> {
    const { status, body } = await this.ask('GET', href);
    return status === 200 ? (body['actions'] ?? []) : [];
  }

  /** Follows an action; `values` are laid over what the schema asks for. */
  async follow(action: Action, values: Json = {}): Promise<Json> {
    return this.post(action.href, { ...(await this.fill(action.input)), ...values });
  }

  /** The least that a schema accepts: each required field with its first choice, or something of its type. */
  async fill(schema: Json): Promise<Json> {
    const properties: Json = schema['properties'] ?? {};
    const isWanted = (name: string) =>
      (schema['required'] ?? []).includes(name) ||
      (this.pen.isEager && (isFree(properties[name]) || properties[name]['type'] === 'object'));
    const names = Object.keys(properties).filter(isWanted);
    const pairs = await Promise.all(
      names.map(async (name) => [name, await this.value(schema['properties'][name])]),
    );
    return Object.fromEntries(pairs);
  }

  private async value(field: Json): Promise<unknown> {
    if (field['oneOf'] !== undefined) return field['oneOf'][0].const;
    if (field['enum'] !== undefined) return field['enum'][0];
    if (field['x-options'] !== undefined && field['type'] !== 'array') {
      return (await this.get(field['x-options']))['items'][0].value;
    }
    if (field['type'] === 'object') return this.fill(field);
    return field['format'] === undefined && field['type'] === 'string' ? this.pen.write(field) : plain(field);
  }
}

function plain(field: Json): unknown {
  if (field['type'] === 'array') return [];
  if (field['type'] === 'integer' || field['type'] === 'number') return field['minimum'] ?? 1;
  if (field['type'] === 'boolean') return true;
  if (field['format'] === 'date') return new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  return plainPen.write(field);
}

function expectSuccess({ status, body }: { status: number; body: Json }, href: string): Json {
  if (status < 200 || status > 299) throw new Error(`${href}: ${status} ${JSON.stringify(body)}`);
  return body;
}
