import fc from 'fast-check';
import type { Clock } from '../../workflows/rules/clock.ts';
import { extendClock, pauseClock, resumeClock, startClock, stopClock } from '../../workflows/rules/clock.ts';
import type { PassedRung } from '../../workflows/rules/ladder.ts';
import {
  Ladder,
  NoticeHours,
  Rung,
  nextRungAt,
  noticeFrom,
  noticeMoment,
  passedRungs,
  rungsOf,
} from '../../workflows/rules/ladder.ts';
import { dongsheng } from './dongsheng.ts';
import { at, china, local, office } from './work-time-of.ts';

const { ladders, notices } = dongsheng;
const ordinary = ladders.ordinary!;
const begun = (term: string, start: string) =>
  startClock({ id: 'c1', of: 'task', term, ladder: 'ordinary', heldBy: 'water' }, at(start), china);
const moments = (clock: Clock, ladder = ordinary) =>
  rungsOf(clock, ladder, china).map(({ rung, at }) => `${rung.rung} ${local(at)}`);
const recorded = (clock: Clock, passed: PassedRung[]): Clock => ({
  ...clock,
  fired: [
    ...clock.fired,
    ...passed.map(({ rung, at, overtaken }) => ({ rung: rung.rung, at: at.toISOString(), overtaken })),
  ],
});
const said = (passed: PassedRung[]) =>
  passed.map(({ rung, overtaken }) => (overtaken ? `(${rung.rung})` : rung.rung));

describe('the rungs of the default ladder', () => {
  it('of a working term lie at half of its working time, 4 working hours before due, at due, and in working days after', () => {
    expect(moments(begun('3wd-eod', '2024-11-04 09:00'))).toEqual([
      'half 2024-11-06 08:45',
      'soon 2024-11-07 11:30',
      'yellow 2024-11-07 17:30',
      'red 2024-11-08 17:30',
      'letter 2024-11-12 17:30',
    ]);
  });

  it('of a clock term lie at 50 and 80 per cent', () => {
    expect(moments(begun('24h', '2024-11-04 13:00'))).toEqual([
      'half 2024-11-05 01:00',
      'mostly 2024-11-05 08:12',
      'yellow 2024-11-05 13:00',
      'red 2024-11-06 12:00',
      'letter 2024-11-08 12:00',
    ]);
  });

  it('of red and orange follow in hours', () => {
    expect(moments(begun('2h', '2024-11-02 22:00'), ladders.emergency)).toEqual([
      'half 2024-11-02 23:00',
      'yellow 2024-11-03 00:00',
      'red 2024-11-03 02:00',
      'letter 2024-11-04 00:00',
    ]);
  });

  it('of a paused or stopped clock are none', () => {
    const clock = begun('3wd-eod', '2024-11-04 09:00');
    const now = at('2024-11-05 09:00');
    for (const still of [pauseClock(clock, 'x', now, china), stopClock(clock, now)]) {
      expect(rungsOf(still, ordinary, china)).toEqual([]);
      expect(nextRungAt(still, ordinary, notices, china)).toBeUndefined();
      expect(passedRungs(still, ordinary, notices, at('2025-01-01 00:00'), china)).toEqual([]);
    }
  });

  it('leave out a reminder that would come with the dispatch itself', () => {
    expect(moments(begun('4wh', '2024-11-04 09:00'))).toEqual([
      'half 2024-11-04 11:00',
      'yellow 2024-11-04 15:00',
      'red 2024-11-05 15:00',
      'letter 2024-11-07 15:00',
    ]);
  });

  it('send one of two reminders that fall within the same hour', () => {
    expect(moments(begun('8wh', '2024-11-04 08:30')).filter((line) => /half|soon/.test(line))).toEqual([
      'half 2024-11-04 14:30',
    ]);
    expect(moments(begun('9wh', '2024-11-04 08:30')).filter((line) => /half|soon/.test(line))).toEqual([
      'half 2024-11-04 15:00',
    ]);
    expect(moments(begun('10wh', '2024-11-04 08:30')).filter((line) => /half|soon/.test(line))).toEqual([
      'half 2024-11-04 15:30',
      'soon 2024-11-04 16:30',
    ]);
  });
});

describe('after a pause or an extension', () => {
  it('half of the term is when half of its own time has been used', () => {
    const clock = begun('3wd-eod', '2024-11-04 09:00');
    const paused = pauseClock(clock, 'x', at('2024-11-05 08:30'), china);
    const resumed = resumeClock(paused, at('2024-11-11 08:30'), china);
    expect(moments(resumed).slice(0, 3)).toEqual([
      'half 2024-11-12 08:45',
      'soon 2024-11-13 11:30',
      'yellow 2024-11-13 17:30',
    ]);
  });

  it('rungs not yet passed count from the new due time, those fired stay fired', () => {
    const clock = begun('3wd-eod', '2024-11-04 09:00');
    const reminded = recorded(clock, passedRungs(clock, ordinary, notices, at('2024-11-06 09:00'), china));
    expect(reminded.fired.map(({ rung }) => rung)).toEqual(['half']);
    const longer = extendClock(reminded, '3wd-eod', 'head', at('2024-11-06 10:00'), china);
    expect(local(nextRungAt(longer, ordinary, notices, china))).toBe('2024-11-12 11:30');
    expect(said(passedRungs(longer, ordinary, notices, at('2024-11-12 17:30'), china))).toEqual([
      '(soon)',
      'yellow',
    ]);
  });
});

describe('several rungs in the past at once', () => {
  it('only the highest is carried out, the others are overtaken', () => {
    const clock = begun('3wd-eod', '2019-06-03 09:00');
    const passed = passedRungs(clock, ordinary, notices, at('2024-01-01 09:00'), china);
    expect(said(passed)).toEqual(['(half)', '(soon)', '(yellow)', '(red)', 'letter']);
    expect(passedRungs(recorded(clock, passed), ordinary, notices, at('2025-01-01 09:00'), china)).toEqual(
      [],
    );
  });

  it('at its own second a rung has passed', () => {
    const clock = begun('3wd-eod', '2024-11-04 09:00');
    expect(said(passedRungs(clock, ordinary, notices, at('2024-11-06 08:44:59'), china))).toEqual([]);
    expect(said(passedRungs(clock, ordinary, notices, at('2024-11-06 08:45:00'), china))).toEqual(['half']);
  });

  it('a reminder that another one stood for does not follow later', () => {
    const clock = begun('8wh', '2024-11-04 08:30');
    const passed = passedRungs(clock, ordinary, notices, at('2024-11-05 08:45'), china);
    expect(said(passed)).toEqual(['half']);
    const later = passedRungs(recorded(clock, passed), ordinary, notices, at('2024-11-05 20:00'), china);
    expect(said(later)).toEqual(['yellow']);
  });
});

describe('quiet hours', () => {
  const rung = (does: Rung['does'], extra: Partial<Rung> = {}): Rung =>
    Rung.parse({ rung: 'r', when: { after: 'due' }, does, to: ['holder'], channels: ['console'], ...extra });

  it.each([
    ['reminder', '2024-11-04 12:00', '2024-11-04 12:00'],
    ['reminder', '2024-11-04 08:00', '2024-11-04 08:00'],
    ['reminder', '2024-11-04 20:00', '2024-11-04 20:00'],
    ['reminder', '2024-11-04 23:00', '2024-11-04 20:00'],
    ['reminder', '2024-11-05 03:00', '2024-11-04 20:00'],
    ['yellow', '2024-11-04 23:00', '2024-11-05 08:00'],
    ['yellow', '2024-11-05 03:00', '2024-11-05 08:00'],
    ['yellow', '2024-11-05 09:00', '2024-11-05 09:00'],
    ['letter', '2024-11-04 20:00:01', '2024-11-05 08:00'],
    ['red', '2024-11-05 03:00', '2024-11-05 03:00'],
  ] as const)('a %s of %s goes out at %s', (does, moment, goes) => {
    const warning = does === 'reminder' ? { when: { before: '4wh' } } : {};
    expect(local(noticeMoment(rung(does, warning), at(moment), notices, office))).toBe(goes);
  });

  it('never send a reminder that something is late ahead of its being late', () => {
    expect(local(noticeMoment(rung('reminder'), at('2024-11-05 03:00'), notices, office))).toBe(
      '2024-11-05 08:00',
    );
  });

  it.each([
    ['reminder', '2024-11-05 12:00', '2024-11-05 12:00'],
    ['reminder', '2024-11-05 03:00', '2024-11-05 08:00'],
    ['yellow', '2024-11-04 23:00', '2024-11-05 08:00'],
    ['red', '2024-11-05 03:00', '2024-11-05 03:00'],
  ] as const)('a %s that is ready at %s only goes out at %s, never back in time', (does, ready, goes) => {
    const warning = does === 'reminder' ? { when: { before: '4wh' } } : {};
    expect(local(noticeFrom(rung(does, warning), at(ready), notices, office))).toBe(goes);
  });

  it('are not known to emergencies', () => {
    expect(
      local(noticeMoment(rung('reminder', { anytime: true }), at('2024-11-05 03:00'), notices, office)),
    ).toBe('2024-11-05 03:00');
  });

  it('bring a reminder forward, and leave a card at its moment', () => {
    const clock = begun('24h', '2024-11-04 13:00');
    expect(local(nextRungAt(clock, ladders.urgent!, notices, china))).toBe('2024-11-04 20:00');
    const late = begun('24h', '2024-11-04 23:00');
    const passed = passedRungs(late, ladders.urgent!, notices, at('2024-11-05 23:00'), china);
    expect(passed.map(({ rung, at }) => `${rung.rung} ${local(at)}`)).toEqual([
      'half 2024-11-05 11:00',
      'yellow 2024-11-05 23:00',
    ]);
  });

  it('send one of two reminders that they move together', () => {
    const clock = begun('10h', '2024-11-04 17:00');
    const rungs = rungsOf(clock, ordinary, china, notices).map(({ rung, at }) => `${rung.rung} ${local(at)}`);
    expect(rungs.slice(0, 2)).toEqual(['half 2024-11-04 20:00', 'yellow 2024-11-05 03:00']);
  });

  it('leave out a reminder for which there is no allowed moment between dispatch and due', () => {
    const clock = begun('2h', '2024-11-04 22:00');
    expect(local(nextRungAt(clock, ladders.urgent!, notices, china))).toBe('2024-11-05 00:00');
  });
});

describe('a month of ladder', () => {
  const start = fc.date({ min: at('2024-01-01 00:00'), max: at('2024-12-01 00:00'), noInvalidDate: true });
  const term = fc.constantFrom('2h', '24h', '3d', '4wh', '1wd', '3wd-eod', '5wd-eod');
  const ladder = fc.constantFrom(ordinary, ladders.urgent!, ladders.emergency!);

  it('woken at each next moment, carries every rung out, in order and once', () => {
    fc.assert(
      fc.property(start, term, ladder, (start, term, ladder) => {
        let clock = startClock({ id: 'c1', of: 'task', term, ladder: 'x', heldBy: null }, start, china);
        const due = rungsOf(clock, ladder, china, notices);
        for (
          let next = nextRungAt(clock, ladder, notices, china);
          next;
          next = nextRungAt(clock, ladder, notices, china)
        ) {
          const passed = passedRungs(clock, ladder, notices, next, china);
          expect(passed.length).toBeGreaterThan(0);
          clock = recorded(clock, passed);
        }
        expect(clock.fired.map(({ rung }) => rung)).toEqual(due.map(({ rung }) => rung.rung));
        expect(clock.fired.map(({ at }) => at)).toEqual(clock.fired.map(({ at }) => at).sort());
      }),
    );
  });

  it('sends no reminder in quiet hours, and none less than an hour after another', () => {
    fc.assert(
      fc.property(start, term, fc.constantFrom(ordinary, ladders.urgent!), (start, term, ladder) => {
        const clock = startClock({ id: 'c1', of: 'task', term, ladder: 'x', heldBy: null }, start, china);
        const sent = rungsOf(clock, ladder, china, notices).filter(({ rung }) => rung.does === 'reminder');
        for (const { at } of sent)
          expect(local(at).slice(11, 16) >= '08:00' && local(at).slice(11, 19) <= '20:00').toBe(true);
        const gaps = sent.slice(1).map(({ at }, i) => at.getTime() - sent[i]!.at.getTime());
        expect(gaps.every((gap) => gap >= 3_600_000)).toBe(true);
      }),
    );
  });
});

describe('what is no ladder', () => {
  const good = { rung: 'r', when: { share: 0.5 }, does: 'reminder', to: ['holder'], channels: ['email'] };

  it.each([
    ['a share of all', { when: { share: 1 } }],
    ['a share of nothing', { when: { share: 0 } }],
    ['days to their end before due', { when: { before: '1wd-eod' } }],
    ['months before due', { when: { before: '1mo' } }],
    ['no term', { when: { after: 'soon' } }],
    ['two moments', { when: { share: 0.5, after: 'due' } }],
    ['nobody to tell', { to: [] }],
    ['no channel', { channels: [] }],
    ['an unknown deed', { does: 'shout' }],
  ])('%s', (_, wrong) => expect(Ladder.safeParse([{ ...good, ...wrong }]).success).toBe(false));

  it('two rungs of one name', () => {
    expect(Ladder.safeParse([good, good]).success).toBe(false);
    expect(Ladder.safeParse([good, { ...good, rung: 's' }]).success).toBe(true);
  });

  it('notice hours that end before they begin', () => {
    expect(NoticeHours.safeParse({ from: '20:00', until: '08:00' }).success).toBe(false);
    expect(NoticeHours.safeParse({ from: '00:00', until: '24:00' }).success).toBe(true);
  });
});
