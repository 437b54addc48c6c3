import { z } from 'zod';
import { BadEnvironment, readVariables, Surroundings } from '../../prisma/surroundings.ts';
import type { Variables } from '../../prisma/surroundings.ts';

export { BadEnvironment } from '../../prisma/surroundings.ts';

const count = z.coerce.number('must be a number').int('must be a whole number').min(0);

/** A bare address, or a name with the address in angle brackets. */
const sender = /^[^<>\r\n]*?<?[^\s<>@]+@[^\s<>@]+>?$/;

const Needed = Surroundings.extend({
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

/** Reads the environment variables; throws BadEnvironment naming every one that is missing or wrong. */
export function readEnvironment(source: Variables = process.env): Environment {
  const v = readVariables(Needed, source);
  return {
    databaseUrl: v.DATABASE_URL,
    temporal: { address: v.TEMPORAL_ADDRESS, namespace: v.TEMPORAL_NAMESPACE },
    masterKeyFiles: v.MINQING_MASTER_KEY_FILE,
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
