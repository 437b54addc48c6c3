import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { fingerprint, isPrintOf } from '../../../prisma/seal.ts';
import type { Keyring } from '../../../prisma/seal.ts';

/** A new session token: 32 random bytes. Only its sha256 is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a session token, and its session's id. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const PURPOSE = 'receipt token';
const Claim = z.strictObject({ matter: z.uuid(), until: z.int() });

/** A token that opens one matter until a moment; nothing is stored, it carries its own keyed fingerprint. */
export function receiptToken(keys: Keyring, matterId: string, until: Date): string {
  const claim = Buffer.from(JSON.stringify({ matter: matterId, until: until.getTime() })).toString(
    'base64url',
  );
  return `r.${claim}.${fingerprint(keys, PURPOSE, claim)}`;
}

/** The matter that a receipt's token opens; undefined when it was changed, is too old or is something else. */
export function matterOf(keys: Keyring, token: string, now: Date): string | undefined {
  const [, claim, print] = /^r\.([\w-]+)\.([0-9a-f:]+)$/.exec(token) ?? [];
  if (claim === undefined || print === undefined || !isGenuine(keys, claim, print)) return undefined;
  const { matter, until } = Claim.parse(JSON.parse(Buffer.from(claim, 'base64url').toString()));
  return until > now.getTime() ? matter : undefined;
}

function isGenuine(keys: Keyring, claim: string, print: string): boolean {
  const [keyId = ''] = print.split(':');
  return keys.keys.has(keyId) && isPrintOf(keys, PURPOSE, claim, print);
}
