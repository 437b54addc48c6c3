import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** Work factors of new hashes; old hashes carry their own. 64 MiB and about 0.3 s each. */
const COST = { N: 65_536, r: 8, p: 2 };
const KEY_BYTES = 32;

/** Enough for `randomPassword`, whose 99 bits nobody tries out; a hundred accounts then cost a second, not half a minute. */
const CHEAP = { N: 4_096, r: 8, p: 1 };

/** Letters and digits that nobody mistakes for others on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const derive = (password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 160 * N * r };
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** The text to keep of a password: `scrypt$N$r$p$salt$key`, salt and key in base64. */
export const hashPassword = (password: string): Promise<string> => hashed(password, COST);

/** A password for somebody who has not chosen one: `xxxxx-xxxxx-xxxxx-xxxxx`. */
export function randomPassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** The text to keep of what `randomPassword` made; never for a password that a person chose. */
export const hashRandomPassword = (password: string): Promise<string> => hashed(password, CHEAP);

async function hashed(password: string, cost: typeof COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether the password is the one that was hashed; false for a text that is no such hash. Same time for every wrong one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt = '', key = ''] = hash.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(key, 'base64');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return (
    expected.length === KEY_BYTES &&
    timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), expected)
  );
}
