import fc from 'fast-check';
import { Term, addTerm, dueAt, kindOf, lengthOf, parseTerm } from '../../workflows/rules/term.ts';
import { BadInput } from '../../workflows/rules/violation.ts';
import { elapsed } from '../../workflows/rules/work-time.ts';
import { at, china, local } from './work-time-of.ts';

const due = (start: string, term: string) => local(dueAt(at(start), term, china).at);

describe('the notation of terms', () => {
  it.each([
    ['10s', 'clock', 10, 's', false],
    ['15min', 'clock', 15, 'min', false],
    ['24h', 'clock', 24, 'h', false],
    ['7d', 'clock', 7, 'd', false],
    ['0d-eod', 'clock', 0, 'd', true],
    ['3d-eod', 'clock', 3, 'd', true],
    ['1mo', 'clock', 1, 'mo', false],
    ['1mo-eod', 'clock', 1, 'mo', true],
    ['30wmin', 'working', 30, 'wmin', false],
    ['4wh', 'working', 4, 'wh', false],
    ['1wd', 'working', 1, 'wd', false],
    ['5wd-eod', 'working', 5, 'wd', true],
  ])('%s counts in %s time', (term, kind, count, unit, isToEndOfDay) => {
    expect(parseTerm(term)).toEqual({ count, unit, isToEndOfDay });
    expect(kindOf(term)).toBe(kind);
    expect(Term.safeParse(term).success).toBe(true);
  });

  it.each(
    [
      '',
      '5',
      'd',
      '5 d',
      '5w',
      '5days',
      '-1d',
      '+1d',
      '1.5h',
      '1e3s',
      '07d',
      '5D',
      '24h-eod',
      '4wh-eod',
      '30wmin-eod',
      '10s-eod',
    ].concat([
      '0s',
      '0min',
      '0h',
      '0d',
      '0mo',
      '0mo-eod',
      '0wmin',
      '0wh',
      '0wd',
      '0wd-eod',
      '1d-EOD',
      '1d-eod-eod',
      '1wd\n',
      ' 1wd',
      '１d',
      '1h30min',
    ]),
  )('"%s" is refused by name', (term) => {
    expect(() => parseTerm(term)).toThrow(new BadInput('term.notation', { term }));
    expect(Term.safeParse(term).error?.issues[0]?.message).toContain(`"${term}" is not a term`);
  });
});

describe('terms by the clock', () => {
  it.each([
    ['2024-09-30 16:00', '10s', '2024-09-30 16:00:10'],
    ['2024-09-30 23:50', '15min', '2024-10-01 00:05'],
    ['2024-09-30 16:00', '24h', '2024-10-01 16:00'],
    ['2024-09-28 16:00', '7d', '2024-10-05 16:00'],
    ['2024-09-30 00:00', '0d-eod', '2024-10-01 00:00'],
    ['2024-09-30 23:59', '0d-eod', '2024-10-01 00:00'],
    ['2024-09-30 16:00', '3d-eod', '2024-10-04 00:00'],
    ['2024-09-30 16:00', '7d-eod', '2024-10-08 00:00'],
    ['2024-01-31 16:00', '1mo', '2024-02-29 16:00'],
    ['2023-01-31 16:00', '1mo', '2023-02-28 16:00'],
    ['2024-01-31 00:30', '1mo', '2024-02-29 00:30'],
    ['2024-02-29 16:00', '12mo', '2025-02-28 16:00'],
    ['2024-08-31 23:59:59', '1mo', '2024-09-30 23:59:59'],
    ['2024-12-15 09:00', '1mo', '2025-01-15 09:00'],
    ['2024-01-31 16:00', '1mo-eod', '2024-03-01 00:00'],
  ])('from %s, %s ends at %s', (start, term, end) => expect(due(start, term)).toBe(end));

  it('need no calendar, so that they hold before it begins and are never marked', () => {
    expect(dueAt(at('2011-05-05 10:00'), '7d', china)).toEqual({
      at: at('2011-05-12 10:00'),
      countsFrom: at('2011-05-05 10:00'),
    });
    expect(dueAt(at('2030-05-05 10:00'), '1mo', china).unpublishedFrom).toBeUndefined();
  });
});

describe('terms in office hours', () => {
  it.each([
    ['inside the morning', '2024-11-04 09:00', '30wmin', '2024-11-04 09:30'],
    ['over the lunch break', '2024-11-04 11:00', '4wh', '2024-11-04 17:00'],
    ['exactly until closing', '2024-11-04 13:00', '210wmin', '2024-11-04 17:30'],
    ['exactly until lunch', '2024-11-04 08:30', '210wmin', '2024-11-04 12:00'],
    ['over a weekend', '2024-11-01 16:30', '4wh', '2024-11-04 11:30'],
    ['begun on a Saturday', '2024-11-02 10:00', '4wh', '2024-11-04 14:30'],
    ['begun in the lunch break', '2024-11-04 13:00', '1wh', '2024-11-04 15:00'],
    ['begun at the second of closing', '2024-11-04 17:30', '1wh', '2024-11-05 09:30'],
    ['begun in the last second', '2024-11-04 17:29:59', '1wh', '2024-11-05 09:29:59'],
    ['begun at night', '2024-11-04 03:00', '1wh', '2024-11-04 09:30'],
    [
      'over the National Day week, with the Sunday before it made up',
      '2024-09-29 15:00',
      '14wh',
      '2024-10-08 15:00',
    ],
  ])('%s: from %s, %s ends at %s', (_, start, term, end) => expect(due(start, term)).toBe(end));
});

describe('working days', () => {
  it.each([
    ['keep the time of day', '2024-11-04 10:15', '1wd', '2024-11-05 10:15'],
    ['keep 08:30', '2024-11-04 08:30', '1wd', '2024-11-05 08:30'],
    ['leave the weekend out', '2024-11-01 10:15', '1wd', '2024-11-04 10:15'],
    ['move to the next opening first', '2024-11-02 10:15', '1wd', '2024-11-05 08:30'],
    ['move out of the lunch break first', '2024-11-04 12:00', '1wd', '2024-11-05 14:00'],
    ['move on at the second of closing', '2024-11-01 17:30', '1wd', '2024-11-05 08:30'],
    ['count made-up days', '2024-09-27 10:15', '2wd', '2024-09-30 10:15'],
    ['leave Spring Festival out', '2026-02-13 16:00', '2wd', '2026-02-24 16:00'],
  ])('%s: from %s, %s ends at %s', (_, start, term, end) => expect(due(start, term)).toBe(end));

  it.each([
    ['the n-th after the day of receipt', '2024-11-04 10:15', '5wd-eod', '2024-11-11 17:30'],
    ['whenever on that day it came', '2024-11-04 00:00', '1wd-eod', '2024-11-05 17:30'],
    ['also after hours', '2024-11-04 23:59', '1wd-eod', '2024-11-05 17:30'],
    ['received on a Saturday', '2024-11-02 10:00', '1wd-eod', '2024-11-04 17:30'],
    ['received on the Sunday before a Monday', '2024-11-03 10:00', '2wd-eod', '2024-11-05 17:30'],
    ['over National Day, with a made-up Sunday', '2024-09-27 10:00', '5wd-eod', '2024-10-10 17:30'],
    ['on a made-up Saturday', '2024-10-11 10:00', '1wd-eod', '2024-10-12 17:30'],
    ['over the prolonged Spring Festival of 2020', '2020-01-23 10:00', '1wd-eod', '2020-02-03 17:30'],
  ])('to the end of the day: %s: from %s, %s ends at %s', (_, start, term, end) =>
    expect(due(start, term)).toBe(end),
  );

  it('follow the weekend rule past the published calendar, and say from when', () => {
    const past = dueAt(at('2026-12-31 10:00'), '1wd', china);
    expect(local(past.at)).toBe('2027-01-01 10:00');
    expect(past.unpublishedFrom).toBe('2027-01-01');
    expect(dueAt(at('2026-12-30 10:00'), '1wd', china).unpublishedFrom).toBeUndefined();
    expect(dueAt(at('2031-05-01 10:00'), '5wd-eod', china)).toMatchObject({
      at: at('2031-05-08 17:30'),
      unpublishedFrom: '2027-01-01',
    });
  });
});

describe('a term past all reach', () => {
  it.each([
    '10001wd',
    '10001wd-eod',
    '70001wh',
    '999999999999wmin',
    '9999999d',
    '99999999999999999999h',
    '99999999mo',
    '100000mo-eod',
  ])('%s is refused by name', (term) =>
    expect(() => dueAt(at('2024-09-30 16:00'), term, china)).toThrow(new BadInput('term.reach', { term })),
  );

  it.each(['1wd', '1wd-eod', '1wh'])('%s from before the calendar is refused by name', (term) => {
    const facts = { term, calendar: 'cn', from: '2018-01-01', day: '2017-12-31' };
    expect(() => dueAt(at('2017-12-31 23:59'), term, china)).toThrow(new BadInput('calendar.before', facts));
  });

  it('a start that is no time at all is refused, not looked for', () => {
    expect(() => dueAt(new Date(NaN), '1wd', china)).toThrow(BadInput);
    expect(() => dueAt(new Date(NaN), '7d', china)).toThrow(BadInput);
    expect(() => dueAt(new Date(NaN), '2wd-eod', china)).toThrow(BadInput);
  });
});

describe('a term added to the end of another', () => {
  it.each([
    ['Friday’s closing and a working day is Monday’s', '2024-11-01 17:30', '1wd', '2024-11-04 17:30'],
    ['a working time of day is kept', '2024-11-01 10:00', '1wd', '2024-11-04 10:00'],
    ['also that of the opening', '2024-11-01 08:30', '1wd', '2024-11-04 08:30'],
    ['working hours', '2024-11-01 17:30', '4wh', '2024-11-04 14:30'],
    ['to the end of the n-th day after', '2024-11-01 17:30', '2wd-eod', '2024-11-05 17:30'],
    ['24:00 belongs to the day that it ends', '2024-11-04 00:00', '1d-eod', '2024-11-05 00:00'],
    ['also over months', '2024-03-01 00:00', '1mo', '2024-03-30 00:00'],
    ['also over months to the end of the day', '2024-03-01 00:00', '1mo-eod', '2024-03-30 00:00'],
    ['days of 24 hours', '2024-11-04 00:00', '1d', '2024-11-05 00:00'],
    ['months from another time of day', '2024-01-31 10:00', '1mo', '2024-02-29 10:00'],
  ])('%s: %s and %s is %s', (_, end, term, later) =>
    expect(local(addTerm(at(end), term, china))).toBe(later),
  );

  it('has a length of its own only without -eod and without months', () => {
    expect(lengthOf('1wd', china)).toBe(7 * 3_600_000);
    expect(lengthOf('2d', china)).toBe(48 * 3_600_000);
    for (const term of ['1wd-eod', '1mo']) {
      expect(() => lengthOf(term, china)).toThrow(new BadInput('term.noFixedLength', { term }));
    }
  });
});

describe('for any start', () => {
  const starts = fc.date({ min: at('2018-01-01 00:00'), max: at('2028-12-31 00:00'), noInvalidDate: true });
  const terms = [
    '10s',
    '24h',
    '0d-eod',
    '3d-eod',
    '1mo',
    '1mo-eod',
    '30wmin',
    '4wh',
    '1wd',
    '15wd',
    '1wd-eod',
    '15wd-eod',
  ];

  it('a term ends after its start, and not sooner when it starts later', () => {
    fc.assert(
      fc.property(starts, starts, fc.constantFrom(...terms), (one, other, term) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        expect(dueAt(first, term, china).at.getTime()).toBeGreaterThan(first.getTime());
        expect(dueAt(first, term, china).at.getTime()).toBeLessThanOrEqual(
          dueAt(second, term, china).at.getTime(),
        );
      }),
    );
  });

  it('working hours and days take exactly their own length of working time', () => {
    fc.assert(
      fc.property(starts, fc.constantFrom('30wmin', '4wh', '9wh', '1wd', '15wd'), (start, term) => {
        expect(elapsed('working', start, dueAt(start, term, china).at, china)).toBe(lengthOf(term, china));
      }),
    );
  });
});
