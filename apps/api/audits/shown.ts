import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonical } from '../../../prisma/canonical.ts';
import { workDayMs } from '../../../workflows/rules/work-time.ts';
import type { Course } from '../course/course.ts';
import { Titled } from '../matters/shown.ts';
import { stepOf } from '../matters/line.ts';
import { hrefOf, labelOf, titledProcess } from '../processes/address.ts';
import { rowOf } from '../processes/row.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import type { Audited } from './audited.ts';
import { said } from './said.ts';

const Versioned = z.object({ name: z.string(), version: z.string(), sha256: z.string() });

/** What an audit is of, under which rules it ran (with the digests of their documents), and where its parts are read. */
export const AuditShown = z.object({
  id: z.uuid(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  receipt: z.string().nullable(),
  place: Titled,
  status: z.string(),
  step: Titled.nullable(),
  ending: Titled.nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  policy: Versioned,
  calendar: Versioned,
  /** How long a working day is under this policy. Milliseconds. */
  workDayMs: z.number(),
  links: z.object({
    page: z.string(),
    course: z.string(),
    deadlines: z.string(),
    integrity: z.string(),
    events: z.string(),
    json: z.string(),
    pdf: z.string(),
  }),
});
export type AuditShown = z.infer<typeof AuditShown>;

/** The head of an audit. */
export async function shownOf(course: Course, audited: Audited): Promise<AuditShown> {
  const { id, looking, scene, titles, replay } = audited;
  const { state } = scene;
  const { language } = looking;
  const [row, receipt, digests] = await Promise.all([
    rowOf(course.db, id),
    receiptOf(course, id),
    digestsOf(course, audited),
  ]);
  const words: Readonly<Record<string, string>> = said[language].word;
  const { ending } = state;
  return {
    ...{ id, receipt, status: row.status, number: replay.number },
    process: titledProcess(state.process, language),
    label: labelOf(state.process, state.facts, language),
    place: {
      value: state.place,
      title: audited.telling.named(state.place) ?? titles.place(state.place)?.title ?? state.place,
    },
    step: stepOf(state.process, state.step, language),
    ending: ending === undefined ? null : { value: ending, title: words[ending] ?? ending },
    openedAt: timeOf(new Date(state.openedAt)),
    closedAt: timeOrNull(state.closedAt === undefined ? null : new Date(state.closedAt)),
    policy: { ...state.policy, sha256: digests.policy },
    calendar: { name: state.calendar.id, version: state.calendar.version, sha256: digests.calendar },
    workDayMs: workDayMs(scene.time.office),
    links: linksOf(id, hrefOf(state.process, id)),
  };
}

function linksOf(id: string, page: string): AuditShown['links'] {
  const own = `/api/v1/audits/${id}`;
  return {
    page,
    ...{ course: `${own}/course`, deadlines: `${own}/deadlines`, integrity: `${own}/integrity` },
    ...{ events: `${own}/events`, json: `${own}/bundle.json`, pdf: `${own}/bundle.pdf` },
  };
}

async function receiptOf({ db }: Course, id: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ receipt: string }>('select receipt from intake where id = $1', [id]);
  return rows[0]?.receipt ?? null;
}

/** The digest of a document: SHA-256 of its canonical JSON, as anybody can compute it from the file. */
export const digestOf = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('hex');

type Digests = { policy: string; calendar: string };

/** The digests of the policy and the calendar as they lie in the database. */
async function digestsOf({ db }: Course, { scene }: Audited): Promise<Digests> {
  const { policy, calendar } = scene.state;
  const { rows } = await db.pool.query<{ policy: unknown; calendar: unknown }>(
    `select (select body from policy_version where name = $1 and version = $2) as policy,
            (select body from calendar_version where id = $3 and version = $4) as calendar`,
    [policy.name, policy.version, calendar.id, calendar.version],
  );
  return { policy: digestOf(rows[0]?.policy), calendar: digestOf(rows[0]?.calendar) };
}
