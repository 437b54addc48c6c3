import { localKey } from '../../../prisma/project/course.ts';
import type { Request, State } from '../../../workflows/process/state.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { handOf, peopleIn } from './hands.ts';
import { revealed } from './reveal.ts';
import type { ShownRequest } from './shown.ts';
import type { TaskScene } from './task-view.ts';

type RequestScene = Pick<TaskScene, 'state' | 'titles' | 'words' | 'naming'>;

/** All requests of a process, in order. Who argued what is of the inside: residents and deputies see none. */
export const requestsOf = (scene: RequestScene): ShownRequest[] =>
  scene.naming.sight === 'all'
    ? Object.values(scene.state.requests).map((request) => requestView(request, scene))
    : [];

/** The request that a task decides about, for those who may see it; null for every other task. */
export function requestAt(decision: string, scene: RequestScene): ShownRequest | null {
  const key = localKey(scene.state.id, decision);
  return requestsOf(scene).find((request) => request.decision === key) ?? null;
}

function requestView(request: Request, { state, titles, words, naming }: RequestScene): ShownRequest {
  const { kind, by, status, askedAt, answeredAt, form } = request;
  const unit = unitIn(request);
  const filled = unit === undefined ? form : { ...form, unit: titles.unit(unit) };
  return {
    ...{ id: localKey(state.id, request.id), kind, status },
    task: localKey(state.id, request.task),
    decision: localKey(state.id, request.decision),
    by: handOf(by, titles, naming),
    askedAt: timeOf(new Date(askedAt)),
    answeredAt: timeOrNull(answeredAt === undefined ? null : new Date(answeredAt)),
    form: Object(revealed(filled, words)),
  };
}

/** To which unit a reassignment is asked for. */
function unitIn({ form }: Request): string | undefined {
  const { unit } = form;
  return typeof unit === 'string' ? unit : undefined;
}

/** The names that the requests of a process need. */
export const namesInRequests = ({ requests }: State) => {
  const list = Object.values(requests);
  return {
    units: list.flatMap((request) => [unitIn(request) ?? [], request.by?.unit ?? []].flat()),
    people: peopleIn(list.map(({ by }) => by)),
  };
};
