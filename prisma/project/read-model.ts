import { cardRows } from './card.ts';
import { clockRows } from './clock.ts';
import type { Course } from './course.ts';
import { itemRows } from './item.ts';
import { matterRows } from './matter.ts';
import { processRows } from './process.ts';
import { taskRows } from './task.ts';
import { rowsInto, rowsOver } from './write.ts';
import type { Write } from './write.ts';

/** Each table with what makes its rows; the order is that of writing. */
const tables: readonly (readonly [table: string, rowsOf: (course: Course) => object[]])[] = [
  ['process', processRows],
  ['matter', matterRows],
  ['task', taskRows],
  ['clock', clockRows],
  ['card', cardRows],
  ['item', itemRows],
];

/** The tables that can be emptied and made again from the journal. */
export const READ_MODEL: readonly string[] = tables.map(([table]) => table);

/**
 * What brings the read model of one process from one course to the next: changed rows only. A row whose keys come in
 * another order counts as changed and is written again, which costs less than sorting all of them.
 */
export function changes(before: Course | undefined, after: Course): Write[] {
  return tables.map(([table, rowsOf]) => {
    if (rowsOf === processRows) return rowsOver(table, rowsOf(after), 'id');
    if (rowsOf === itemRows) return rowsOver(table, itemRows(sinceThen(before, after)), 'id');
    const known = new Set((before ? rowsOf(before) : []).map((row) => JSON.stringify(row)));
    const changed = rowsOf(after).filter((row) => !known.has(JSON.stringify(row)));
    return rowsOver(table, changed, 'id');
  });
}

/** The course with those items alone that are others than before: what did not change is the same object still. */
function sinceThen(before: Course | undefined, after: Course): Course {
  const isOther = ([id, item]: [string, Course['state']['items'][string]]) =>
    before?.state.items[id] !== item || before.numbers[id] !== after.numbers[id];
  const items = Object.fromEntries(Object.entries(after.state.items).filter(isOther));
  return { ...after, state: { ...after.state, items } };
}

/** All rows of several processes, for tables that are empty. */
export const everything = (courses: readonly Course[]): Write[] =>
  tables.map(([table, rowsOf]) => rowsInto(table, courses.flatMap(rowsOf)));
