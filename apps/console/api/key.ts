/** An Idempotency-Key. Browsers give random ids only on safe origins (https, loopback), so fall back to random bytes. */
export function newKey(): string {
  if (window.isSecureContext) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
