import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Database } from '../../../prisma/client.ts';
import type { DemoMatter } from '../../../prisma/demo/matter.ts';
import type { DemoReport } from '../../../prisma/demo/reports.ts';
import type { NewIntake, Receipt } from '../../../prisma/intake-row.ts';
import { takeIn } from '../../../prisma/intake.ts';
import { NotSeeded } from './client.ts';

/** A matter of the demo district that has come in, with the receipt that its reporter holds. */
export type TakenMatter = { matter: DemoMatter; receipt: Receipt };

/** Takes all of them in, in their order; one that is here already gives its receipt again. Throws NotSeeded. */
export async function takeInAll(db: Database, reports: readonly DemoReport[], ids: TownIds) {
  const taken: TakenMatter[] = [];
  for (const { matter, intake } of reports) {
    const { receipt } = await takeOne(db, matter, { ...intake, ...madeWhole(matter, intake, ids) });
    taken.push({ matter, receipt });
  }
  return taken;
}

async function takeOne(db: Database, { key }: DemoMatter, intake: NewIntake): Promise<{ receipt: Receipt }> {
  const taken = await takeIn(db, intake);
  if (taken.kind === 'conflict') throw new NotSeeded(`${key} came in before with other words.`);
  return taken;
}

/**
 * What the course asks for beyond the report: who is to be told by a person cannot have asked for an answer on line, and
 * what was triaged before was dispatched by the community of the place.
 */
function madeWhole(matter: DemoMatter, { answerBy, facts = {} }: NewIntake, { units }: TownIds) {
  const dispatchedBy = units.get(`community-${matter.place.slice(0, 12)}`);
  const isCarried = facts['carried'] !== undefined && dispatchedBy !== undefined;
  return {
    answerBy: matter.course === 'toTell' ? 'phone' : answerBy,
    facts: isCarried ? { ...facts, dispatchedBy } : facts,
  };
}
