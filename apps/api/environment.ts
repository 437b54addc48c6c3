import { z } from 'zod';
import { readVariables, Surroundings } from '../../prisma/surroundings.ts';
import type { Variables } from '../../prisma/surroundings.ts';

export { BadEnvironment } from '../../prisma/surroundings.ts';

const range = 'must be a port between 0 and 65535';
const port = z.coerce.number(range).int(range).min(0, range).max(65535, range);
const whole = 'must be a whole number from 1 up';
const count = z.coerce.number(whole).int(whole).min(1, whole);

const Needed = Surroundings.extend({
  MINQING_TASK_QUEUE: z.string().min(1).optional(),
  MINQING_PORT: port.default(8080),
  MINQING_HOST: z.string().min(1).default('127.0.0.1'),
  MINQING_HOME: z.string().min(1).default('.minqing'),
  MINQING_WEB_DIR: z.string().min(1).optional(),
  /** Addresses of proxies in front (comma-separated, or `true` for any): their X-Forwarded headers are believed. */
  MINQING_TRUST_PROXY: z.string().min(1).optional(),
  MINQING_SESSION_HOURS: count.max(720, 'must be at most 720').default(12),
  MINQING_LOCK_AFTER: count.default(5),
  MINQING_LOCK_MINUTES: count.default(15),
  /** Multiplies every request limit; large where many offices share one address. */
  MINQING_LIMIT_FACTOR: z.coerce.number('must be a number').positive().default(1),
});

/** What the API needs to know about where it runs. Times in hours and minutes as named. */
export type Environment = {
  databaseUrl: string;
  /** `queue`: the workers' task queue, where it is not the usual one. */
  temporal: { address: string; namespace: string; queue?: string };
  port: number;
  host: string;
  home: string;
  /** The current master key first, older ones after it. */
  masterKeyFiles: string[];
  webDir?: string;
  trustProxy: boolean | string[];
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  sessionHours: number;
  lock: { after: number; minutes: number };
  limitFactor: number;
};

/** Reads the environment variables; throws BadEnvironment naming every one that is missing or wrong. */
export function readEnvironment(source: Variables = process.env): Environment {
  const v = readVariables(Needed, source);
  return {
    databaseUrl: v.DATABASE_URL,
    temporal: { address: v.TEMPORAL_ADDRESS, namespace: v.TEMPORAL_NAMESPACE, queue: v.MINQING_TASK_QUEUE },
    port: v.MINQING_PORT,
    host: v.MINQING_HOST,
    home: v.MINQING_HOME,
    masterKeyFiles: v.MINQING_MASTER_KEY_FILE,
    webDir: v.MINQING_WEB_DIR,
    trustProxy: proxies(v.MINQING_TRUST_PROXY),
    logLevel: v.MINQING_LOG_LEVEL,
    sessionHours: v.MINQING_SESSION_HOURS,
    lock: { after: v.MINQING_LOCK_AFTER, minutes: v.MINQING_LOCK_MINUTES },
    limitFactor: v.MINQING_LIMIT_FACTOR,
  };
}

function proxies(text: string | undefined): boolean | string[] {
  if (text === undefined || text === 'false') return false;
  return text === 'true' ? true : text.split(',').map((address) => address.trim());
}
