import { z } from 'zod';
import { canonical } from '../../../prisma/canonical.ts';
import type { Course } from '../course/course.ts';
import { referencesIn } from '../matters/reveal.ts';
import { timeOf } from '../wire.ts';
import { wordsSeen } from './audited.ts';
import type { Audited } from './audited.ts';
import { courseOf } from './course.ts';
import type { CourseLine } from './course-line.ts';
import { clocksOf } from './deadlines.ts';
import type { ExplainedClock } from './deadlines.ts';
import type { Words } from './fields.ts';
import { integrityOf } from './integrity.ts';
import type { Integrity } from './integrity.ts';
import { shownOf } from './shown.ts';
import type { AuditShown } from './shown.ts';

/** Who took the file away, and when: it stands on every page. */
export type Printing = { by: string; at: string };

/** Everything that goes into a hearing, gathered once for both forms. */
export type Gathered = {
  audited: Audited;
  printing: Printing;
  shown: AuditShown;
  course: CourseLine[];
  deadlines: ExplainedClock[];
  integrity: Integrity;
  words: Words;
};

export async function gathered(course: Course, audited: Audited): Promise<Gathered> {
  const words = await wordsSeen(course, audited);
  const { subject, language } = audited.looking;
  const by = language === 'zh' ? subject.name : subject.nameEn;
  return {
    ...{ audited, words, printing: { by, at: timeOf(new Date()) } },
    shown: await shownOf(course, audited),
    course: courseOf(audited, words),
    deadlines: clocksOf(audited),
    integrity: await integrityOf(course, audited),
  };
}

const Archived = z.object({ sha256: z.string(), events: z.int(), archived_at: z.date() });

/** The file for a hearing: the record as it lies there, what it says in words, and what the checks found. Canonical JSON. */
export async function bundleOf({ db }: Course, all: Gathered): Promise<Buffer> {
  const { audited, shown, printing, course, deadlines, integrity, words } = all;
  const { rows } = await db.pool.query(
    'select sha256, events, archived_at from archive where process_id = $1',
    [audited.id],
  );
  const archived = Archived.safeParse(rows[0]).data;
  const { policy, calendar, links: _links, workDayMs: _day, ...process } = shown;
  const text = canonical({
    ...{ format: 'minqing-audit-1', printed: printing, process, policy, calendar },
    journal: audited.rows.map(({ entry, seq, at, recordedAt, number }) => ({
      ...(entry ?? { seq, at }),
      recordedAt,
      number,
    })),
    commands: audited.commands,
    cards: Object.values(audited.scene.state.cards),
    words: wordsIn(all, words),
    ...{ course, deadlines, integrity },
    archive: archived ?? null,
  });
  return Buffer.from(text);
}

/** Each reference with its words where this reader may see them; else its digest is all that is told. */
const wordsIn = ({ audited }: Gathered, words: Words) =>
  [...new Set(referencesIn([audited.entries, audited.commands.map(({ act }) => act?.input)]))].map(
    (reference) => ({ reference, text: words.get(reference) ?? null }),
  );
