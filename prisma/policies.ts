import { z } from 'zod';
import { Calendar } from '../workflows/rules/calendar.ts';
import type { Examples } from '../workflows/rules/policy-case.ts';
import { Policy } from '../workflows/rules/policy.ts';
import { canonical } from './canonical.ts';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';

/** The numbers under which a process begins. */
export type InForce = { policy: Policy; calendar: Calendar };

/** A pack with the cases that it was tried on, where it has any. */
export type Tried = InForce & { examples?: Examples };

/** A version is what it was when it was first written down: a change needs a new one. */
export class ChangedVersion extends Error {
  constructor(what: string) {
    super(`${what} is in the database with other content: give the change a version of its own.`);
    this.name = 'ChangedVersion';
  }
}

/** Writes down packs and calendars that are not there yet, in force from the moment given. Throws ChangedVersion. */
export const loadPolicies = (
  db: Pick<Database, 'pool'>,
  given: readonly Tried[],
  from: Date,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (const { policy, calendar, examples } of given) {
      await keep(tx, ['policy_version', 'name', policy.name, policy.version], policy, from);
      await tx.query(
        'update policy_version set examples = $3 where name = $1 and version = $2 and examples is null',
        [policy.name, policy.version, examples === undefined ? null : JSON.stringify(examples)],
      );
      await keep(tx, ['calendar_version', 'id', calendar.id, calendar.version], calendar, from);
    }
  });

async function keep(tx: Tx, [table, key, name, version]: string[], body: object, from: Date): Promise<void> {
  await tx.query(
    `insert into ${table} (${key}, version, body, in_force_from) values ($1, $2, $3, $4) on conflict do nothing`,
    [name, version, JSON.stringify(body), from],
  );
  const { rows } = await tx.query(`select body from ${table} where ${key} = $1 and version = $2`, [
    name,
    version,
  ]);
  if (canonical(rows[0]?.body) !== canonical(body)) throw new ChangedVersion(`${name} ${version}`);
}

const Row = z.object({ policy: Policy, calendar: Calendar });

/**
 * What is in force at a moment for a place: the pack named nearest above it, and the calendar that the pack names.
 * Undefined when nothing is.
 */
export async function policyInForce(sql: Tx, placePath: string, at: Date): Promise<InForce | undefined> {
  const { rows } = await sql.query(
    `select policy.body as policy, calendar.body as calendar from place
     join policy_version policy on policy.name = place.policy and policy.in_force_from <= $2
     join calendar_version calendar on calendar.id = policy.body ->> 'calendar' and calendar.in_force_from <= $2
     where place.code = any(string_to_array($1, '/'))
     order by length(place.path) desc, policy.in_force_from desc, policy.version desc, calendar.in_force_from desc, calendar.version desc limit 1`,
    [placePath, at],
  );
  return rows[0] && Row.parse(rows[0]);
}
