// Notices on their way to people: who is reached where, what the letter says, and what became of each attempt.
// What is shown in the console needs no carrying: its row is its delivery.
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { done } from '../../../prisma/outbox.ts';
import type { Taken } from '../../../prisma/outbox.ts';
import { catalog } from '../../../workflows/catalog.ts';
import type { Subject, Written } from '../letters/letter.ts';
import { isForReporter, write } from '../letters/letter.ts';
import type { Duty } from '../outbox/lane.ts';
import type { Post } from './mail.ts';
import { NotSent } from './mail.ts';
import { addressOf, beginAttempt } from './notice.ts';
import type { Notice } from './notice.ts';
import { lasting, note } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** What telling needs; without a post there is no mail server. `publicUrl` has no slash at its end. */
export type Means = { db: Database; post?: Post; publicUrl: string; log: Logger };

/** A lease outlasts the slowest mail server that is waited for (mail.ts). Seconds. */
const LEASE = 120;

const Payload = z.object({ notice: z.string() });

/** The duty of lane `notice`: tells each notice once its time has come. */
export const telling = (means: Means): Duty => ({
  lane: 'notice',
  atOnce: 5,
  lease: LEASE,
  work: (errand) => tell(means, errand),
});

async function tell(means: Means, errand: Taken): Promise<void> {
  const notice = await beginAttempt(means.db, Payload.parse(errand.payload).notice);
  // It was delivered or given up before, and only the errand's row does not say so yet.
  if (notice === undefined) return done(means.db.pool, errand.id);
  const outcome = lasting(await attempt(means, notice), notice);
  await note(means.db, errand.id, notice, outcome);
  if (outcome.kind !== 'delivered')
    means.log.warn({ notice: notice.id, ...outcome }, 'a notice was not delivered');
}

/** `system` reads what became of its matters through the API, as people read the console. */
const STANDING = ['console', 'web', 'system'];

/** These ask for something to be done; when it is done meanwhile, nobody is to be asked any more (practice.md, Clocks). */
const ASKING = ['reminder', 'urged', 'assigned'];

async function attempt(means: Means, notice: Notice): Promise<Outcome> {
  if (STANDING.includes(notice.channel)) return { kind: 'delivered' };
  if (notice.channel !== 'email') return { kind: 'failed', failure: 'noSuchChannel' };
  const isSettled = notice.taskStatus !== null && notice.taskStatus !== 'open';
  if (isSettled && ASKING.includes(notice.template)) return { kind: 'failed', failure: 'overtaken' };
  return mailed(means, notice);
}

async function mailed({ db, post, publicUrl, log }: Means, notice: Notice): Promise<Outcome> {
  if (post === undefined) return { kind: 'failed', failure: 'noMailServer' };
  const to = await addressOf(db, notice);
  if (to === undefined) return { kind: 'failed', failure: 'noAddress' };
  try {
    await post.send({ notice: notice.id, to, ...letterOf(notice, publicUrl) });
    return { kind: 'delivered' };
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    log.warn(
      { notice: notice.id, attempts: notice.attempts, reply: error.reply, isFinal: error.isFinal },
      error.message,
    );
    return error.isFinal
      ? { kind: 'failed', failure: 'mailRefused' }
      : { kind: 'again', failure: 'mailUnavailable' };
  }
}

function letterOf(notice: Notice, publicUrl: string): Written {
  const { template, facts, number, receipt, process, locale, forId } = notice;
  const about: Subject = {
    ...{ template, number, receipt, task: facts.kind, step: facts.step },
    language: locale === 'en' ? 'en' : 'zh',
    definition: catalog[process ?? ''],
    due: momentOf(facts.dueAt),
    replyDue: momentOf(facts.replyDueAt),
    isInStead: forId !== null,
    link: publicUrl + pathOf(notice),
  };
  return write(about);
}

const momentOf = (text: string | null | undefined): Date | undefined => (text ? new Date(text) : undefined);

/** The page that the reader may open: without an account a reporter looks it up by receipt and code. */
function pathOf({ template, facts, personId, processId }: Notice): string {
  if (!isForReporter(template)) return `/matters/${processId}`;
  return personId === null ? '/track' : `/mine/${facts.matter ?? processId}`;
}
