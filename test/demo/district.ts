// The demo district as read from its files, and ways to look things up in it.
import { readDemo } from '../../prisma/demo/read.ts';
import type { DemoUnit } from '../../prisma/demo/records.ts';

export const demo = await readDemo();
export const posts = demo.people.flatMap(({ account, posts }) => posts.map((post) => ({ ...post, account })));
export const unit = new Map(demo.units.map((row) => [row.code, row]));
export const receiving = demo.units.filter((row) => row.handles);
const place = new Map(demo.places.map((row) => [row.code, row]));

export const level = (name: string) => demo.places.filter((row) => row.level === name);
export const placeOf = (code: string) => place.get(code);
export const staffOf = (code: string | null) => posts.filter((post) => post.unit === code);
export const headsOf = (code: string | null) => staffOf(code).filter((post) => post.head);

/** The place and all above it, up to the district. */
export const upwards = (code: string | null): string[] =>
  code === null ? [] : [code, ...upwards(place.get(code)?.parent ?? null)];

/** The unit and its superiors, up to the government. */
export const superiors = (row: DemoUnit | undefined): string[] =>
  row === undefined ? [] : [row.code, ...superiors(unit.get(row.superior ?? ''))];
