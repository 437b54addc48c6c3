import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';
import { loadCalendar, loadDeadlinePolicy } from '../../policies/load.ts';
import { dueAt } from '../../workflows/rules/term.ts';

const policy = await loadDeadlinePolicy('examples/boston-311');
const time = { calendar: await loadCalendar(policy.calendar), office: policy.office };
const due = (type: string, wall: string) =>
  dueAt(new Date(`${wall}-05:00`), policy.classes[type]!.term, time).at;

it.each([
  ['CE Collection', '2015-03-04T09:07:37', '2015-03-05T09:07:37'],
  ['Empty Litter Basket', '2015-01-01T13:20:33', '2015-01-05T08:30:00'],
  ['Pick up Dead Animal', '2015-07-02T10:00:00', '2015-07-03T10:00:00'],
  ['Tree Emergencies', '2015-09-11T17:00:00', '2015-09-15T08:30:00'],
  ['Utility Call-In', '2015-12-23T16:00:00', '2015-12-28T16:00:00'],
  ['Rodent Activity', '2015-01-02T11:15:21', '2015-02-01T11:15:21'],
  ['Heat', '2015-12-20T23:00:00', '2016-01-19T23:00:00'],
  ['Unsafe Dangerous Conditions', '2015-12-24T22:00:00', '2015-12-25T22:00:00'],
])('%s of %s is due %s', (type, opened, expected) => {
  expect(due(type, opened)).toEqual(new Date(`${expected}-05:00`));
});

// The city's own target times, where the data lies beside the project (it is read from there, never copied in).
const folder = path.resolve('..', 'shared', 'data', 'boston311');
const files = ['ce-collection.csv', 'empty-litter-basket.csv', 'rodent-activity.csv'].filter((file) =>
  existsSync(path.join(folder, file)),
);

for (const file of files) {
  it(`agrees with at least 99.5 % of the target times in ${file}, within 120 s`, async () => {
    let [agreeing, all] = [0, 0];
    for await (const row of createReadStream(path.join(folder, file)).pipe(parse({ columns: true }))) {
      const difference =
        due(row.TYPE, wallClock(row.OPEN_DT)).getTime() - Date.parse(`${wallClock(row.TARGET_DT)}-05:00`);
      agreeing += Math.abs(difference) <= 120_000 ? 1 : 0;
      all += 1;
    }
    expect(all).toBeGreaterThan(2000);
    expect(agreeing / all).toBeGreaterThanOrEqual(0.995);
  });
}

/** `01/26/2015 10:23:15 AM` as `2015-01-26T10:23:15`. */
function wallClock(text: string): string {
  const [date = '', time = '', half] = text.split(' ');
  const [month, day, year] = date.split('/');
  const hour = (Number(time.slice(0, 2)) % 12) + (half === 'PM' ? 12 : 0);
  return `${year}-${month}-${day}T${String(hour).padStart(2, '0')}${time.slice(2)}`;
}
