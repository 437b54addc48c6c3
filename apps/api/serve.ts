import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import 'reflect-metadata';
import type { Logger } from 'pino';
import { newId } from '../../prisma/id.ts';
import { ApiModule } from './app.module.ts';
import { serveConsole } from './console.ts';
import { ApiDocument, describeApi } from './document.ts';
import type { Environment } from './environment.ts';
import { Measures } from './health/measures.ts';
import { observe } from './hooks.ts';
import { nestLog, openLog } from './log.ts';
import { sendProblem } from './problem-filter.ts';

/** Bodies of JSON, in bytes; files have their own limit. */
const BODY_LIMIT = 1_048_576;

/** antd writes its styles into the page; nothing else may come from anywhere but here. */
const policy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

/** The application, ready to listen or to be asked by `inject`. Close it with `close()`. */
export async function createApi(
  environment: Environment,
  ...more: DynamicModule[]
): Promise<NestFastifyApplication> {
  const log = openLog(environment);
  const adapter = new FastifyAdapter({
    genReqId: newId,
    trustProxy: environment.trustProxy,
    bodyLimit: BODY_LIMIT,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(log, error, request, reply),
  });
  const module = ApiModule.with(environment, log);
  const root = { ...module, imports: [...(module.imports ?? []), ...more] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLog(log),
    abortOnError: false,
  });
  try {
    await furnish(app, environment, log);
  } catch (error) {
    await app.close(); // nothing of a half-made application goes on
    throw error;
  }
  return app;
}

async function furnish(app: NestFastifyApplication, environment: Environment, log: Logger): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: policy });
  await serveConsole(app, environment.webDir);
  observe(fastify, log, app.get(Measures));
  await app.init();
  app.get(ApiDocument).content = describeApi(app);
  await fastify.ready();
}
