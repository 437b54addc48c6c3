import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PASSWORD } from '../prisma/small-town.ts';

type Headers = Record<string, string>;

/** JSON as tests read it: whatever comes. */
export type Json = ReturnType<typeof JSON.parse>;
type Answer = { status: number; body: Json; headers: Record<string, Json> };

/** Somebody at the door, by HTTP, in one language and with one token. */
export type Visitor = {
  headers: Headers;
  get: (url: string, headers?: Headers) => Promise<Answer>;
  post: (url: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  patch: (url: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  del: (url: string, headers?: Headers) => Promise<Answer>;
};

/** A visitor with these headers. POSTs carry a fresh Idempotency-Key unless told otherwise. */
export function visitor(app: NestFastifyApplication, headers: Headers = {}): Visitor {
  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload: unknown,
    more: Headers,
  ) => {
    const answer = await app.inject({
      method,
      url,
      payload: payload as object,
      headers: { ...headers, ...more },
    });
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
  };
  return {
    headers,
    get: (url, more = {}) => ask('GET', url, undefined, more),
    post: (url, body, more = {}) => ask('POST', url, body, { 'idempotency-key': randomUUID(), ...more }),
    patch: (url, body, more = {}) => ask('PATCH', url, body, more),
    del: (url, more = {}) => ask('DELETE', url, undefined, more),
  };
}

/** Signs in by password and comes back with the token. */
export async function signedIn(
  app: NestFastifyApplication,
  account: string,
  headers: Headers = {},
): Promise<Visitor> {
  const { body } = await visitor(app).post('/api/v1/sessions', { account, password: PASSWORD });
  return visitor(app, { authorization: `Bearer ${body.token}`, ...headers });
}
