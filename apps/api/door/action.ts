import { createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anonymous } from './subject.ts';
import type { Subject } from './subject.ts';
import type { Action as ActionName } from './right.ts';
import type { Kind } from './resource.ts';

declare module 'fastify' {
  interface FastifyRequest {
    subject?: Subject;
  }
}

/** What a route does, and to what thing: `of` names the kind, the parameter `id` names which. */
export type Declaration = { action: ActionName; of?: Kind };

export const DECLARATION = Symbol('what a route does');

/** Declares what a route does. A route without this stops the start; the guard asks `decide` before it runs. */
export const Action = (action: ActionName, of?: Kind): MethodDecorator =>
  SetMetadata(DECLARATION, { action, of } satisfies Declaration);

/** Whoever asks, as the guard found out. */
export const Caller = createParamDecorator(
  (_none: unknown, context: ExecutionContext): Subject =>
    context.switchToHttp().getRequest<FastifyRequest>().subject ?? anonymous,
);
