import type { Database } from '../../../prisma/client.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Course } from '../course/course.ts';
import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { kinOf } from '../processes/kin.ts';
import { namesWithin, toldTo } from '../processes/names.ts';
import { papersOf } from '../prints/matter-papers.ts';
import { timeOf, timeOrNull, timesOf } from '../wire.ts';
import { actionsFor } from './actions.ts';
import { attachmentsOf } from './attachment-view.ts';
import { cardsOf } from './card-view.ts';
import type { Naming } from './hands.ts';
import { intakeOf } from './intake-row.ts';
import type { IntakeRow } from './intake-row.ts';
import { lineOf, namesIn } from './line.ts';
import { knowledgeOf, reporterView } from './reporter-view.ts';
import { namesInRequests, requestsOf } from './request-view.ts';
import { sightOf, wordsIn } from './reveal.ts';
import type { Sight } from './reveal.ts';
import { sceneAt } from './scene.ts';
import { runningIn } from './running.ts';
import type { Shown } from './shown.ts';
import { namesInTasks, taskView } from './task-view.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';

/** Who looks, in which language. `hasPurpose`: an auditor has said why he wants to know the reporter. */
export type Looking = { subject: Subject; language: Language; hasPurpose?: boolean };

/** A matter with everything that this caller may see and do. Throws NotFound. */
export async function viewMatter(course: Course, id: string, looking: Looking): Promise<Shown> {
  const { db } = course;
  const { subject, language } = looking;
  const [intake, scene] = await Promise.all([intakeOf(db, id), sceneAt(course, id)]);
  const naming = namingOf(intake, scene, looking);
  const titles = await titlesFor(course, intake, scene, language);
  const line = lineOf(intake, titles, language);
  const words =
    naming.sight === 'facts'
      ? new Map()
      : await wordsIn(db, intake.words, scene?.state.tasks, scene?.state.requests);
  const knowledge = naming.knowsReporter ? 'yes' : knowledgeOf(subject, intake, scene);
  return {
    ...line,
    running: (await runningIn(course, naming.sight === 'own' ? [] : [line], language)).get(id) ?? null,
    ...frontDoor(intake),
    words: words.get(intake.words ?? '') ?? null,
    attachments: await attachmentsOf(course, id, naming),
    reporter: await reporterView(db, intake, knowledge, titles),
    ...(scene ? await begunView(db, scene, { titles, words, naming, language, looking }) : NOTHING_YET),
    links: {
      ...linksOf(id, naming.sight, language),
      hands: handsLink(`/api/v1/matters/${id}`, subject, resourceIn(intake, scene)),
    },
    actions: await actionsFor(course, id, looking),
  };
}

const frontDoor = (intake: IntakeRow) => ({
  way: intake.way,
  channel: intake.channel,
  answerBy: intake.answer_by,
  receivedAt: timeOf(intake.received_at),
  happenedAt: timeOrNull(intake.happened_at),
});

/** While no process has begun. */
const NOTHING_YET = {
  ...{ facts: {}, names: {}, tasks: [], cards: [], requests: [], policy: null },
  ...{ parent: null, children: [] },
};

const courseOf = (scene: Scene, look: Look) => ({
  facts: look.naming.sight === 'all' ? factsOf(scene) : {},
  tasks: tasksOf(scene, look),
  cards: look.naming.sight === 'own' ? [] : cardsOf(scene, look.titles),
  requests: requestsOf({ state: scene.state, ...look }),
  policy: scene.state.policy,
});

/** What its facts and forms refer to. */
const toldOf = ({ state }: Scene, naming: Naming) => ({
  told: toldTo(naming),
  pieces: [state.facts, Object.values(state.tasks).map(({ form }) => form)],
});

/** The course of a matter, and its kin. */
async function begunView(db: Database, scene: Scene, { looking, ...look }: Look & { looking: Looking }) {
  const { naming, language } = look;
  const named =
    naming.sight === 'all' ? await namesWithin(db, language, toldOf(scene, naming)) : { names: {} };
  return { ...courseOf(scene, look), ...(await kinOf(db, scene.state, looking)), names: named.names };
}

/** Where it is told whose time it was, for those who oversee it. */
export const handsLink = (href: string, subject: Subject, resource: Resource): string | null =>
  decide(subject, 'overview:read', resource).may ? `${href}/hands` : null;

const linksOf = (id: string, sight: Sight, language: Language): Omit<Shown['links'], 'hands'> => ({
  history: `/api/v1/matters/${id}/history`,
  deadlines: `/api/v1/matters/${id}/deadlines`,
  similar: `/api/v1/matters/${id}/similar`,
  papers: papersOf(id, sight, language),
});

/** How a matter stands to whoever looks; the resource is what `decide` sees. */
export function namingOf(intake: IntakeRow, scene: Scene | undefined, looking: Looking): Naming {
  const { subject, hasPurpose = false } = looking;
  const knowledge = knowledgeOf(subject, intake, scene);
  const knowsReporter = knowledge === 'yes' || (knowledge === 'with-purpose' && hasPurpose);
  return { sight: sightOf(subject, resourceIn(intake, scene)), knowsReporter };
}

function resourceIn(intake: IntakeRow, scene: Scene | undefined): Resource {
  const units = scene
    ? Object.values(scene.state.tasks).flatMap(({ performer }) => performer.unit ?? [])
    : [];
  return {
    matterId: intake.id,
    reporterId: intake.reporter_id,
    takenById: intake.taken_by_id,
    placePath: intake.place_path,
    unitIds: [...units, ...(intake.lead_unit_id ? [intake.lead_unit_id] : [])],
  };
}

async function titlesFor(
  { db }: Course,
  intake: IntakeRow,
  scene: Scene | undefined,
  language: Language,
): Promise<Titles> {
  const line = namesIn([intake]);
  const inside = scene ? [namesInTasks(scene.state), namesInRequests(scene.state)] : [];
  const cards = Object.values(scene?.state.cards ?? {}).flatMap(({ unit }) => unit ?? []);
  return titlesOf(db, language, {
    ...line,
    units: [...line.units, ...inside.flatMap(({ units }) => units), ...cards],
    people: [...inside.flatMap(({ people }) => people), ...(intake.reporter_id ? [intake.reporter_id] : [])],
  });
}

type Look = { titles: Titles; words: ReadonlyMap<string, string>; naming: Naming; language: Language };

const tasksOf = ({ state, definition }: Scene, look: Look): Shown['tasks'] =>
  Object.values(state.tasks).map((task) => taskView(task, { state, definition, ...look }));

/** What the process noted, without the words, which stand by themselves. */
function factsOf({ state }: Scene): Record<string, unknown> {
  const { words: _words, ...facts } = state.facts;
  return Object(timesOf(facts));
}
