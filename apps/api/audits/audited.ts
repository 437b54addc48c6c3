// The audit of one process: everything that is recorded of it, read once, for the course, the checks and the bundle.
// Nothing here trusts the read model: the state is computed from the journal, as far as that can be followed.
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Entry } from '../../../workflows/process/event.ts';
import type { Course } from '../course/course.ts';
import type { Naming } from '../matters/hands.ts';
import { peopleIn } from '../matters/hands.ts';
import type { Titles } from '../matters/titles.ts';
import { wordsIn } from '../matters/reveal.ts';
import type { Looking } from '../matters/view.ts';
import { namesWithin, toldTo } from '../processes/names.ts';
import { namingAt } from '../processes/naming.ts';
import { NotFound } from '../refusal.ts';
import { commandsOf } from './commands.ts';
import type { CommandRow } from './commands.ts';
import type { Words } from './fields.ts';
import { journalOf, replayed } from './reading.ts';
import type { JournalRow, Replayed } from './reading.ts';
import type { Telling } from './telling.ts';

export type Audited = {
  id: string;
  looking: Looking;
  rows: readonly JournalRow[];
  entries: readonly Entry[];
  replay: Replayed;
  scene: Scene;
  commands: readonly CommandRow[];
  naming: Naming;
  titles: Titles;
  telling: Telling;
};

/** Reads a process for an audit. Throws NotFound where none has begun. */
export async function auditedAt(course: Course, id: string, looking: Looking): Promise<Audited> {
  const { db } = course;
  const [rows, commands] = await Promise.all([journalOf(db.pool, id), commandsOf(db.pool, id)]);
  const replay = replayed(rows);
  if (replay.state === undefined) throw new NotFound();
  const scene = await course.book.sceneOf(replay.state, new Date());
  const naming = await namingAt(course, id, scene, looking);
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const { titles, names } = await namesWithin(db, looking.language, {
    told: toldTo(naming),
    pieces: [replay.state, entries, commands.map(({ body }) => body)],
    more: handsIn(entries, commands),
  });
  const { definition, state } = scene;
  const telling = { language: looking.language, definition, state, named: (one: string) => names[one] };
  return { id, looking, rows, entries, replay, scene, commands, naming, titles, telling };
}

function handsIn(entries: readonly Entry[], commands: readonly CommandRow[]) {
  const hands = [...entries.map(({ by }) => by), ...commands.map(({ act }) => act?.actor)];
  const subjects = commands.map(({ subject }) => subject).filter((one) => UUID.test(one));
  return { people: [...peopleIn(hands), ...subjects], units: hands.flatMap((by) => by?.unit ?? []) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The words that this reader may see. One that does not open says so in the checks, and stays sealed here. */
export async function wordsSeen({ db }: Course, { naming, entries, commands }: Audited): Promise<Words> {
  if (naming.sight !== 'all') return new Map();
  const pieces = [entries, commands.map(({ act }) => act?.input)];
  try {
    return await wordsIn(db, pieces);
  } catch {
    return new Map();
  }
}
