import { z } from 'zod';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Entry } from '../../../workflows/process/event.ts';
import type { Request, State, Task } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { stepOf } from '../matters/line.ts';
import { isFormSeen } from '../matters/reveal.ts';
import { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';
import { timeOf, timeOrNull } from '../wire.ts';

const Step = z.object({ step: Titled, at: z.string().nullable() });
const Next = z.object({
  title: z.string(),
  role: z.string().nullable(),
  unit: Titled.nullable(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
});

/** `reviewOn`: when a suspension is looked at again; `dueAt`: until when it has been put off; `unit`: who decided so. */
const Wait = z.object({
  why: z.enum(['suspended', 'extended', 'returned', 'reassigned', 'sentBack', 'handledAgain']),
  at: z.string(),
  unit: Titled.nullable(),
  reviewOn: z.string().nullable(),
  dueAt: z.string().nullable(),
});
type Wait = z.infer<typeof Wait>;

/** How a report stands, for whoever made it. `isFollowing`: what stands here is the earlier matter that it was merged into. */
export const Standing = z.object({
  isFollowing: z.boolean(),
  ending: z.string().nullable(),
  step: Titled.nullable(),
  steps: z.array(Step),
  waits: z.array(Wait),
  next: z.array(Next),
  told: z.array(z.object({ at: z.string(), what: z.string() })),
  results: z.array(z.object({ unit: Titled.nullable(), words: z.string(), at: z.string() })),
});
export type Standing = z.infer<typeof Standing>;

/** The process that answers a report, and who looks at it from which report. */
export type Answering = {
  scene: Scene;
  report: string;
  entries: readonly Entry[];
  titles: Titles;
  language: Language;
  now: Date;
};

/** Offices and dates: no names, no argument of the inside, nothing that others reported or said. */
export function standingOf(answering: Answering, words: ReadonlyMap<string, string>): Standing {
  const { scene, report, entries, titles, language } = answering;
  const { state, definition } = scene;
  return {
    isFollowing: state.id !== report,
    ending: state.ending ?? null,
    step: stepOf(state.process, state.step, language),
    steps: definition.steps.map(({ name, title }) => ({
      step: { value: name, title: title[language] },
      at: lastEntry(state, name),
    })),
    waits: waitsOf(answering),
    next: state.ending === undefined ? nextOf(answering) : [],
    told: entries.flatMap(({ at, event }) =>
      event.type === 'told' && event.matter === report ? [{ at: written(at), what: event.what }] : [],
    ),
    results: resultsFor(scene, report).flatMap(({ task, said }) => {
      const text = words.get(said);
      const unit = titles.unit(task.performer.unit ?? task.by?.unit);
      return text === undefined ? [] : [{ unit, words: text, at: written(task.closedAt ?? task.openedAt) }];
    }),
  };
}

const written = (at: string): string => timeOf(new Date(at));

const lastEntry = ({ steps }: State, name: string): string | null =>
  timeOrNull(steps.flatMap(({ step, at }) => (step === name ? [new Date(at)] : [])).at(-1));

const dueOf = ({ clocks }: State, { clock }: Task): Date | null => {
  const dueAt = clocks[clock ?? '']?.dueAt;
  return dueAt === null || dueAt === undefined ? null : new Date(dueAt);
};

/** Whose turn it is at work; what asks a resident stands among the actions. */
function nextOf({ scene: { state, definition }, titles, language, now }: Answering): Standing['next'] {
  const open = Object.values(state.tasks).filter(
    ({ status, performer }) =>
      status === 'open' && performer.reporterOf === undefined && performer.person === undefined,
  );
  return open.map((task) => {
    const { role, unit } = task.performer;
    const dueAt = dueOf(state, task);
    return {
      title: definition.tasks[task.kind]?.title[language] ?? task.kind,
      role: role ?? null,
      unit: titles.unit(unit),
      dueAt: timeOrNull(dueAt),
      isOverdue: dueAt !== null && dueAt < now,
    };
  });
}

/** Why the step that it is at takes longer than it first should: in the order in which it was decided. */
function waitsOf({ scene, titles }: Answering): Wait[] {
  const { state } = scene;
  const nothing = { unit: null, reviewOn: null, dueAt: null };
  const decided = Object.values(state.requests).filter(({ status }) => status === 'granted');
  const byRequest = decided.flatMap((request): Wait[] => {
    const why = whys[request.kind];
    const task = state.tasks[request.task];
    if (task === undefined || task.step !== state.step) return [];
    if (why === 'suspended' && !isPaused(state, task)) return [];
    if (why === 'extended' && task.status !== 'open') return [];
    const unit = titles.unit(state.tasks[request.decision]?.by?.unit);
    const at = written(request.answeredAt ?? request.askedAt);
    return [{ why, at, unit, ...datesOf(state, request, task) }];
  });
  const checks = Object.values(state.tasks).filter(
    ({ outcome, step }) => outcome === 'sendBack' && step === state.step,
  );
  const sentBack = checks.map(({ by, closedAt = state.openedAt }): Wait => ({
    ...{ ...nothing, why: 'sentBack', at: written(closedAt), unit: titles.unit(by?.unit) },
  }));
  const again = handledAgain(scene).map((at): Wait => ({ ...nothing, why: 'handledAgain', at }));
  return [...byRequest, ...sentBack, ...again].toSorted((a, b) => a.at.localeCompare(b.at));
}

const whys = {
  suspension: 'suspended',
  extension: 'extended',
  return: 'returned',
  reassignment: 'reassigned',
} as const;

const isPaused = ({ clocks }: State, { clock, status }: Task): boolean =>
  status === 'open' && clocks[clock ?? '']?.state === 'paused';

function datesOf(state: State, { kind, form }: Request, task: Task): Pick<Wait, 'reviewOn' | 'dueAt'> {
  if (kind === 'extension') return { reviewOn: null, dueAt: timeOrNull(dueOf(state, task)) };
  if (kind !== 'suspension') return { reviewOn: null, dueAt: null };
  const kept = Object.values(state.tasks).findLast(
    ({ about, form: said }) => about === task.id && said?.['reviewOn'] !== undefined,
  );
  const day = kept?.form?.['reviewOn'] ?? form['reviewOn'];
  return { reviewOn: typeof day === 'string' ? day : null, dueAt: null };
}

/** When it went back to a step that it had left for later ones: the rating sent it back. */
function handledAgain({ state: { steps, step: now }, definition }: Scene): string[] {
  const order = definition.steps.map(({ name }) => name);
  return steps.flatMap(({ step, at }, i) => {
    const before = steps[i - 1]?.step ?? step;
    return step === now && order.indexOf(step) < order.indexOf(before) ? [written(at)] : [];
  });
}

/** What residents are told in words, and the references to them. Nothing that somebody else who reported it said. */
export function resultsFor(scene: Scene, report: string): { task: Task; said: string }[] {
  const tasks = Object.values(scene.state.tasks).filter(
    ({ reporter, performer }) =>
      performer.reporterOf === undefined && (reporter === undefined || reporter === report),
  );
  return tasks.flatMap((task) => {
    const said = task.form?.['result'] ?? task.form?.['grounds'];
    return typeof said === 'string' && isFormSeen(task, scene, 'facts') ? [{ task, said }] : [];
  });
}
