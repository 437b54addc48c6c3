import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Malformed } from './refusal.ts';

/**
 * Checks bodies, parameters and queries with the zod schema that the route names; refuses with Malformed. Nest's own
 * pipe would throw away the value, and with it the chance to tell the faults in the caller's language.
 */
@Injectable()
export class Validation implements PipeTransform {
  async transform(value: unknown, { schema }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    const result = await schema.safeParseAsync(value);
    if (!result.success) throw new Malformed(schema, value);
    return result.data;
  }
}
