import {
  Clock,
  chargeTo,
  chargedTime,
  extendClock,
  isTimely,
  pauseClock,
  recomputeClock,
  remaining,
  resumeClock,
  startClock,
  stopClock,
  usedTime,
} from '../../workflows/rules/clock.ts';
import { calendarSlice } from '../../workflows/rules/calendar.ts';
import { BadInput, NotNow } from '../../workflows/rules/violation.ts';
import { at, china, local } from './work-time-of.ts';
import { beforeTheNotice } from './notice-of-2020.ts';

const HOUR = 3_600_000;
const begun = (term: string, start: string, heldBy: string | null = 'water') =>
  startClock({ id: 'c1', of: 'task', term, ladder: 'ordinary', heldBy }, at(start), china);
const due = (clock: Clock) => local(clock.dueAt);

describe('a clock that starts', () => {
  it('runs, knows its due time, and charges who holds it', () => {
    const clock = begun('5wd-eod', '2024-11-04 10:00');
    expect(Clock.parse(clock)).toEqual(clock);
    expect(clock).toMatchObject({
      state: 'running',
      heldBy: 'water',
      leftMs: null,
      pauses: [],
      extensions: [],
      fired: [],
    });
    expect(due(clock)).toBe('2024-11-11 17:30');
    expect(clock.charges).toEqual([{ unit: 'water', from: at('2024-11-04 10:00').toISOString() }]);
  });

  it('charges nobody while nobody holds it', () =>
    expect(begun('24h', '2024-11-04 10:00', null).charges).toEqual([]));

  it('is marked where the holidays are not yet published, if it counts working days', () => {
    expect(begun('5wd-eod', '2026-12-30 10:00').unpublishedFrom).toBe('2027-01-01');
    expect(begun('7d', '2026-12-30 10:00').unpublishedFrom).toBeUndefined();
  });

  it('refuses a term that is none', () => {
    expect(() => begun('5w', '2024-11-04 10:00')).toThrow(new BadInput('term.notation', { term: '5w' }));
  });
});

describe('a pause', () => {
  it.each([
    ['1wd', '2024-11-04 10:00', '2024-11-04 11:00', '2024-11-06 09:00', '2024-11-06 17:00'],
    ['1wd', '2024-11-04 08:30', '2024-11-04 08:30', '2024-11-04 08:30', '2024-11-05 08:30'],
    ['5wd-eod', '2024-11-04 10:00', '2024-11-05 17:30', '2024-11-06 08:30', '2024-11-11 17:30'],
    ['5wd-eod', '2024-11-04 10:00', '2024-11-08 17:30', '2024-11-11 08:30', '2024-11-11 17:30'],
    ['5wd-eod', '2024-11-04 10:00', '2024-11-08 20:00', '2024-11-10 20:00', '2024-11-11 17:30'],
    ['5wd-eod', '2024-11-04 10:00', '2024-11-06 12:00', '2024-11-08 10:30', '2024-11-13 16:00'],
    ['4wh', '2024-11-04 10:00', '2024-11-04 11:00', '2024-11-04 16:30', '2024-11-05 10:30'],
    ['24h', '2024-11-04 10:00', '2024-11-04 12:00', '2024-11-09 12:00', '2024-11-10 10:00'],
    ['1mo-eod', '2024-01-31 10:00', '2024-02-29 12:00', '2024-03-10 12:00', '2024-03-11 00:00'],
  ])(
    'of %s begun %s, from %s until %s, leaves what was left: due %s',
    (term, start, from, until, expected) => {
      const paused = pauseClock(begun(term, start), 'waiting for parts', at(from), china);
      const resumed = resumeClock(paused, at(until), china);
      expect(due(resumed)).toBe(expected);
      expect(resumed.pauses).toEqual([
        { from: at(from).toISOString(), until: at(until).toISOString(), reason: 'waiting for parts' },
      ]);
    },
  );

  it('leaves the due time unknown and says how many working hours are left', () => {
    const paused = pauseClock(begun('5wd-eod', '2024-11-04 10:00'), 'court', at('2024-11-08 12:00'), china);
    expect(Clock.parse(paused)).toMatchObject({ state: 'paused', dueAt: null, leftMs: 10.5 * HOUR });
    expect(remaining(paused, at('2025-03-01 00:00'), china)).toBe(10.5 * HOUR);
  });

  it('over a weekend takes no working time away', () => {
    const clock = begun('3wd-eod', '2024-11-01 10:00');
    const resumed = resumeClock(
      pauseClock(clock, 'x', at('2024-11-02 00:00'), china),
      at('2024-11-03 23:00'),
      china,
    );
    expect(due(resumed)).toBe(due(clock));
  });

  it('forgives no lateness: a late clock is as late as it was', () => {
    const clock = begun('4wh', '2024-11-04 08:30');
    const paused = pauseClock(clock, 'x', at('2024-11-04 16:30'), china);
    expect(paused.leftMs).toBe(-2 * HOUR);
    expect(due(resumeClock(paused, at('2024-11-04 17:00'), china))).toBe('2024-11-04 15:00');
    expect(due(resumeClock(paused, at('2024-11-04 16:30'), china))).toBe(due(clock));
  });

  it('cannot begin twice, nor end before it began', () => {
    const clock = begun('24h', '2024-11-04 10:00');
    const paused = pauseClock(clock, 'x', at('2024-11-04 11:00'), china);
    expect(() => pauseClock(paused, 'x', at('2024-11-04 12:00'), china)).toThrow(
      new NotNow('clock.notRunning', { clock: 'c1' }),
    );
    expect(() => resumeClock(clock, at('2024-11-04 12:00'), china)).toThrow(
      new NotNow('clock.notPaused', { clock: 'c1' }),
    );
  });
});

describe('an extension', () => {
  it.each([
    ['5wd-eod', '2024-11-04 10:00', '2wd-eod', '2024-11-13 17:30'],
    ['5wd-eod', '2024-11-04 10:00', '2wd', '2024-11-13 17:30'],
    ['5wd-eod', '2024-11-04 10:00', '4wh', '2024-11-12 14:30'],
    ['1wd', '2024-11-04 10:00', '1wd', '2024-11-06 10:00'],
    ['1wd', '2024-11-04 08:30', '1wd', '2024-11-06 08:30'],
    ['24h', '2024-11-04 10:00', '12h', '2024-11-05 22:00'],
    ['7d-eod', '2024-11-04 10:00', '3d-eod', '2024-11-15 00:00'],
    ['7d-eod', '2024-11-04 10:00', '3d', '2024-11-15 00:00'],
    ['1mo-eod', '2024-01-31 10:00', '1mo-eod', '2024-03-30 00:00'],
  ])('of %s begun %s by %s makes it due %s', (term, start, granted, expected) => {
    const clock = begun(term, start);
    const longer = extendClock(clock, granted, 'head', at(start), china);
    expect(due(longer)).toBe(expected);
    expect(longer.extensions).toEqual([
      { at: at(start).toISOString(), term: granted, grantedBy: 'head', from: clock.dueAt, to: longer.dueAt },
    ]);
  });

  it('is granted up to the due second, not after', () => {
    const clock = begun('24h', '2024-11-04 10:00');
    expect(due(extendClock(clock, '1h', 'head', at('2024-11-05 10:00'), china))).toBe('2024-11-05 11:00');
    expect(() => extendClock(clock, '1h', 'head', at('2024-11-05 10:00:01'), china)).toThrow(
      new NotNow('clock.afterDue', { clock: 'c1' }),
    );
  });

  it('is of the clock’s own kind of time, and not for a paused or stopped clock', () => {
    const clock = begun('24h', '2024-11-04 10:00');
    const now = at('2024-11-04 11:00');
    const facts = { term: '1wd', clockTerm: '24h' };
    expect(() => extendClock(clock, '1wd', 'head', now, china)).toThrow(
      new BadInput('extension.otherKind', facts),
    );
    for (const still of [pauseClock(clock, 'x', now, china), stopClock(clock, now)]) {
      expect(() => extendClock(still, '1h', 'head', now, china)).toThrow(NotNow);
    }
  });
});

describe('a clock that stops', () => {
  it('stays as it is, whatever happens later', () => {
    const stopped = stopClock(begun('24h', '2024-11-04 10:00'), at('2024-11-05 09:00'));
    expect(stopped).toMatchObject({ state: 'stopped', stoppedAt: at('2024-11-05 09:00').toISOString() });
    expect(stopClock(stopped, at('2024-11-09 09:00'))).toEqual(stopped);
    expect(recomputeClock(stopped, beforeTheNotice)).toEqual(stopped);
    expect(remaining(stopped, at('2024-12-01 09:00'), china)).toBe(HOUR);
    expect(() => chargeTo(stopped, 'gas', at('2024-11-06 09:00'))).toThrow(
      new NotNow('clock.stopped', { clock: 'c1' }),
    );
  });

  it('while paused ends its pause, and keeps what was left', () => {
    const paused = pauseClock(begun('24h', '2024-11-04 10:00'), 'x', at('2024-11-04 11:00'), china);
    const stopped = stopClock(paused, at('2024-11-06 11:00'));
    expect(stopped.pauses[0]?.until).toBe(at('2024-11-06 11:00').toISOString());
    expect(remaining(stopped, at('2024-12-01 09:00'), china)).toBe(23 * HOUR);
    expect(usedTime(stopped, at('2024-12-01 09:00'), china)).toBe(HOUR);
  });
});

describe('timely', () => {
  it.each([
    ['2024-11-05 09:59:59', true],
    ['2024-11-05 10:00:00', true],
    ['2024-11-05 10:00:00.999', true],
    ['2024-11-05 10:00:01', false],
  ])('is judged to the second: done at %s: %s', (done, timely) => {
    expect(isTimely(begun('24h', '2024-11-04 10:00'), at(done))).toBe(timely);
  });

  it('is what is done in a pause that began in time, and not what was late before it', () => {
    const clock = begun('24h', '2024-11-04 10:00');
    expect(isTimely(pauseClock(clock, 'x', at('2024-11-05 09:00'), china), at('2024-12-01 00:00'))).toBe(
      true,
    );
    expect(isTimely(pauseClock(clock, 'x', at('2024-11-05 11:00'), china), at('2024-12-01 00:00'))).toBe(
      false,
    );
  });
});

describe('the time charged', () => {
  it('goes to who holds it, without pauses, in the clock’s own kind of time', () => {
    const first = begun('5wd-eod', '2024-11-04 10:00');
    const second = chargeTo(first, 'gas', at('2024-11-05 10:00'));
    const paused = pauseClock(second, 'x', at('2024-11-06 08:30'), china);
    const resumed = resumeClock(paused, at('2024-11-07 08:30'), china);
    const back = chargeTo(resumed, 'water', at('2024-11-07 12:00'));
    expect(back.heldBy).toBe('water');
    expect(chargedTime(back, at('2024-11-07 15:00'), china)).toEqual({ water: 8 * HOUR, gas: 9 * HOUR });
  });

  it('ends with nobody, begins again with somebody, and is not divided by the same unit twice', () => {
    const nobody = chargeTo(begun('24h', '2024-11-04 10:00'), null, at('2024-11-04 12:00'));
    expect(chargedTime(nobody, at('2024-11-04 20:00'), china)).toEqual({ water: 2 * HOUR });
    const gas = chargeTo(nobody, 'gas', at('2024-11-04 13:00'));
    expect(chargeTo(gas, 'gas', at('2024-11-04 14:00'))).toEqual(gas);
    expect(chargedTime(gas, at('2024-11-04 20:00'), china)).toEqual({ water: 2 * HOUR, gas: 7 * HOUR });
  });

  it('of a stopped clock grows no more', () => {
    const stopped = stopClock(begun('24h', '2024-11-04 10:00'), at('2024-11-04 12:00'));
    expect(chargedTime(stopped, at('2024-11-09 20:00'), china)).toEqual({ water: 2 * HOUR });
  });
});

describe('a calendar notice in mid-course', () => {
  const started = { id: 'c1', of: 'matter' as const, term: '5wd-eod', ladder: 'ordinary', heldBy: 'water' };
  const clock = startClock(started, at('2020-01-22 10:00'), beforeTheNotice);

  it('moves an open clock: Spring Festival of 2020 was prolonged', () => {
    expect(due(clock)).toBe('2020-02-04 17:30');
    expect(due(recomputeClock(clock, china))).toBe('2020-02-06 17:30');
  });

  it('keeps pauses, extensions, charges and rungs', () => {
    const fired = [{ rung: 'half', at: at('2020-02-01 10:00').toISOString(), overtaken: false }];
    const longer = extendClock(
      { ...clock, fired },
      '1wd-eod',
      'head',
      at('2020-01-23 09:30'),
      beforeTheNotice,
    );
    const paused = pauseClock(longer, 'x', at('2020-01-23 10:30'), beforeTheNotice);
    const resumed = resumeClock(paused, at('2020-01-23 15:30'), beforeTheNotice);
    const moved = recomputeClock(resumed, china);
    expect([due(resumed), due(moved)]).toEqual(['2020-02-06 11:30', '2020-02-10 11:30']);
    expect(moved).toMatchObject({ fired, pauses: resumed.pauses, charges: resumed.charges });
    expect(moved.extensions).toMatchObject([
      { grantedBy: 'head', from: at('2020-02-06 17:30').toISOString() },
    ]);
  });

  it('changes what is left of a paused clock', () => {
    const paused = pauseClock(clock, 'x', at('2020-01-31 20:00'), beforeTheNotice);
    expect(paused.leftMs).toBe(21 * HOUR);
    expect(recomputeClock(paused, china)).toMatchObject({ state: 'paused', dueAt: null, leftMs: 28 * HOUR });
  });

  it('changes nothing where nothing changed', () => {
    const slice = { ...china, calendar: calendarSlice(china.calendar, '2019-12-01', 400) };
    const fresh = startClock(started, at('2020-01-22 10:00'), china);
    expect(recomputeClock(fresh, slice)).toEqual(fresh);
  });

  it('takes an extension that was dated back into a pause from the pause’s end', () => {
    const paused = pauseClock(clock, 'x', at('2020-01-22 11:00'), beforeTheNotice);
    const resumed = resumeClock(paused, at('2020-01-22 16:00'), beforeTheNotice);
    const longer = extendClock(resumed, '1wd-eod', 'head', at('2020-01-22 15:00'), beforeTheNotice);
    expect(due(recomputeClock(longer, beforeTheNotice))).toBe(due(longer));
  });
});
