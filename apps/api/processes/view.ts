import type { ProcessDefinition, Scene } from '../../../workflows/process/definition.ts';
import type { Offer } from '../../../workflows/process/offers.ts';
import type { Course } from '../course/course.ts';
import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import { resourceOf } from '../door/resource.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { actionsFor } from '../matters/actions.ts';
import { peopleIn } from '../matters/hands.ts';
import { namesInRequests, requestsOf } from '../matters/request-view.ts';
import { revealed, wordsIn } from '../matters/reveal.ts';
import { sceneAt } from '../matters/scene.ts';
import { handsLink } from '../matters/view.ts';
import { namesInTasks, taskView } from '../matters/task-view.ts';
import { attachmentsOf } from '../matters/attachment-view.ts';
import { cardsOf } from '../matters/card-view.ts';
import { NotFound } from '../refusal.ts';
import { timesOf } from '../wire.ts';
import { deskView, NO_DESK, unitsOnDesk } from './desk-view.ts';
import { reportTitle } from './printing.ts';
import { itemView } from './item-view.ts';
import { kinOf } from './kin.ts';
import { lineOf } from './line.ts';
import type { Looking } from './look.ts';
import { namesWithin, toldTo } from './names.ts';
import type { Names } from './names.ts';
import { rowOf } from './row.ts';
import type { ProcessRow } from './row.ts';
import { seenBy } from './seen.ts';
import type { Seen } from './seen.ts';
import type { ShownProcess } from './shown.ts';

/** A process that is no matter, with everything that this caller may see and do. Throws NotFound. */
export async function viewProcess(course: Course, id: string, looking: Looking): Promise<ShownProcess> {
  const [row, whole, scene] = await Promise.all([
    rowOf(course.db, id),
    resourceOf(course.db, 'process', id),
    sceneAt(course, id),
  ]);
  if (whole === undefined) throw new NotFound();
  if (scene === undefined) return notBegun(course, row, looking);
  const seen = seenBy(looking.subject, scene, whole);
  const named = await namesFor(course, scene, seen, looking);
  return {
    ...lineOf(row, named.titles, looking.language),
    names: named.names,
    ...(await courseOf(course, scene, { row, looking, seen, named })),
    ...(await kinOf(course.db, scene.state, looking)),
    links: {
      ...linksOf(id, seen.naming.sight === 'all' ? scene.definition : undefined, looking.language),
      ...courseLinks(id, looking.subject, whole),
    },
    actions: await actionsFor(course, id, looking, isAmong(seen)),
  };
}

/** While it waits for Temporal. */
async function notBegun(course: Course, row: ProcessRow, { language }: Looking): Promise<ShownProcess> {
  const places = [row.place_path];
  const { titles } = await namesWithin(course.db, language, { told: 'none', pieces: [], more: { places } });
  return {
    ...lineOf(row, titles, language),
    ...{ facts: {}, names: {}, tasks: [], items: [], cards: [], requests: [], attachments: [] },
    ...{ children: [], parent: null, policy: null, actions: [] },
    links: { ...linksOf(row.id, undefined, language), history: null, deadlines: null, hands: null },
    desk: NO_DESK,
  };
}

/** What everything in it is called. */
function namesFor({ db }: Course, scene: Scene, seen: Seen, { subject, language }: Looking): Promise<Names> {
  const { state } = scene;
  const [inTasks, inRequests] = [namesInTasks(state), namesInRequests(state)];
  const cards = Object.values(state.cards).flatMap(({ unit }) => unit ?? []);
  const own = [subject.personId ?? []].flat();
  return namesWithin(db, language, {
    told: toldTo(seen.naming),
    published: scene.definition.isPublic === true ? seen.facts : undefined,
    pieces: [seen.facts, seen.items.map(({ facts }) => facts), seen.tasks.map(({ form }) => form)],
    more: {
      units: [...inTasks.units, ...inRequests.units, ...cards, ...unitsOnDesk(scene)],
      people: [...inTasks.people, ...inRequests.people, ...peopleIn(seen.items.map(({ by }) => by)), ...own],
      places: [state.place],
    },
  });
}

type Look = { row: ProcessRow; looking: Looking; seen: Seen; named: Names };

async function courseOf(course: Course, scene: Scene, { row, looking, seen, named }: Look) {
  const { state, definition } = scene;
  const { subject, language } = looking;
  const { naming, tasks, items, requests } = seen;
  const isInside = naming.sight === 'all';
  const words = await wordsIn(
    course.db,
    isInside ? [seen.facts, tasks, requests] : null,
    naming.sight === 'own' ? tasks : null,
    items,
  );
  const look = { state, definition, titles: named.titles, words, naming, language };
  // Whoever is asked by name reads what he filled in himself.
  const own = naming.sight === 'own' ? { ...look, naming: { ...naming, sight: 'all' as const } } : look;
  return {
    facts: Object(revealed(timesOf(seen.facts), isInside ? words : new Map())),
    tasks: tasks.map((task) => taskView(task, own)),
    items: items.map((item) => itemView(item, { ...look, named, numbers: row.numbers }, subject)),
    cards: naming.sight === 'own' ? [] : cardsOf({ state }, named.titles),
    requests: requestsOf(look),
    attachments: isInside ? await attachmentsOf(course, state.id, naming) : [],
    policy: naming.sight === 'own' ? null : state.policy,
    desk: isInside ? deskView(scene, named.titles, language) : NO_DESK,
  };
}

/** Acts on items are offered on those that are seen. */
const isAmong =
  ({ items }: Seen) =>
  ({ act, target }: Offer): boolean =>
    act.on !== 'item' || items.some(({ id }) => id === target);

type CourseLinks = Pick<ShownProcess['links'], 'history' | 'deadlines' | 'hands'>;

/** Where its course is told, for whoever may read it. */
function courseLinks(id: string, subject: Subject, whole: Resource): CourseLinks {
  const href = `/api/v1/processes/${id}`;
  const mayRead = decide(subject, 'processes:history', whole).may;
  return {
    history: mayRead ? `${href}/history` : null,
    deadlines: mayRead ? `${href}/deadlines` : null,
    hands: handsLink(href, subject, whole),
  };
}

function linksOf(
  id: string,
  definition: ProcessDefinition | undefined,
  language: Language,
): Omit<ShownProcess['links'], keyof CourseLinks> {
  const href = `/api/v1/processes/${id}`;
  const lists = Object.entries(definition?.lists ?? {}).map(([name, { title }]) => ({
    ...{ name, title: title[language], href: `${href}/lists/${name}` },
  }));
  return {
    items: `/api/v1/items?process=${id}`,
    lists,
    papers: papersOf(href, definition, language),
  };
}

/** A process that has lists has a report of all of them. */
const papersOf = (href: string, definition: ProcessDefinition | undefined, language: Language) =>
  definition?.lists === undefined
    ? []
    : [{ name: 'report', title: reportTitle(definition, language), href: `${href}/papers/report.pdf` }];
