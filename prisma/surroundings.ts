import { z } from 'zod';

/** What every server needs to be told about where it runs. */
export const Surroundings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address like postgres://user@host/db',
  }),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** The current master key first, older ones after it, comma-separated. */
  MINQING_MASTER_KEY_FILE: z
    .string('must name the file of the master key')
    .min(1)
    .transform((files) => files.split(',').map((file) => file.trim())),
  MINQING_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** The surroundings cannot be used: one clear sentence per fault, a line each. */
export class BadEnvironment extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'BadEnvironment';
  }
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment variables that a schema names; throws BadEnvironment naming every one that is missing or wrong. */
export function readVariables<T>(schema: z.ZodType<T>, source: Variables): T {
  // Set to nothing is not set: compose files and shells pass it on like that.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new BadEnvironment(result.error.issues.map((issue) => faultOf(given, issue)));
}

/** Names the variable and the fault, never the value: it may hold a password. */
function faultOf(source: Variables, { path, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  const fault = message.startsWith('must') ? message : `is not valid (${message})`;
  return source[name] === undefined ? `${name} is not set: it ${fault}.` : `${name} ${fault}.`;
}
