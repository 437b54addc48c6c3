// The way to the API: one function that sends, reads and parses. Every answer is checked against a schema, so that a
// mismatch with the server is a clear error and not a blank page.
import { z } from 'zod';
import { Problem, Refused, Unreachable, Unreadable } from './problem.ts';

export type Wish = {
  method?: string;
  /** Sent as JSON; a FormData is sent as it is. */
  body?: unknown;
  /** Names an act: the same key and body are done once, however often they are sent. */
  key?: string;
  /** Why an auditor wants to know who reported it; that is recorded. */
  purpose?: string;
  signal?: AbortSignal;
};

/** Who asks and in which language; `token` is that of a receipt, a session travels in its cookie. */
export type Asker = { language: string; token?: string };

/** Asks and parses. Throws Refused, Unreachable or Unreadable. */
export type Ask = <S extends z.ZodType>(answer: S, href: string, wish?: Wish) => Promise<z.output<S>>;

/** The address of a resource below the API's root. */
export const at = (path: string): string => `/api/v1/${path}`;

/** An `ask` for somebody. */
export const asking =
  (asker: Asker): Ask =>
  async (answer, href, wish = {}) => {
    const response = await send(asker, href, wish);
    const body = await bodyOf(response);
    if (!response.ok) throw refusal(response, body);
    const parsed = answer.safeParse(body);
    if (!parsed.success)
      throw new Unreadable(`${wish.method ?? 'GET'} ${href}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };

/** A file as it is stored, for pictures that need the reader's right. */
export async function fileAt(asker: Asker, href: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send(asker, href, { signal });
  if (!response.ok) throw refusal(response, await bodyOf(response));
  return response.blob();
}

async function send(asker: Asker, href: string, wish: Wish): Promise<Response> {
  const { method = 'GET', body, signal } = wish;
  const isPlain = body === undefined || body instanceof FormData;
  try {
    const sent = isPlain ? body : JSON.stringify(body);
    return await fetch(href, {
      method,
      headers: headersOf(asker, wish),
      body: sent,
      signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Unreachable(href, { cause: error });
  }
}

function headersOf({ language, token }: Asker, { body, key, purpose }: Wish): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json');
  if (key !== undefined) headers.set('idempotency-key', key);
  if (purpose !== undefined) headers.set('x-purpose', encodeURIComponent(purpose));
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  return headers;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text; // a proxy's page: not ours, so no schema will take it
  }
}

function refusal(response: Response, body: unknown): Error {
  const problem = Problem.safeParse(body);
  if (problem.success) return new Refused(problem.data);
  const isAway = response.status >= 502 && response.status <= 504;
  return isAway ? new Unreachable(response.url) : new Unreadable(`${response.status} ${response.url}`);
}
