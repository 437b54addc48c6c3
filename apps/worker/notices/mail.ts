import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailServer } from '../environment.ts';
import type { Written } from '../letters/letter.ts';

/** A mail to one person about one notice. */
export type Mail = Written & { notice: string; to: string };

/** The server did not take a mail. `isFinal`: it never will. `reply` is its three-digit answer, where it gave one. */
export class NotSent extends Error {
  constructor(
    readonly isFinal: boolean,
    readonly reply: number | undefined,
    cause: unknown,
  ) {
    super(isFinal ? 'The mail server refuses this mail.' : 'The mail server cannot take the mail now.', {
      cause,
    });
    this.name = 'NotSent';
  }
}

/** A way out for mail: `send` throws NotSent. */
export type Post = { send(mail: Mail): Promise<void>; close(): void };

/** Milliseconds. Together they stay below the lease of an errand, so that nobody else sends the same mail meanwhile. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 15_000,
  dnsTimeout: 10_000,
};

/** A way to the server, with a connection for each mail: one that was answered 421 is closing and takes no other. */
export function openPost({ url, from }: MailServer): Post {
  const transport = createTransport(
    { url, ...patience },
    { from, xMailer: false, disableFileAccess: true, disableUrlAccess: true },
  );
  const domain = /@([^\s<>]+)/.exec(from)?.[1] ?? 'minqing';
  return {
    async send({ notice, to, subject, text }) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      try {
        await transport.sendMail({ to, subject, text, headers, messageId: messageId(notice, domain) });
      } catch (error) {
        throw notSent(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The same notice always has the same id, so that a mail sent twice is recognised; it tells nothing of the notice. */
export const messageId = (notice: string, domain: string): string =>
  `<${createHash('sha256').update(notice).digest('hex').slice(0, 32)}@${domain}>`;

const Fault = z.looseObject({
  code: z.string().optional().catch(undefined),
  responseCode: z.int().optional().catch(undefined),
});

/** A refused sign-in is the installation's fault, not the mail's: it is tried again. */
function notSent(error: unknown): NotSent {
  const { code, responseCode: reply } = Fault.catch({}).parse(error);
  const isRefused = reply !== undefined && reply >= 500 && code !== 'EAUTH';
  const isImpossible = reply === undefined && code === 'EENVELOPE';
  return new NotSent(isRefused || isImpossible, reply, error);
}
