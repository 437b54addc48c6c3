import fc from 'fast-check';
import { closingRate, inTimeRate, stageNumbers } from '../../workflows/rules/stages.ts';
import { at } from './work-time-of.ts';

const now = at('2024-11-04 12:00');
const item = (id: string, due: string | null, done: string | null = null) => ({
  id,
  dueAt: due === null ? null : at(due),
  doneAt: done === null ? null : at(done),
});

const items = [
  item('done in time', '2024-11-04 10:00', '2024-11-04 10:00:00.9'),
  item('done early', '2024-11-09 10:00', '2024-11-04 10:00'),
  item('done late', '2024-11-04 10:00', '2024-11-04 10:00:01'),
  item('open', '2024-11-04 12:00'),
  item('open and late', '2024-11-04 11:59:59'),
  item('paused', null),
];

describe('the seven numbers of a stage', () => {
  it('each open the matters behind them', () => {
    expect(stageNumbers(items, now)).toEqual({
      due: ['done in time', 'done early', 'done late', 'open and late'],
      done: ['done in time', 'done early', 'done late'],
      doneInTime: ['done in time', 'done early'],
      doneLate: ['done late'],
      pending: ['open', 'open and late', 'paused'],
      pendingInTime: ['open', 'paused'],
      pendingLate: ['open and late'],
    });
  });

  it('give the closing rate and the in-time rate of what should have closed', () => {
    const numbers = stageNumbers(items, now);
    expect(closingRate(numbers)).toBe(3 / 4);
    expect(inTimeRate(numbers)).toBe(2 / 4);
  });

  it('give no rate where nothing was due', () => {
    expect(closingRate(stageNumbers([item('open', '2024-12-01 12:00')], now))).toBeUndefined();
    expect(inTimeRate(stageNumbers([], now))).toBeUndefined();
  });

  it('add up, whatever the matters are', () => {
    const moment = fc.option(
      fc.date({ min: at('2024-10-01 00:00'), max: at('2024-12-01 00:00'), noInvalidDate: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), dueAt: moment, doneAt: moment })), (items) => {
        const { due, done, doneInTime, doneLate, pending, pendingInTime, pendingLate } = stageNumbers(
          items,
          now,
        );
        expect(doneInTime.length + doneLate.length).toBe(done.length);
        expect(pendingInTime.length + pendingLate.length).toBe(pending.length);
        expect(done.length + pending.length).toBe(items.length);
        expect(due.length).toBe(done.length + pendingLate.length);
      }),
    );
  });
});
