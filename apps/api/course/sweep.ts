// The sweeper: an act that was taken but never answered is sent again with the same id.
import { openCommands } from '../../../prisma/commands.ts';
import { ActBody, perform } from './act.ts';
import type { Course } from './course.ts';

/** Younger commands are still in their own request's hands. Milliseconds; longer than one request insists. */
const AGE = 15_000;
const HANDFUL = 20;
const PATIENCE = 2_000;

/** Finishes open acts; says how many were looked at. Also after the API died between Update and record. */
export async function sweep(course: Course, age = AGE): Promise<number> {
  const open = await openCommands(course.db, new Date(Date.now() - age), HANDFUL);
  const acts = open.filter(({ body }) => ActBody.safeParse(body).success);
  await Promise.all(acts.map((command) => perform(course, command, PATIENCE)));
  return acts.length;
}
