import type { IncomingHttpHeaders } from 'node:http';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request was sent by a page of another site, as browsers tell it (Fetch Metadata, else Origin). Clients that
 * are no browser send neither and carry no cookie that anybody could abuse. `host` is the one the caller addressed.
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders, host: string): boolean {
  if (safe.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
