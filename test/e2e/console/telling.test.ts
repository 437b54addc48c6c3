import { lightOf, toneOf } from '../../../apps/console/look/light.ts';
import { spanOf, written } from '../../../apps/console/look/time.ts';
import { HistoryLine, scenesOf } from '../../../apps/console/staff/history/line.ts';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const open = { dueAt: '2026-03-09T17:30:00+08:00', isPaused: false, isOverdue: false, card: null };

describe('the light of a deadline', () => {
  it.each([
    ['is green while there is time', open, 'green'],
    ['is blue within a day of its due time', { ...open, dueAt: '2026-03-03T09:00:00+08:00' }, 'blue'],
    ['says late before a card is set', { ...open, isOverdue: true }, 'late'],
    ['shows the card, also when it is paused', { ...open, isPaused: true, card: 'red' }, 'red'],
    ['shows a letter of supervision', { ...open, card: 'letter' }, 'letter'],
    ['says that it is paused', { ...open, dueAt: null, isPaused: true }, 'paused'],
    ['says when there is none', { ...open, dueAt: null }, 'none'],
    ['is settled with the matter', { ...open, card: 'red', closedAt: '2026-03-01T10:00:00+08:00' }, 'done'],
  ])('%s', (_what, dated, light) => {
    expect(lightOf(dated, NOW)).toBe(light);
  });

  it('makes rows stand out from yellow on', () => {
    expect(['green', 'late', 'yellow', 'red', 'letter'].map((light) => toneOf(light as never))).toEqual([
      undefined,
      'late',
      'late',
      'danger',
      'danger',
    ]);
  });
});

describe('times', () => {
  it('are those of the place, wherever the browser stands', () => {
    expect(written('2026-03-02T02:05:00Z', 'moment', 'zh')).toBe('2026/03/02 10:05');
    expect(written('2026-03-02', 'dayOnly', 'en')).toBe('2 Mar 2026');
  });

  it.each([
    [3 * 86_400_000 + 4 * 3_600_000, '3天4小时', '3 days 4 hours'],
    [-90 * 60_000, '1小时30分钟', '1 hour 30 minutes'],
    [10_000, '1分钟', '1 minute'],
  ])('%i ms are told in their two largest units', (ms, zh, en) => {
    expect(spanOf(ms, 'zh')).toBe(zh);
    expect(spanOf(ms, 'en')).toBe(en);
  });
});

describe('the course of a matter', () => {
  const hand = { role: 'community', person: { value: 'p', title: 'P' }, unit: null, inSteadOf: null };
  const line = (seq: number, at: string, type: string, event: object = {}, by: typeof hand | null = null) =>
    HistoryLine.parse({ seq, at, countsAt: at, type, by, event });

  it('tells an act with what followed from it, and not what says nothing', () => {
    const scenes = scenesOf([
      line(1, '10:00', 'opened'),
      line(2, '10:00', 'stepEntered', { step: 'analyse' }),
      line(3, '10:00', 'taskOpened', { task: 't1' }),
      line(4, '11:00', 'taskCompleted', { task: 't1' }, hand),
      line(5, '11:00', 'clockMoved', { why: 'stopped' }),
      line(6, '11:00', 'stepEntered', { step: 'ledger' }),
    ]);
    expect(scenes.map(({ main, rest }) => [main.type, rest.map(({ type }) => type)])).toEqual([
      ['opened', ['stepEntered', 'taskOpened']],
      ['taskCompleted', ['stepEntered']],
    ]);
  });

  it('keeps apart what two people did in one moment', () => {
    const other = { ...hand, person: { value: 'q', title: 'Q' } };
    const scenes = scenesOf([
      line(1, '10:00', 'commented', {}, hand),
      line(2, '10:00', 'commented', {}, other),
    ]);
    expect(scenes).toHaveLength(2);
  });
});
