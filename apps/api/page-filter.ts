import { Catch, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPage } from './console.ts';
import type { ProblemFilter } from './problem-filter.ts';

/** An address that no route serves is a page of the console when a browser wants to read it, else a problem. */
@Catch(NotFoundException)
export class PageFilter implements ExceptionFilter {
  constructor(private readonly problems: ProblemFilter) {}

  catch(error: NotFoundException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { method, url, headers, server } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (!server.hasReplyDecorator('sendFile') || !isPage(method, url, headers.accept))
      return this.problems.catch(error, host);
    void reply.code(200).header('cache-control', 'no-cache').sendFile('index.html');
  }
}
