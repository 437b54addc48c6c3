import { DefaultLogger } from '@temporalio/worker';
import type { LogLevel, Logger as TemporalLogger } from '@temporalio/worker';
import pino from 'pino';
import type { Logger } from 'pino';
import type { Environment } from './environment.ts';

/**
 * The log of the worker, one JSON line an event on standard output. Neither words nor names nor addresses are ever
 * written: ids, codes and times only.
 */
export const openLog = (environment: Pick<Environment, 'logLevel'>): Logger =>
  pino({ base: { part: 'worker' }, level: environment.logLevel, serializers: { err: fault } });

/** Errors without the values that a driver adds to them (PostgreSQL quotes the row, a mail server the address). */
function fault(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack };
}

/** What an error comes to in a row that people may read: its name and code, not its words. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/** Temporal's own lines, by the same log; its chatter is left out. */
export const temporalLog = (log: Logger): TemporalLogger =>
  new DefaultLogger('WARN', ({ level, message, meta }) =>
    log[levels[level]]({ ...meta, of: 'temporal' }, message),
  );
