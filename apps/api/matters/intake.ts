import { z } from 'zod';
import { inTransaction } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { KnownExternal } from '../../../prisma/intake-row.ts';
import type { NewIntake, Receipt } from '../../../prisma/intake-row.ts';
import { takeIn } from '../../../prisma/intake.ts';
import { BadInput, NotNow, NotYours } from '../../../workflows/rules/violation.ts';
import { hasRole, nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { reported } from '../processes/address.ts';
import { meantBy } from '../reports/nearby.ts';
import type { AnyReport } from './report.ts';

const staff = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor', 'deputy'] as const;

/** By which of the three ways something comes in (三条途径 [000]). */
export function wayOf(subject: Subject): 'resident' | 'cadre' | 'system' {
  if (hasRole(subject, 'system')) return 'system';
  return hasRole(subject, ...staff) ? 'cadre' : 'resident';
}

/** Takes a matter in at once, whether Temporal is there or not. Throws BadInput, NotYours, NotNow (the number is known). */
export async function takeReport(
  db: Database,
  subject: Subject,
  key: string,
  report: AnyReport,
): Promise<Receipt> {
  const way = wayOf(subject);
  mustBeItsOwn(way, report);
  const placeId = await placeOf(db, report.place);
  await mustBeKind(db, report.kind);
  await mustBeThere(db, subject, report.attachments);
  const facts = await followedBy(db, placeId, report);
  const taken = await known(report, takeIn(db, { ...intakeOf(subject, way, report), key, placeId, facts }));
  if (taken.kind === 'conflict') throw new BadInput('idempotency-key-reused');
  return taken.receipt;
}

/** What was named may have ended since it was shown: then this is a report like any other. */
async function followedBy(
  db: Database,
  placeId: string,
  { kind, follows }: AnyReport,
): Promise<NewIntake['facts']> {
  const earlier = follows === undefined ? undefined : await meantBy(db, { placeId, kind }, follows);
  return earlier === undefined ? {} : { follows: earlier };
}

function intakeOf(
  subject: Subject,
  way: string,
  report: AnyReport,
): Omit<NewIntake, 'key' | 'placeId' | 'facts'> {
  const { kind, words: text, contact, answerBy, attachments, happenedAt, external } = report;
  const isOwn = way === 'resident';
  return {
    ...{ subjectId: nameOf(subject), raw: report, process: reported().name, way, kind, text, answerBy },
    channel: report.channel ?? (way === 'system' ? 'system' : 'web'),
    contact: contact === undefined ? null : JSON.stringify(contact),
    reporterId: isOwn ? subject.personId : null,
    takenById: isOwn ? null : subject.personId,
    external: external === undefined ? null : `${nameOf(subject)}:${external}`,
    happenedAt: happenedAt === undefined ? null : new Date(happenedAt),
    attachmentIds: attachments,
  };
}

function mustBeItsOwn(way: string, { external, happenedAt }: AnyReport): void {
  if (external !== undefined && way !== 'system') throw new NotYours('external-by-systems');
  if (happenedAt !== undefined && new Date(happenedAt) > new Date()) throw new BadInput('happens-later');
}

/** The id of a place by its id or code. Throws BadInput. */
export async function placeOf({ prisma }: Database, place: string): Promise<string> {
  const isId = z.uuid().safeParse(place).success;
  const row = await prisma.place.findUnique({
    where: { ...(isId ? { id: place } : { code: place }), endedAt: null },
    select: { id: true },
  });
  if (row === null) throw new BadInput('place-unknown');
  return row.id;
}

async function mustBeKind({ prisma }: Database, code: string): Promise<void> {
  if ((await prisma.kind.count({ where: { code } })) === 0) throw new BadInput('kind-unknown');
}

/** Files are handed in before; a repetition finds them taken over by its first. */
async function mustBeThere(
  db: Database,
  { personId: authorId }: Subject,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const count = await inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from attachment where id = any($1::uuid[]) and author_id is not distinct from $2::uuid`,
      [ids, authorId],
    );
    return rows[0]?.count;
  });
  if (count !== new Set(ids).size) throw new BadInput('attachment-unknown');
}

async function known<T>({ external }: AnyReport, taking: Promise<T>): Promise<T> {
  try {
    return await taking;
  } catch (error) {
    throw error instanceof KnownExternal ? new NotNow('external-known', { external: external ?? '' }) : error;
  }
}
