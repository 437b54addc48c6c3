import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

/** What lies in a table: unreadable without the key that `keyId` names. */
export type Sealed = { keyId: string; nonce: Buffer; sealed: Buffer };

/** The master keys of an installation: new words are sealed with `current`, old ones open with whichever key they name. */
export type Keyring = { current: string; keys: ReadonlyMap<string, Buffer> };

/** No key, a wrong key, or a row that was changed or moved: the words cannot be opened. */
export class CannotOpen extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CannotOpen';
  }
}

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;

/** The keyring of raw 32-byte keys, the current one first. A key's id is the first 8 hex digits of its sha256. */
export function keyringOf(raw: readonly Buffer[]): Keyring {
  const keys = new Map(raw.map((key) => [createHash('sha256').update(key).digest('hex').slice(0, 8), key]));
  const [current] = keys.keys();
  if (!current || raw.some((key) => key.length !== 32))
    throw new CannotOpen('A master key is 32 bytes long.');
  return { current, keys };
}

/** Reads key files (32 raw bytes, or 64 hex digits), the current key's file first. */
export function readKeyring(files: readonly string[]): Keyring {
  return keyringOf(files.map((file) => fromFile(readFileSync(file))));
}

/** Writes a new random master key, readable by its owner only. Fails if the file exists: a key is never overwritten. */
export function writeNewKey(file: string): void {
  writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
}

function fromFile(content: Buffer): Buffer {
  const text = content.toString('latin1').trim();
  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : content;
}

/** Seals with the current key. `aad` binds the result to its row: moved to another row it does not open. */
export function seal(keyring: Keyring, plain: string | Buffer, aad: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, keyOf(keyring, keyring.current), nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { keyId: keyring.current, nonce, sealed: Buffer.concat([body, cipher.getAuthTag()]) };
}

/** Opens what `seal` made. Throws CannotOpen when the key is missing or anything was changed. */
export function open(keyring: Keyring, row: Sealed, aad: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, keyOf(keyring, row.keyId), row.nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(row.sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(row.sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new CannotOpen(`Sealed row ${aad} does not open: it was changed or moved.`, error);
  }
}

/**
 * A keyed fingerprint `<key id>:<hex>` for one purpose, for things too short to be hashed plainly (a six-digit
 * code, a body with a phone number in it). With `keyId` it is made again as it was made then.
 */
export function fingerprint(
  keyring: Keyring,
  purpose: string,
  text: string,
  keyId = keyring.current,
): string {
  const key = Buffer.from(hkdfSync('sha256', keyOf(keyring, keyId), '', purpose, 32));
  return `${keyId}:${createHmac('sha256', key).update(text).digest('hex')}`;
}

/** Whether `print` is the fingerprint of this text, whichever key it was made with. */
export function isPrintOf(keyring: Keyring, purpose: string, text: string, print: string): boolean {
  const [keyId = ''] = print.split(':');
  return print === fingerprint(keyring, purpose, text, keyId);
}

function keyOf(keyring: Keyring, keyId: string): Buffer {
  const key = keyring.keys.get(keyId);
  if (!key) throw new CannotOpen(`There is no master key ${keyId} among the key files.`);
  return key;
}
