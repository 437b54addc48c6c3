import type { FastifyRequest } from 'fastify';
import { BadField } from './refusal.ts';

/**
 * Refuses U+0000 wherever it was sent: PostgreSQL keeps it in no text, nor looks for it. Throws BadField, told at the field
 * or the parameter that has it.
 */
export function mustBeKeepable({ params, query, body }: FastifyRequest): void {
  for (const part of [params, query, body]) {
    for (const [field, value] of Object.entries(part ?? {}))
      if (hasNul([field, value])) throw new BadField(field.replaceAll('\0', ''), 'sign-not-kept');
  }
}

/** Without recursion, for what was sent may be nested as deep as its author liked. */
function hasNul(sent: unknown): boolean {
  const left = [sent];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const [key, inside] of Object.entries(value)) left.push(key, inside);
  }
  return false;
}
