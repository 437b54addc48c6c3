import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import type { Logger } from 'pino';
import type { Environment } from './environment.ts';

/**
 * The log of the API, one JSON line an event on standard output. Neither bodies nor names, addresses or query
 * strings are ever written: ids, routes and times only.
 */
export const openLog = (environment: Pick<Environment, 'logLevel'>): Logger =>
  pino({ base: { part: 'api' }, level: environment.logLevel, serializers: { err: fault } });

/** Errors without the values that a driver adds to them (PostgreSQL quotes the row in `detail`). */
function fault(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack };
}

/** Nest's own lines, by the same log; its chatter at the start is for debugging only. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
});
