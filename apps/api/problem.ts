import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { isAway } from '../../prisma/away.ts';
import { BadInput, NotNow, NotYours, RuleViolation } from '../../workflows/rules/violation.ts';
import type { Language } from './language.ts';
import { Faulty } from './policies/faulty.ts';
import {
  BadField,
  BadRequest,
  Malformed,
  NotAvailable,
  NotFound,
  NotSignedIn,
  TooOften,
  WrongType,
} from './refusal.ts';
import { sentenceFor } from './sentences/sentence.ts';

/** A problem document (RFC 9457). `type` is stable; `request` is the id under which the log knows the request. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  request: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What an error comes to, before it is put into words. `otherwise`: the sentence for codes without their own. */
export type Answer = {
  status: number;
  code: string;
  otherwise: string;
  facts: Readonly<Record<string, string | number>>;
  retryAfter?: number;
};

/** The one table from refusals to HTTP; the first class that fits counts. */
const refusals = [
  [NotYours, 403, 'not-yours'],
  [NotNow, 409, 'not-now'],
  [BadInput, 422, 'bad-input'],
  [Malformed, 400, 'malformed'],
  [BadRequest, 400, 'malformed'],
  [NotSignedIn, 401, 'not-signed-in'],
  [NotFound, 404, 'not-found'],
  [WrongType, 415, 'wrong-type'],
  [TooOften, 429, 'too-often'],
  [NotAvailable, 503, 'not-available'],
  [RuleViolation, 422, 'refused'],
] as const;

/** What Nest and Fastify refuse by themselves, by status. */
const codes: Readonly<Record<number, string>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-yours',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'too-large',
  415: 'wrong-type',
  429: 'too-often',
};

const kebab = (code: string) =>
  code
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[._\s]+/g, '-')
    .toLowerCase();

/** What to answer to an error. Anything unknown is 500 and tells nothing of the inside. */
export function answerTo(error: unknown): Answer {
  if (error instanceof RuleViolation) return refusalOf(error);
  if (isAway(error)) return { ...plain(503, 'database-away'), retryAfter: 2 };
  const status = statusOf(error);
  const code = status < 500 ? codes[status] : undefined;
  return code === undefined ? plain(500, 'internal') : plain(status, code);
}

const plain = (status: number, code: string): Answer => ({ status, code, otherwise: code, facts: {} });

function refusalOf(error: RuleViolation): Answer {
  const [, status, otherwise] = refusals.find(([kind]) => error instanceof kind) ?? [
    undefined,
    422,
    'refused',
  ];
  const retryAfter = error instanceof TooOften ? error.seconds : undefined;
  return { status, code: error.code, otherwise, facts: error.facts, retryAfter };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const fromFastify = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof fromFastify === 'number' ? fromFastify : 500;
}

/** The document for an answer, in the caller's language. */
export function problemOf(answer: Answer, error: unknown, language: Language, request: string): Problem {
  const { code, otherwise, status } = answer;
  const [title, detail] = sentenceFor(language, code, otherwise, { ...answer.facts, request });
  const errors = errorsIn(error, language);
  return { type: `/problems/${kebab(code)}`, title, status, detail, request, errors };
}

function errorsIn(error: unknown, language: Language): Problem['errors'] {
  if (error instanceof Faulty) {
    return error.faults.map(({ path, text }) => ({ pointer: pointerTo(path.split('.')), detail: text }));
  }
  if (error instanceof BadField) {
    const [, detail] = sentenceFor(language, error.code, 'bad-input', error.facts);
    return [{ pointer: pointerTo([error.field]), detail }];
  }
  return error instanceof Malformed ? faultsOf(error, language) : undefined;
}

const locales = { zh: zhCN().localeError, en: en().localeError };

/** Each fault with a JSON pointer in URI form, as RFC 9457 writes it: `#/place`. */
function faultsOf({ schema, value }: Malformed, language: Language): Problem['errors'] {
  const result = schema.safeParse(value, { error: locales[language] });
  return result.error?.issues.flatMap(({ path, message, ...issue }) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = unknown.length > 0 ? unknown.map((key) => [...path, key]) : [path];
    return paths.map((parts) => ({ pointer: pointerTo(parts), detail: message }));
  });
}

const pointerTo = (path: readonly PropertyKey[]) =>
  `#${path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')}`;
