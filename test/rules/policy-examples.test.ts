import { loadCalendar } from '../../policies/load.ts';
import { Examples } from '../../workflows/rules/policy-case.ts';
import { runExamples } from '../../workflows/rules/policy-examples.ts';
import { dongsheng } from './dongsheng.ts';

const calendar = await loadCalendar('cn');
const run = (when: object, expected: object, policy = 'dongsheng') =>
  runExamples(dongsheng, calendar, Examples.parse({ policy, cases: [{ given: 'a case', when, expected }] }));

describe('an example case that does not hold is said in words', () => {
  it.each([
    [
      'with another moment',
      { term: 'handle.yellow', at: '2024-11-04T09:00' },
      { dueAt: '2024-11-06T17:30:00+08:00' },
      'a case: dueAt should be "2024-11-06T17:30:00+08:00" and is "2024-11-07T17:30:00+08:00"',
    ],
    [
      'with rungs that are not expected, and such as are missing',
      { term: 'handle.red', colour: 'red', at: '2024-11-02T22:00' },
      {
        dueAt: '2024-11-03T00:00:00+08:00',
        rungs: {
          soon: '2024-11-02T23:30:00+08:00',
          half: '2024-11-02T23:00:00+08:00',
          yellow: '2024-11-03T00:00:00+08:00',
          red: '2024-11-03T02:00:00+08:00',
        },
      },
      'a case: rungs.soon should be "2024-11-02T23:30:00+08:00" and is nothing, rungs.letter should be nothing and is "2024-11-04T00:00:00+08:00"',
    ],
    [
      'with holidays that are not yet published',
      { term: 'check', at: '2026-12-31T10:00' },
      { dueAt: '2027-01-01T17:30:00+08:00' },
      'a case: unpublishedFrom should be nothing and is "2027-01-01"',
    ],
    [
      'of a colour',
      { importance: 1, urgency: 1 },
      { colour: 'red' },
      'a case: colour should be "red" and is "green"',
    ],
    ['of a value', { value: 'limits.returns' }, { is: 3 }, 'a case: is should be 3 and is 2'],
    [
      'of a quarter’s phases',
      { process: 'quarterly-claim', phases: ['collect', 'merge'], at: '2025-01-01T00:00' },
      { dueAt: { collect: '2025-01-12T00:00:00+08:00' } },
      'a case: dueAt.merge should be nothing and is "2025-01-17T17:30:00+08:00"',
    ],
    [
      'where nobody was called back',
      { callBacks: { valid: 0, contacted: 0, solved: 0, satisfied: 0, basically: 0 } },
      { total: 0 },
      'a case: total should be 0 and is null',
    ],
    [
      'of a term that is not there',
      { term: 'handle.purple', at: '2024-11-04T09:00' },
      {},
      'a case: the pack has no terms.handle.purple',
    ],
    [
      'of what is no term',
      { process: 'whistle', number: 'weight', at: '2024-11-04T09:00' },
      {},
      'a case: processes.whistle.weight is no term',
    ],
    [
      'of a class that is not there',
      { class: 'x', at: '2024-11-04T09:00' },
      {},
      'a case: the pack has no class "x"',
    ],
    [
      'on a ladder that is not there',
      { term: 'check', at: '2024-11-04T09:00', ladder: 'x' },
      {},
      'a case: no ladder is named "x"',
    ],
  ])('%s', (_, when, expected, sentence) => expect(run(when, expected)).toEqual([sentence]));

  it('of another pack', () => {
    expect(run({ value: 'limits.returns' }, { is: 2 }, 'xiapu')).toEqual([
      'the cases are those of "xiapu", not of "dongsheng"',
    ]);
  });

  it('before the calendar begins', () => {
    expect(run({ term: 'check', at: '2001-01-01T09:00' }, {})).toEqual([
      'a case: the term "1wd-eod" cannot be counted from there (calendar.before)',
    ]);
  });
});

it.each([
  [{}, /^must be term and at; /],
  [{ term: 'check' }, /^must be term and at; /],
  [{ term: 'check', class: 'x', at: '2024-11-04T09:00' }, /^must be term and at; /],
  [{ term: 'check', at: 'today' }, /^must be a local time like 2024-09-30T16:00$/],
])('%j is no case', (when, says) => {
  const read = Examples.safeParse({ policy: 'x', cases: [{ given: 'a case', when, expected: {} }] });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
});
