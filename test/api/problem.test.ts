import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { answerTo, problemOf } from '../../apps/api/problem.ts';
import {
  BadRequest,
  Malformed,
  NotAvailable,
  NotFound,
  NotSignedIn,
  TooOften,
  WrongType,
} from '../../apps/api/refusal.ts';
import { books } from '../../apps/api/sentences/sentence.ts';
import { DatabaseAway } from '../../prisma/away.ts';
import { BadInput, NotNow, NotYours, RuleViolation } from '../../workflows/rules/violation.ts';

const told = (error: unknown, language: 'zh' | 'en' = 'en') =>
  problemOf(answerTo(error), error, language, 'r1');

describe('a refusal', () => {
  it.each([
    [new NotYours('heldByAnother'), 403, '/problems/held-by-another'],
    [new NotNow('alreadyClaimed'), 409, '/problems/already-claimed'],
    [
      new BadInput('extension.otherKind', { term: '1d', clockTerm: '1wd' }),
      422,
      '/problems/extension-other-kind',
    ],
    [new RuleViolation('noCapacity'), 422, '/problems/no-capacity'],
    [new BadRequest('idempotency-key-missing'), 400, '/problems/idempotency-key-missing'],
    [new NotSignedIn('sign-in-failed'), 401, '/problems/sign-in-failed'],
    [new NotFound(), 404, '/problems/not-found'],
    [new WrongType('file-type'), 415, '/problems/file-type'],
    [new TooOften('too-often', 7), 429, '/problems/too-often'],
    [new NotAvailable('not-available'), 503, '/problems/not-available'],
    [new DatabaseAway(new Error('x')), 503, '/problems/database-away'],
  ])('%p becomes %i with a stable type', (error, status, type) => {
    expect(told(error)).toMatchObject({ status, type, request: 'r1' });
  });

  it('is told in the language asked for, with its gaps filled', () => {
    const error = new NotNow('assistsOpen', { open: 2 });
    expect(told(error, 'en').detail).toBe('2 co-handlers are not done yet: wait for them, or excuse them.');
    expect(told(error, 'zh').detail).toBe('还有 2 个协办单位未完成，请等待其完成或免除协办。');
  });

  it('that has no words of its own is told by its kind', () => {
    expect(told(new NotNow('somethingNew'))).toMatchObject({ status: 409, title: 'Not possible now' });
  });

  it('of a body names each fault by a pointer, in the language asked for', () => {
    const schema = z.strictObject({ place: z.string(), list: z.array(z.int()) });
    const error = new Malformed(schema, { list: [1, 'x'], 'a/b': 1 });
    expect(told(error).errors?.map(({ pointer }) => pointer)).toEqual(['#/place', '#/list/1', '#/a~1b']);
    expect(told(error, 'zh').errors?.[0]?.detail).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('anything unknown', () => {
  it.each([new Error('password is hunter2'), 'a string', null, { statusCode: 418 }, new TypeError('x')])(
    '%p is 500 and tells nothing of the inside',
    (error) => {
      const problem = told(error);
      expect(problem).toMatchObject({ status: 500, type: '/problems/internal' });
      expect(JSON.stringify(problem)).not.toMatch(/hunter2/);
    },
  );
});

describe('sentences', () => {
  it('are the same ones in both languages, with the same gaps', () => {
    expect(Object.keys(books.en).sort()).toEqual(Object.keys(books.zh).sort());
    const gaps = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const code of Object.keys(books.zh))
      expect([code, gaps(books.en[code]?.[1])]).toEqual([code, gaps(books.zh[code]?.[1])]);
  });

  it('exist for every code that the rules throw', () => {
    const files = readdirSync('workflows', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const thrown = files.flatMap((file) => {
      const text = readFileSync(path.join('workflows', file), 'utf8');
      return [...text.matchAll(/new (?:NotYours|NotNow|BadInput|RuleViolation)\(\s*'([^']+)'/g)].map(
        ([, code]) => code ?? '',
      );
    });
    expect(thrown.length).toBeGreaterThan(20);
    expect([...new Set(thrown)].filter((code) => books.zh[code] === undefined)).toEqual([]);
  });
});
