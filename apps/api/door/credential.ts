import type {} from '@fastify/cookie'; // its cookies on request and reply
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'minqing';

/** The token of `Authorization: Bearer`, for clients that are no browser. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];

/** The token that a browser's session cookie holds. */
export const cookieOf = ({ cookies }: FastifyRequest): string | undefined => cookies[NAME];

/** Gives a browser its session: out of reach of scripts, not sent by other sites, only by https where we are reached so. */
export function giveCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(NAME, token, { ...attributes(request), expires });
}

/** Takes the cookie away. */
export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes(request));
}

const attributes = ({ protocol }: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: protocol === 'https',
});
