import { z } from 'zod';
import type { Ask } from '../../api/ask.ts';
import { Refused } from '../../api/problem.ts';
import { drop, note, unsentOf } from './unsent.ts';
import type { Photo, Unsent } from './unsent.ts';

/** How a walk to the server ended: all is there, something has to wait, or one has to sign in first. */
export type Walk = 'done' | 'later' | 'signIn';

type Fate = 'sent' | 'refused' | 'later' | 'away' | 'signIn';

export type Tell = {
  sending: (id: string) => void;
  sent: (unsent: Unsent, answer: Answer) => void;
  refused: (unsent: Unsent, sentence: string) => void;
};

const Kept = z.object({ id: z.string() });
/** A report gets a receipt, an act does not. */
const Answer = z.object({ receipt: z.string().optional() });
export type Answer = z.infer<typeof Answer>;

/** Longer than this nobody waits for one answer, also on a slow network. Milliseconds. */
const PATIENCE = 120_000;

/** Takes everything to the server in the order in which it was pressed. What was refused stays until somebody mends it. */
export async function carry(person: string, ask: Ask, tell: Tell): Promise<Walk> {
  let walk: Walk = 'done';
  for (const unsent of await unsentOf(person)) {
    if (unsent.refusal !== undefined) continue;
    tell.sending(unsent.id);
    const fate = await deliver(person, ask, unsent, tell);
    if (fate === 'signIn') return fate;
    if (fate === 'away') return 'later';
    if (fate === 'later') walk = fate; // this one only: the server is there, so the next may go
  }
  return walk;
}

async function deliver(person: string, ask: Ask, unsent: Unsent, tell: Tell): Promise<Fate> {
  try {
    const ids = await handIn(person, ask, unsent);
    const { method, href, key, files } = unsent;
    const body =
      files === undefined || ids.length === 0 ? unsent.body : { ...unsent.body, [files.field]: ids };
    const answer = await ask(Answer, href, { method, body, key, signal: AbortSignal.timeout(PATIENCE) });
    await drop(person, unsent.id);
    tell.sent(unsent, answer);
    return 'sent';
  } catch (error) {
    const fate = fateOf(error);
    if (fate !== 'refused' || !(error instanceof Refused)) return fate;
    await note(person, unsent.id, { refusal: sentenceOf(error) });
    tell.refused(unsent, sentenceOf(error));
    return fate;
  }
}

/** Hands in the photos that are not there yet, each under its own key, and remembers each at once. */
async function handIn(person: string, ask: Ask, { id, photos, files }: Unsent): Promise<string[]> {
  const done: Photo[] = [...photos];
  for (const [i, photo] of photos.entries()) {
    if (photo.id !== undefined || files === undefined) continue;
    const body = new FormData();
    body.append('file', photo.blob, photo.name);
    const signal = AbortSignal.timeout(PATIENCE);
    const kept = await ask(Kept, files.href, { method: 'POST', body, key: photo.key, signal });
    done[i] = { ...photo, id: kept.id };
    await note(person, id, { photos: done });
  }
  return done.flatMap((photo) => photo.id ?? []);
}

/** A refusal that another moment may lift is no refusal; everything that is no answer of ours is a bad network. */
function fateOf(error: unknown): Fate {
  if (!(error instanceof Refused)) return 'away';
  const { status, type } = error.problem;
  if (status === 401) return 'signIn';
  if (status === 429) return 'away';
  return status >= 500 || type === '/problems/still-running' ? 'later' : 'refused';
}

const sentenceOf = ({ problem, message }: Refused): string =>
  [message, ...(problem.errors ?? []).map(({ detail }) => detail)].join(' ');
