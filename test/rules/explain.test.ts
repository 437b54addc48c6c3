import fc from 'fast-check';
import { chargeTo, extendClock, pauseClock, resumeClock, startClock } from '../../workflows/rules/clock.ts';
import { explainClock, explainDue } from '../../workflows/rules/explain.ts';
import { sentenceOf } from '../../workflows/rules/sentence.ts';
import { dueAt } from '../../workflows/rules/term.ts';
import { at, china } from './work-time-of.ts';

const nationalDay = { zh: '国庆节', en: 'National Day' };

describe('a term explained', () => {
  it('names the holidays, the weekends and the made-up days on the way', () => {
    expect(explainDue(at('2024-09-27 16:00'), '7wd-eod', china)).toEqual({
      startedAt: '2024-09-27T16:00:00+08:00',
      term: '7wd-eod',
      counting: 'working',
      countsFrom: '2024-09-28T00:00:00+08:00',
      skipped: [
        { from: '2024-09-28', to: '2024-09-28', why: 'weekend' },
        { from: '2024-10-01', to: '2024-10-07', why: 'holiday', name: nationalDay },
      ],
      madeUpDays: ['2024-09-29', '2024-10-12'],
      dueAt: '2024-10-12T17:30:00+08:00',
    });
  });

  it('tells why an opening outside hours counts from the next one', () => {
    expect(explainDue(at('2024-11-02 10:00'), '1wd', china)).toMatchObject({
      countsFrom: '2024-11-04T08:30:00+08:00',
      skipped: [{ from: '2024-11-02', to: '2024-11-03', why: 'weekend' }],
    });
  });

  it('skips nothing by the clock', () => {
    expect(explainDue(at('2024-09-30 16:00'), '7d', china)).toMatchObject({
      counting: 'clock',
      skipped: [],
      madeUpDays: [],
    });
  });

  it('calls a weekday without a name a holiday', () => {
    const { holidays: _, ...nameless } = china.calendar;
    expect(explainDue(at('2024-06-07 16:00'), '1wd', { ...china, calendar: nameless }).skipped).toEqual([
      { from: '2024-06-08', to: '2024-06-09', why: 'weekend' },
      { from: '2024-06-10', to: '2024-06-10', why: 'holiday' },
    ]);
  });

  it('is the same computation as the deadline itself', () => {
    const starts = fc.date({ min: at('2018-01-01 00:00'), max: at('2027-12-31 00:00'), noInvalidDate: true });
    fc.assert(
      fc.property(starts, fc.constantFrom('2h', '7d-eod', '1mo', '4wh', '1wd', '15wd-eod'), (start, term) => {
        const [due, explained] = [dueAt(start, term, china), explainDue(start, term, china)];
        expect(new Date(explained.dueAt)).toEqual(due.at);
        expect(explained.unpublishedFrom).toBe(due.unpublishedFrom);
      }),
    );
  });
});

describe('a clock explained', () => {
  it('adds pauses, extensions with who granted them, and re-handling: therefore due at', () => {
    const start = { id: 'c1', of: 'task' as const, term: '5wd-eod', ladder: 'ordinary', heldBy: 'water' };
    const paused = pauseClock(
      startClock(start, at('2024-09-26 10:00'), china),
      'waiting for parts',
      at('2024-09-27 08:30'),
      china,
    );
    const resumed = resumeClock(paused, at('2024-09-29 08:30'), china);
    const longer = extendClock(resumed, '1wd-eod', 'head-7', at('2024-09-30 10:00'), china);
    const handed = chargeTo(longer, 'gas', at('2024-09-30 11:00'));
    expect(explainClock(handed, china, 1)).toMatchObject({
      firstDueAt: '2024-10-09T17:30:00+08:00',
      pauses: [
        {
          from: '2024-09-27T08:30:00+08:00',
          until: '2024-09-29T08:30:00+08:00',
          reason: 'waiting for parts',
        },
      ],
      extensions: [
        {
          grantedBy: 'head-7',
          term: '1wd-eod',
          from: '2024-10-10T17:30:00+08:00',
          to: '2024-10-11T17:30:00+08:00',
        },
      ],
      rework: 1,
      skipped: [{ from: '2024-09-28' }, { from: '2024-10-01', to: '2024-10-07', name: nationalDay }],
      state: 'running',
      dueAt: '2024-10-11T17:30:00+08:00',
    });
  });

  it('that is paused has no due time, but what is left', () => {
    const clock = startClock(
      { id: 'c1', of: 'task', term: '24h', ladder: 'x', heldBy: null },
      at('2024-09-26 10:00'),
      china,
    );
    const explained = explainClock(pauseClock(clock, 'x', at('2024-09-26 11:00'), china), china);
    expect(explained).toMatchObject({ state: 'paused', dueAt: null, leftMs: 23 * 3_600_000, rework: 0 });
    expect(explained.firstDueAt).toBe('2024-09-27T10:00:00+08:00');
  });
});

describe('the sentence', () => {
  it.each([
    [
      '2024-09-27 16:00',
      '7wd-eod',
      'Started 2024-09-27 16:00, counting from 2024-09-28 00:00; 7 working days in working time, leaving out 2024-09-28 (weekend), 2024-10-01 to 2024-10-07 (National Day), with the made-up days 2024-09-29, 2024-10-12; due 2024-10-12 17:30.',
      '2024-09-27 16:00开始，自2024-09-28 00:00起算，时限 7 个工作日，按工作时间计，跳过2024-09-28（周末）、2024-10-01至2024-10-07（国庆节），调休上班2024-09-29、2024-10-12，应于2024-10-12 17:30前办结。',
    ],
    [
      '2024-11-04 10:00:05',
      '24h',
      'Started 2024-11-04 10:00:05; 24 hours in clock time; due 2024-11-05 10:00:05.',
      '2024-11-04 10:00:05开始，时限 24 小时，按自然时间计，应于2024-11-05 10:00:05前办结。',
    ],
    [
      '2024-02-28 10:00',
      '1d-eod',
      'Started 2024-02-28 10:00; 1 day in clock time; due 2024-02-29 24:00.',
      '2024-02-28 10:00开始，时限 1 天，按自然时间计，应于2024-02-29 24:00前办结。',
    ],
    [
      '2026-12-31 10:00',
      '1wd',
      'Started 2026-12-31 10:00; 1 working day (to the hour) in working time; due 2027-01-01 10:00 (holidays not yet published from 2027-01-01).',
      '2026-12-31 10:00开始，时限 1 个工作日（至同一时刻），按工作时间计，应于2027-01-01 10:00前办结（2027-01-01起的节假日安排尚未公布）。',
    ],
  ])('of %s and %s says it all', (start, term, en, zh) => {
    expect(sentenceOf(explainDue(at(start), term, china))).toEqual({ en, zh });
  });
});
