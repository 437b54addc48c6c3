import fc from 'fast-check';
import chineseDays from 'chinese-days';
import {
  Calendar,
  OfficeHours,
  calendarSlice,
  isPublished,
  isWorkingDay,
} from '../../workflows/rules/calendar.ts';
import { dayNumber, localDay } from '../../workflows/rules/local-time.ts';
import { dueAt } from '../../workflows/rules/term.ts';
import { BadInput } from '../../workflows/rules/violation.ts';
import { at, china, office } from './work-time-of.ts';

const { calendar } = china;
const first = dayNumber(calendar.from);
const last = dayNumber(calendar.publishedThrough);

// Typed from the State Council's notices by hand, not from the data file.
const madeUp = `
  2018: 02-11 02-24 04-08 04-28 09-29 09-30 12-29
  2019: 02-02 02-03 04-28 05-05 09-29 10-12
  2020: 01-19 04-26 05-09 06-28 09-27 10-10
  2021: 02-07 02-20 04-25 05-08 09-18 09-26 10-09
  2022: 01-29 01-30 04-02 04-24 05-07 10-08 10-09
  2023: 01-28 01-29 04-23 05-06 06-25 10-07 10-08
  2024: 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
  2025: 01-26 02-08 04-27 09-28 10-11
  2026: 01-04 02-14 02-28 05-09 09-20 10-10`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [year = '', days = ''] = line.trim().split(': ');
    return days.split(' ').map((day) => `${year}-${day}`);
  });

describe('the Chinese working calendar', () => {
  it('is a calendar', () => expect(Calendar.parse(calendar)).toEqual(calendar));

  it('works on exactly the made-up weekend days of the notices', () => {
    const weekends = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((day) =>
      [2, 3].includes(((day % 7) + 7) % 7),
    );
    expect(weekends.map(localDay).filter((day) => isWorkingDay(day, calendar))).toEqual(madeUp);
  });

  it('agrees with the package chinese-days on every day', () => {
    for (let day = first; day <= last; day++) {
      expect([localDay(day), isWorkingDay(localDay(day), calendar)]).toEqual([
        localDay(day),
        chineseDays.isWorkday(localDay(day)),
      ]);
    }
  });

  it.each([
    ['2020-01-31', false, 'Spring Festival 2020 was prolonged'],
    ['2020-02-01', false, 'so that its made-up Saturday was off again'],
    ['2020-02-03', true, 'until that Monday'],
    ['2019-05-02', false, 'Labour Day 2019 became four days'],
    ['2018-12-31', false, 'New Year 2019 began in 2018'],
    ['2024-02-09', true, 'New Year’s Eve 2024 was a working day'],
    ['2026-02-23', false, 'nine days of Spring Festival in 2026'],
  ])('%s: %s, since %s', (day, isWorked) => expect(isWorkingDay(day, calendar)).toBe(isWorked));

  it('knows how far it is published, and follows the weekend rule from there on', () => {
    expect(isPublished('2026-12-31', calendar)).toBe(true);
    expect(isPublished('2027-01-01', calendar)).toBe(false);
    expect(isPublished('2017-12-31', calendar)).toBe(false);
    expect(isWorkingDay('2027-01-01', calendar)).toBe(true);
    expect(isWorkingDay('2027-10-02', calendar)).toBe(false);
  });

  it('guesses nothing before it begins', () => {
    expect(() => isWorkingDay('2017-12-31', calendar)).toThrow(BadInput);
  });

  it('can be read by anyone who reads base64, first bit first', () => {
    const bytes = Buffer.from(calendar.days, 'base64');
    for (let i = 0; i <= last - first; i++) {
      expect(((bytes[i >> 3]! >> (7 - (i & 7))) & 1) === 1).toBe(isWorkingDay(localDay(first + i), calendar));
    }
  });
});

describe('a slice of the calendar', () => {
  it('says the same about each of its days, and is small', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 500 }), (from, days) => {
        const slice = Calendar.parse(calendarSlice(calendar, localDay(from), days));
        expect(slice.from <= localDay(from)).toBe(true);
        for (let day = from; day < from + days && day <= last; day++) {
          expect(isPublished(localDay(day), slice)).toBe(true);
          expect(isWorkingDay(localDay(day), slice)).toBe(isWorkingDay(localDay(day), calendar));
        }
        expect(JSON.stringify(slice).length).toBeLessThan(250);
      }),
    );
  });

  it('gives the same due time', () => {
    const slice = { calendar: calendarSlice(calendar, '2024-09-01', 400), office };
    expect(dueAt(at('2024-09-27 10:00'), '30wd-eod', slice)).toEqual(
      dueAt(at('2024-09-27 10:00'), '30wd-eod', china),
    );
  });

  it('of days after the calendar holds its last group, all the rest being unpublished', () => {
    const slice = Calendar.parse(calendarSlice(calendar, '2030-01-01', 400));
    expect(slice.publishedThrough).toBe('2026-12-31');
    expect(isWorkingDay('2030-01-01', slice)).toBe(true);
  });
});

describe('what is no calendar and no office', () => {
  it.each([{ days: 'AAAA' }, { days: 'A' }, { days: '' }, { from: '2018-02-30' }, { id: '' }, { extra: 1 }])(
    '%p',
    (wrong) => {
      expect(Calendar.safeParse({ ...calendar, ...wrong }).success).toBe(false);
    },
  );

  it.each([
    [[]],
    [[['12:00', '08:30']]],
    [[['08:30', '08:30']]],
    [
      [
        ['14:00', '17:30'],
        ['08:30', '12:00'],
      ],
    ],
    [
      [
        ['08:30', '12:00'],
        ['11:00', '17:30'],
      ],
    ],
    [[['8:30', '12:00']]],
    [[['08:30', '24:30']]],
  ])('hours %j', (hours) =>
    expect(OfficeHours.safeParse({ utcOffset: '+08:00', hours }).success).toBe(false),
  );

  it.each(['+8', 'Z', '+15:00', 'Asia/Shanghai'])('offset %s', (utcOffset) => {
    expect(OfficeHours.safeParse({ ...office, utcOffset }).success).toBe(false);
  });

  it('an office may be open round the clock', () => {
    const hours = [['00:00', '24:00']];
    expect(OfficeHours.safeParse({ utcOffset: '-05:30', hours }).success).toBe(true);
  });
});
