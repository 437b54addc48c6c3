import { z } from 'zod';
import type { Asker } from '../../api/ask.ts';
import { Problem, Refused, Unreachable, Unreadable } from '../../api/problem.ts';

const Kept = z.object({ id: z.string() });

/** One file on its way; the key makes a second try the same act. */
export type Parcel = { file: File; key: string };

/**
 * Hands a file in and answers its id. An own request, because only this kind says how much of it has gone out: `onProgress`
 * gets a share from 0 to 1. Throws Refused, Unreachable or Unreadable.
 */
export function handIn(
  { language, token }: Asker,
  href: string,
  { file, key }: Parcel,
  onProgress: (share: number) => void,
): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', href);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('idempotency-key', key);
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(new Unreachable(href)));
    request.addEventListener('load', () => {
      const kept = Kept.safeParse(jsonOf(request.responseText));
      if (kept.success) resolve(kept.data.id);
      else reject(refusal(request, href));
    });
    request.send(body);
  });
}

function refusal({ responseText, status }: XMLHttpRequest, href: string): Error {
  const problem = Problem.safeParse(jsonOf(responseText));
  if (problem.success) return new Refused(problem.data);
  return status >= 502 && status <= 504 ? new Unreachable(href) : new Unreadable(`${status} ${href}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page: no schema will take it
  }
}
