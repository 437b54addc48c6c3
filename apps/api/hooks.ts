import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { anonymous, nameOf } from './door/subject.ts';
import type { Measures } from './health/measures.ts';
import { mustBeKeepable } from './keepable.ts';

/**
 * Logs and measures every request by its route, never by its address: addresses carry what people search for. What cannot
 * be kept is refused before anybody looks for it.
 */
export function observe(fastify: FastifyInstance, log: Logger, measures: Measures): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id); // a reply is thenable: awaited, it waits for its own end
    done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    mustBeKeepable(request);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method, id, subject = anonymous } = request;
    const status = reply.statusCode;
    const ms = Math.round(reply.elapsedTime);
    measures.requests.observe({ method, route, status }, reply.elapsedTime / 1_000);
    log.info({ request: id, method, route, status, ms, by: nameOf(subject) }, 'answered');
    done();
  });
}
