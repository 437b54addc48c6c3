import { openCommandIn, settle } from '../../../prisma/commands.ts';
import { inTransaction } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { insertIntake } from '../../../prisma/intake-row.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import { nextReceipt } from '../../../prisma/receipt.ts';
import { record } from '../../../prisma/record.ts';
import { sealWords } from '../../../prisma/words.ts';
import { sixStep } from '../../../workflows/processes/six-step/definition.ts';
import type { Course } from './courses.ts';
import { modelOf } from './model.ts';
import type { Cast } from './model.ts';
import { Player } from './player.ts';

const HOUR = 3_600_000;

/** A Monday morning in the past: a course that is over was played from here on. */
const LONG_AGO = new Date('2025-03-03T01:00:00Z');

/** Plays a course and has it recorded as any other is, with what the front door leaves of it; answers its id. */
export async function keepCourse(db: Database, cast: Cast, course: Course, now: Date): Promise<string> {
  const id = newId();
  const at = course.openFor === undefined ? LONG_AGO : new Date(now.getTime() - course.openFor * HOUR);
  const [spot] = cast.spots;
  const inForce = spot && (await policyInForce(db.pool, spot.path, at));
  if (spot === undefined || inForce === undefined)
    throw new Error('No policy is in force where matters are to lie.');
  const kind = cast.kinds[0] ?? '';
  const facts = {
    ...{ kind, way: 'resident', channel: 'web', receivedAt: at.toISOString(), tier: 'community' },
    reporters: [{ matter: id, answerBy: 'web' }],
  };
  const player = new Player(sixStep, inForce, { id, place: spot.path, at, facts });
  course.play(player, modelOf(cast, id));
  await inTransaction(db, (tx) => takeIn(tx, db, { id, at, kind, placeId: spot.id, cast }));
  await record(db, id, player.entries());
  // Nothing is to be done with the world for it: nobody is told, no history is fetched from Temporal.
  await db.pool.query('delete from outbox where process_id = $1', [id]);
  return id;
}

type Taken = { id: string; at: Date; kind: string; placeId: string; cast: Cast };

/** What intake.ts leaves, without the errand to start a process. */
async function takeIn(tx: Tx, db: Database, { id, at, kind, placeId, cast }: Taken): Promise<void> {
  const reporterId = cast.resident;
  const act = { key: id, subjectId: reporterId, processId: id, name: `open ${sixStep.name}`, raw: {} };
  const opened = await openCommandIn(tx, db.keys, {
    ...act,
    stored: () => Promise.resolve({}),
    begins: true,
  });
  if (opened.kind === 'new') await settle(tx, opened.command.id, 'accepted', { id });
  const words = await sealWords(tx, db.keys, {
    matterId: id,
    kind: 'report',
    text: 'bench',
    authorId: reporterId,
  });
  const next = await nextReceipt(tx, placeId, at);
  const intake = { way: 'resident', channel: 'web', answerBy: 'web', kind, placeId, reporterId };
  const said = { words, contact: null };
  await insertIntake(tx, { id, intake, said, receivedAt: at, receipt: next?.receipt ?? id, codeHash: '' });
}
