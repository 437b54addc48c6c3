import { z } from 'zod';
import { historyOf } from '../../../prisma/journal.ts';
import type { Entry } from '../../../workflows/process/event.ts';
import { countsAt } from '../../../workflows/process/event.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Course } from '../course/course.ts';
import { cut, pageOf } from '../page.ts';
import { namesWithin, toldTo } from '../processes/names.ts';
import { namingAt } from '../processes/naming.ts';
import { timeOf, timesOf } from '../wire.ts';
import { handOf, peopleIn } from './hands.ts';
import type { Naming } from './hands.ts';
import { isFormSeen, revealed, wordsIn } from './reveal.ts';
import { sceneAt } from './scene.ts';
import type { Looking } from './view.ts';

/** One line of what happened. `at` is when it was decided, `countsAt` when the server had taken the act. */
export const HistoryLine = z.object({
  seq: z.int(),
  at: z.string(),
  countsAt: z.string(),
  recordedAt: z.string(),
  type: z.string(),
  by: z.looseObject({ role: z.string() }).nullable(),
  event: z.record(z.string(), z.unknown()),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
/** `names`: what the ids, codes and paths in the events are called. */
export const HistoryPage = pageOf(HistoryLine).extend({ names: z.record(z.string(), z.string()) });

type Line = Entry & { recordedAt: Date };

/** What happened in a process, in order, as far as the caller may see it. */
export async function readHistory(
  course: Course,
  id: string,
  looking: Looking,
  { limit, after }: { limit: number; after: number },
): Promise<z.infer<typeof HistoryPage>> {
  const { db } = course;
  const [scene, entries] = await Promise.all([sceneAt(course, id), historyOf(db, id)]);
  const naming = await namingAt(course, id, scene, looking);
  const seen = entries.filter(({ seq, event }) => seq > after && (naming.sight === 'all' || isPublic(event)));
  const lines = seen.slice(0, limit + 1);
  const { titles, names } = await namesWithin(db, looking.language, {
    told: toldTo(naming),
    pieces: naming.sight === 'all' ? lines.map(({ event }) => event) : [],
    more: { people: peopleIn(lines.map(({ by }) => by)), units: lines.flatMap(({ by }) => by?.unit ?? []) },
  });
  const said = lines.map((line) => speech(line, scene, naming));
  const words = await wordsIn(db, said);
  const shown = (line: Line): HistoryLine => ({
    seq: line.seq,
    at: timeOf(new Date(line.at)),
    countsAt: timeOf(countsAt(line)),
    recordedAt: timeOf(line.recordedAt),
    type: line.event.type,
    by: handOf(line.by, titles, naming),
    event: Object(revealed(timesOf(eventOf(line, naming)), words)),
  });
  return { ...cut(lines, limit, shown, ({ seq }) => [seq, '']), names };
}

/** What a resident or a deputy sees of the course: where it stands and what was told, not who argued what. */
const isPublic = ({ type }: Entry['event']): boolean =>
  ['opened', 'stepEntered', 'taskCompleted', 'told', 'stopped', 'closed'].includes(type);

/** The pieces of an entry whose words may be opened for this caller. */
function speech({ event }: Line, scene: Scene | undefined, { sight }: Naming): unknown {
  if (sight === 'all') return event;
  if (sight === 'facts' || event.type !== 'taskCompleted' || scene === undefined) return null;
  const { kind = '', performer = {} } = scene.state.tasks[event.task] ?? {};
  return isFormSeen({ kind, performer, outcome: event.outcome }, scene, sight) ? event : null;
}

/** What is not for everybody is left out: facts carry units and codes of the inside. */
function eventOf({ event }: Line, { sight }: Naming): object {
  const { type: _type, ...rest } = event;
  if (sight === 'all') return rest;
  const allowed = ['task', 'outcome', 'form', 'step', 'what', 'ending'];
  return Object.fromEntries(Object.entries(rest).filter(([name]) => allowed.includes(name)));
}
