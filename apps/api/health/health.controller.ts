// Whether the API lives and is ready, and its numbers for Prometheus.
// Nothing here tells of any person or matter.
import { Controller, Get, Header, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import { Measures } from './measures.ts';
import { Readiness } from './readiness.ts';

const Live = z.object({ status: z.literal('ok') });
const State = z.enum(['up', 'down']);
const Ready = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  checks: z.object({ database: State, migrations: State, temporal: State }),
});

@Controller()
export class HealthController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Measures) private readonly measures: Measures,
  ) {}

  @Get('health/live')
  @Action('service:look')
  @Answers(200, Live, 'The process runs')
  live() {
    return { status: 'ok' };
  }

  /** Without Temporal the API still takes matters in, so it is `degraded`, not `down`: 503 only without the database. */
  @Get('health/ready')
  @Action('service:look')
  @HttpCode(200)
  @Answers(200, Ready, 'Ready; `degraded` while Temporal is away')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.readiness.check();
    const isUsable = checks.database === 'up' && checks.migrations === 'up';
    if (!isUsable) void reply.code(503);
    return { status: isUsable ? (checks.temporal === 'up' ? 'ok' : 'degraded') : 'down', checks };
  }

  @Get('metrics')
  @Action('service:look')
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics() {
    return this.measures.registry.metrics();
  }
}
