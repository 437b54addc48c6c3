import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * What a route answers when all is well: documents it, and lets nothing out that the schema does not name
 * (StandardSchemaSerializerInterceptor).
 */
export function Answers(status: number, schema: z.ZodType | undefined, description: string): MethodDecorator {
  const documented = ApiResponse({
    status,
    description,
    ...(schema === undefined ? {} : { standardSchema: schema }),
  });
  return schema === undefined
    ? applyDecorators(documented)
    : applyDecorators(documented, SerializeOptions({ schema }));
}
