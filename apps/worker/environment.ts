import { z } from 'zod';

const count = z.coerce.number('must be a number').int('must be a whole number').min(0);

/** A bare address, or a name with the address in angle brackets. */
const sender = /^[^<>\r\n]*?<?[^\s<>@]+@[^\s<>@]+>?$/;

const Variables = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address like postgres://user@host/db',
  }),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  MINQING_MASTER_KEY_FILE: z.string('must name the file of the master key').min(1),
  /** Without it no e-mail goes out, and every notice by e-mail says so. */
  MINQING_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
    .optional(),
  MINQING_MAIL_FROM: z.string().regex(sender, 'must be an e-mail address, or Name <address>').optional(),
  MINQING_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address that people open, like https://minqing.example',
    })
    .optional(),
  MINQING_PORT: z.string().default('8080'),
  MINQING_WORKER_CACHE: count.default(500),
  MINQING_WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
  MINQING_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** How mail goes out: the server's address, and who it is from. */
export type MailServer = { url: string; from: string };

/** What the worker needs to know about where it runs. */
export type Environment = {
  databaseUrl: string;
  temporal: { address: string; namespace: string };
  /** The current master key first, older ones after it. */
  masterKeyFiles: string[];
  mail?: MailServer;
  /** What links in letters begin with, without a slash at the end. */
  publicUrl: string;
  /** How many workflows are kept in memory between their tasks. */
  cachedWorkflows: number;
  workflowBundle: string;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/** The surroundings cannot be used: one clear sentence per fault, a line each. */
export class BadEnvironment extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'BadEnvironment';
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/** Reads the environment variables; throws BadEnvironment naming every one that is missing or wrong. */
export function readEnvironment(source: Source = process.env): Environment {
  // Set to nothing is not set: compose files and shells pass it on like that.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Variables.safeParse(given);
  if (!result.success) throw new BadEnvironment(result.error.issues.map((issue) => faultOf(given, issue)));
  const v = result.data;
  return {
    databaseUrl: v.DATABASE_URL,
    temporal: { address: v.TEMPORAL_ADDRESS, namespace: v.TEMPORAL_NAMESPACE },
    masterKeyFiles: v.MINQING_MASTER_KEY_FILE.split(',').map((file) => file.trim()),
    mail: mailServer(v.MINQING_SMTP_URL, v.MINQING_MAIL_FROM),
    publicUrl: (v.MINQING_PUBLIC_URL ?? `http://127.0.0.1:${v.MINQING_PORT}`).replace(/\/+$/, ''),
    cachedWorkflows: v.MINQING_WORKER_CACHE,
    workflowBundle: v.MINQING_WORKFLOW_BUNDLE,
    logLevel: v.MINQING_LOG_LEVEL,
  };
}

function mailServer(url: string | undefined, from: string | undefined): MailServer | undefined {
  if (url === undefined) return undefined;
  if (from === undefined)
    throw new BadEnvironment(['MINQING_MAIL_FROM is not set: with MINQING_SMTP_URL it must be set too.']);
  return { url, from };
}

/** Names the variable and the fault, never the value: it may hold a password. */
function faultOf(source: Source, { path, message }: z.core.$ZodIssue): string {
  const name = String(path[0]);
  const fault = message.startsWith('must') ? message : `is not valid (${message})`;
  return source[name] === undefined ? `${name} is not set: it ${fault}.` : `${name} ${fault}.`;
}
