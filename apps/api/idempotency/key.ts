// What creates or acts is done once, however often it is sent: the caller names it with an Idempotency-Key, and the
// row of `command` remembers what became of it.
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BadRequest } from '../refusal.ts';

/** Visible ASCII; a UUID is the usual choice. */
const FORM = /^[\x21-\x7e]{8,128}$/;

/** The caller's Idempotency-Key. Missing or out of form: 400. */
export const Key = createParamDecorator((_none: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !FORM.test(key)) throw new BadRequest('idempotency-key-missing');
  return key;
});

/** Documents the header on a route that creates or acts. */
export const NeedsKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Names this act: sent again with the same body it answers the same, with another body 422',
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  });
