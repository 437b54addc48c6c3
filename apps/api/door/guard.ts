import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import { NotFound, NotSignedIn } from '../refusal.ts';
import { DECLARATION } from './action.ts';
import type { Declaration } from './action.ts';
import { bearerOf, cookieOf } from './credential.ts';
import { decide } from './decide.ts';
import { Allowance, everywhere, Limited } from './limits.ts';
import { isCrossSite } from './origin.ts';
import { resourceOf } from './resource.ts';
import { subjectOf } from './session.ts';
import { anonymous, nameOf, receiptHolder } from './subject.ts';
import type { Subject } from './subject.ts';
import { matterOf } from './token.ts';

/**
 * The one guard before every route: finds out who asks, refuses what another site sent, counts, and asks `decide`.
 * Never in middleware, which the Fastify adapter could be made to skip.
 */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Allowance) private readonly allowance: Allowance,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    const subject = await this.#identify(request);
    request.subject = subject;
    this.#count(request, subject, context);
    const declared = this.reflector.get<Declaration | undefined>(DECLARATION, handler);
    if (declared === undefined) throw new NotYours('not-yours');
    await this.#check(subject, declared, request);
    return true;
  }

  async #identify(request: FastifyRequest): Promise<Subject> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return this.#holderOf(bearer);
    if (isCrossSite(request.method, request.headers, request.host)) throw new NotYours('cross-site');
    const cookie = cookieOf(request);
    return (cookie === undefined ? undefined : await subjectOf(this.db, cookie, new Date())) ?? anonymous;
  }

  async #holderOf(token: string): Promise<Subject> {
    const matter = matterOf(this.db.keys, token, new Date());
    if (matter !== undefined) return receiptHolder(matter);
    const subject = await subjectOf(this.db, token, new Date());
    if (subject === undefined) throw new NotSignedIn('not-signed-in');
    return subject;
  }

  #count(request: FastifyRequest, subject: Subject, context: ExecutionContext): void {
    const name = nameOf(subject);
    const caller = name === 'anonymous' ? request.ip : name;
    this.allowance.take(caller, everywhere, Date.now());
    const narrower = this.reflector.get(Limited, context.getHandler());
    if (narrower === undefined || (narrower.strangersOnly === true && name !== 'anonymous')) return;
    this.allowance.take(
      `${context.getClass().name} ${context.getHandler().name} ${caller}`,
      narrower,
      Date.now(),
    );
  }

  /** First whether the subject may do this to anything at all, so that nobody learns what exists. */
  async #check(subject: Subject, { action, of }: Declaration, request: FastifyRequest): Promise<void> {
    refuse(decide(subject, action));
    if (of === undefined) return;
    const resource = await resourceOf(this.db, of, idOf(request));
    if (resource === undefined) throw new NotFound();
    refuse(decide(subject, action, resource));
  }
}

function refuse(verdict: ReturnType<typeof decide>): void {
  if (verdict.may) return;
  throw verdict.because === 'not-signed-in' ? new NotSignedIn('not-signed-in') : new NotYours('not-yours');
}

function idOf({ params }: FastifyRequest): string {
  const id = params !== null && typeof params === 'object' && 'id' in params ? params.id : undefined;
  return typeof id === 'string' ? id : '';
}
