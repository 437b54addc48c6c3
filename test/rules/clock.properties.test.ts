import fc from 'fast-check';
import {
  Clock,
  chargeTo,
  chargedTime,
  extendClock,
  pauseClock,
  recomputeClock,
  remaining,
  resumeClock,
  startClock,
  stopClock,
  usedTime,
} from '../../workflows/rules/clock.ts';
import { passedRungs } from '../../workflows/rules/ladder.ts';
import { kindOf } from '../../workflows/rules/term.ts';
import { RuleViolation } from '../../workflows/rules/violation.ts';
import { elapsed } from '../../workflows/rules/work-time.ts';
import { dongsheng } from './dongsheng.ts';
import { at, china } from './work-time-of.ts';

// Any course of a clock: acts at growing times, those that are refused leave it as it was.
type Act = (clock: Clock, now: Date) => Clock;
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const ladder = dongsheng.ladders.ordinary!;

const look: Act = (clock, now) => {
  const passed = passedRungs(clock, ladder, dongsheng.notices, now, china);
  const fired = passed.map(({ rung, at, overtaken }) => ({
    rung: rung.rung,
    at: at.toISOString(),
    overtaken,
  }));
  return { ...clock, fired: [...clock.fired, ...fired] };
};

const acts: Record<string, Act> = {
  look,
  pause: (clock, now) => pauseClock(clock, 'x', now, china),
  resume: (clock, now) => resumeClock(clock, now, china),
  extendByDays: (clock, now) =>
    extendClock(clock, kindOf(clock.term) === 'clock' ? '1d' : '1wd', 'head', now, china),
  extendToEnd: (clock, now) =>
    extendClock(clock, kindOf(clock.term) === 'clock' ? '2d-eod' : '2wd-eod', 'head', now, china),
  giveToGas: (clock, now) => chargeTo(clock, 'gas', now),
  giveToWater: (clock, now) => chargeTo(clock, 'water', now),
  stop: (clock, now) => stopClock(clock, now),
};

const names = [
  'look',
  'look',
  'pause',
  'pause',
  'resume',
  'resume',
  'extendByDays',
  'extendToEnd',
  'giveToGas',
  'giveToWater',
  'stop',
];
const step = fc.record({
  act: fc.constantFrom(...names),
  after: fc.oneof(
    fc.integer({ min: 0, max: 3 * 86_400_000 }),
    fc.constantFrom(0, 1800, 3600, 30_600, 86_400).map((s) => s * 1000),
  ),
});
const start = fc.oneof(
  fc.date({ min: at('2023-12-01 00:00'), max: at('2025-03-01 00:00'), noInvalidDate: true }),
  fc.constantFrom(
    at('2024-11-04 08:30'),
    at('2024-11-04 12:00'),
    at('2024-11-01 17:30'),
    at('2024-11-02 00:00'),
  ),
);
const term = fc.constantFrom(
  '2h',
  '24h',
  '7d-eod',
  '1mo',
  '1mo-eod',
  '30wmin',
  '4wh',
  '7wh',
  '1wd',
  '5wd',
  '1wd-eod',
  '5wd-eod',
  '15wd-eod',
);

interface Moment {
  before: Clock;
  after: Clock;
  now: Date;
  /** The last due time that was known before, also while it is paused. */
  knownDue: string;
}

function courseOf(term: string, start: Date, steps: { act: string; after: number }[]): Moment[] {
  let clock = startClock({ id: 'c1', of: 'task', term, ladder: 'ordinary', heldBy: 'water' }, start, china);
  let now = start;
  let knownDue = '';
  return steps.map(({ act, after }) => {
    now = new Date(now.getTime() + after);
    const before = clock;
    knownDue = before.dueAt ?? knownDue;
    try {
      clock = acts[act]!(clock, now);
    } catch (refusal) {
      if (!(refusal instanceof RuleViolation)) throw refusal;
    }
    return { before, after: clock, now, knownDue };
  });
}

function inAnyCourse(check: (moment: Moment) => void): void {
  fc.assert(
    fc.property(term, start, fc.array(step, { maxLength: 25 }), (term, start, steps) => {
      for (const moment of courseOf(term, start, steps)) check(moment);
    }),
    { numRuns: 300 },
  );
}

describe('in any course of acts', () => {
  it('no clock is lost: it is running with a due time, paused with what is left, or stopped with its end', () => {
    inAnyCourse(({ after }) => {
      expect(Clock.safeParse(JSON.parse(JSON.stringify(after))).success).toBe(true);
      const knows = { running: after.dueAt, paused: after.leftMs, stopped: after.stoppedAt }[after.state];
      expect(knows ?? 'lost').not.toBe('lost');
      expect(after.pauses.filter((pause) => pause.until === undefined)).toHaveLength(
        after.state === 'paused' ? 1 : 0,
      );
    });
  });

  it('no rung comes twice, and of those recorded at once only one is carried out', () => {
    inAnyCourse(({ before, after }) => {
      const rungs = after.fired.map(({ rung }) => rung);
      expect(new Set(rungs).size).toBe(rungs.length);
      expect(
        after.fired.slice(before.fired.length).filter(({ overtaken }) => !overtaken).length,
      ).toBeLessThanOrEqual(1);
    });
  });

  it('neither pausing nor resuming nor extending brings a deadline nearer', () => {
    inAnyCourse(({ before, after, knownDue }) => {
      if (after.dueAt !== null) expect(after.dueAt >= knownDue).toBe(true);
      expect(after.startedAt).toBe(before.startedAt);
    });
  });

  it('charged times add up to the time that passed', () => {
    inAnyCourse(({ after, now }) => {
      expect(sum(Object.values(chargedTime(after, now, china)))).toBe(usedTime(after, now, china));
    });
  });

  it('what is used and what is left add up to the term and its extensions', () => {
    inAnyCourse(({ after, now }) => {
      const kind = kindOf(after.term);
      const length = (from: string | null, to: string | null) =>
        elapsed(kind, new Date(from ?? 0), new Date(to ?? 0), china);
      const first = startClock(after, new Date(after.startedAt), china);
      const granted = after.extensions.map(({ from, to }) => length(from, to));
      const allotted = length(first.startedAt, first.dueAt) + sum(granted);
      expect(usedTime(after, now, china) + remaining(after, now, china)).toBe(allotted);
    });
  });

  it('the same calendar read again changes nothing', () => {
    inAnyCourse(({ after }) => expect(recomputeClock(after, china)).toEqual(after));
  });
});
