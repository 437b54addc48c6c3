import fc from 'fast-check';
import { advance, elapsed, nextOpening, workDayMs } from '../../workflows/rules/work-time.ts';
import { BadInput } from '../../workflows/rules/violation.ts';
import { at, china, local, office } from './work-time-of.ts';

const HOUR = 3_600_000;
const instants = fc.date({ min: at('2018-06-01 00:00'), max: at('2027-06-01 00:00'), noInvalidDate: true });
const spans = fc.integer({ min: 0, max: 300 * HOUR });

describe('working time between two moments', () => {
  it.each([
    ['2024-11-04 08:30', '2024-11-04 17:30', 7],
    ['2024-11-04 00:00', '2024-11-05 00:00', 7],
    ['2024-11-04 11:30', '2024-11-04 14:30', 1],
    ['2024-11-04 12:00', '2024-11-04 14:00', 0],
    ['2024-11-01 17:30', '2024-11-04 08:30', 0],
    ['2024-11-02 00:00', '2024-11-04 00:00', 0],
    ['2024-09-28 00:00', '2024-10-09 00:00', 21],
    ['2024-11-05 08:30', '2024-11-04 08:30', -7],
  ])('from %s to %s: %d h', (from, to, hours) => {
    expect(elapsed('working', at(from), at(to), china)).toBe(hours * HOUR);
  });

  it('by the clock is the plain difference', () => {
    expect(elapsed('clock', at('2024-11-02 00:00'), at('2024-11-04 00:00'), china)).toBe(48 * HOUR);
  });

  it('adds up, whatever lies between', () => {
    fc.assert(
      fc.property(instants, instants, instants, (a, b, c) => {
        const [ab, bc] = [elapsed('working', a, b, china), elapsed('working', b, c, china)];
        expect(ab + bc).toBe(elapsed('working', a, c, china));
      }),
    );
  });
});

describe('moving along working time', () => {
  it.each([
    ['2024-11-04 17:30', -4, '2024-11-04 11:30'],
    ['2024-11-04 17:30', -3.5, '2024-11-04 14:00'],
    ['2024-11-04 17:30', -7, '2024-11-04 08:30'],
    ['2024-11-04 09:30', -2, '2024-11-01 16:30'],
    ['2024-11-04 08:30', 3.5, '2024-11-04 12:00'],
    ['2024-11-04 08:30', 7, '2024-11-04 17:30'],
    ['2024-11-02 12:00', 7.5, '2024-11-05 09:00'],
  ])('%s and %d h is %s', (from, hours, to) => {
    expect(local(advance('working', at(from), hours * HOUR, china))).toBe(to);
  });

  it('lands on closing or on the next opening as asked', () => {
    expect(local(advance('working', at('2024-11-01 10:30'), 5 * HOUR, china, 'closing'))).toBe(
      '2024-11-01 17:30',
    );
    expect(local(advance('working', at('2024-11-01 10:30'), 5 * HOUR, china, 'opening'))).toBe(
      '2024-11-04 08:30',
    );
    expect(local(advance('working', at('2024-11-04 09:30'), -1 * HOUR, china, 'closing'))).toBe(
      '2024-11-01 17:30',
    );
  });

  it('takes exactly as much working time as asked, forwards and backwards', () => {
    fc.assert(
      fc.property(instants, spans, (from, ms) => {
        expect(elapsed('working', from, advance('working', from, ms, china), china)).toBe(ms);
        expect(elapsed('working', advance('working', from, -ms, china), from, china)).toBe(ms);
      }),
    );
  });

  it('never overtakes who started later', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        spans,
        fc.constantFrom('closing' as const, 'opening' as const),
        (a, b, ms, landing) => {
          const [first, second] = a <= b ? [a, b] : [b, a];
          const moved = (from: Date) => advance('working', from, ms, china, landing).getTime();
          expect(moved(first)).toBeLessThanOrEqual(moved(second));
        },
      ),
    );
  });

  it('refuses what is no time, instead of looking for it for ever', () => {
    expect(() => advance('working', at('2024-11-04 09:30'), NaN, china)).toThrow(
      new BadInput('time.invalid', { ms: NaN }),
    );
    expect(() => advance('working', at('2024-11-04 09:30'), Infinity, china)).toThrow(BadInput);
  });
});

describe('the next opening', () => {
  it.each([
    ['2024-11-04 10:00', '2024-11-04 10:00'],
    ['2024-11-04 08:30', '2024-11-04 08:30'],
    ['2024-11-04 03:00', '2024-11-04 08:30'],
    ['2024-11-04 12:00', '2024-11-04 14:00'],
    ['2024-11-04 17:30', '2024-11-05 08:30'],
    ['2024-09-30 18:00', '2024-10-08 08:30'],
    ['2024-09-28 10:00', '2024-09-29 08:30'],
  ])('of %s is %s', (moment, opening) => expect(local(nextOpening(at(moment), china))).toBe(opening));
});

it('a working day of the default office has seven hours', () => expect(workDayMs(office)).toBe(7 * HOUR));

it('an office in another place counts by its own wall clock', () => {
  const boston = {
    calendar: china.calendar,
    office: { utcOffset: '-05:00', hours: [['08:30', '17:00'] as [string, string]] },
  };
  const opening = nextOpening(new Date('2024-11-04T03:00:00-05:00'), boston);
  expect(opening.toISOString()).toBe('2024-11-04T13:30:00.000Z');
});
