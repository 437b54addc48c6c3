import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from './language.ts';
import { answerTo, problemOf } from './problem.ts';

/** Turns every error into a problem document. What nobody foresaw is logged with the request's id, and only there. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.log, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers a request with the problem document of an error. Fastify refuses some requests before Nest sees them. */
export function sendProblem(log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const answer = answerTo(error);
  if (answer.status === 500) log.error({ err: error, request: request.id }, 'a request failed');
  if (reply.sent) return;
  if (answer.retryAfter !== undefined) void reply.header('retry-after', Math.ceil(answer.retryAfter));
  if (answer.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(answer.status)
    .headers({
      'content-type': 'application/problem+json',
      'content-language': language,
      vary: 'accept-language',
    })
    .send(JSON.stringify(problemOf(answer, error, language, request.id)));
}
