import type { Database } from '../client.ts';
import type { StartPayload } from '../intake-row.ts';

/** A value of a fact. */
export type Json = StartPayload['facts'][string];

/** One question to the register about the place of a process that begins. */
export type Ask = (db: Pick<Database, 'pool'>, payload: StartPayload) => Promise<Json>;

/** No answer is longer: what a process begins with stays small enough for its history. */
export const MOST = 200;
