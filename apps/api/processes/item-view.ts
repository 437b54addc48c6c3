import { localKey } from '../../../prisma/project/course.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import type { Item, State } from '../../../workflows/process/state.ts';
import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { handOf } from '../matters/hands.ts';
import type { Naming } from '../matters/hands.ts';
import { revealed } from '../matters/reveal.ts';
import type { Titled } from '../matters/shown.ts';
import { timeOf, timesOf } from '../wire.ts';
import type { Names } from './names.ts';
import type { ShownItem } from './shown.ts';

/** What an item is shown from. `numbers`: those that recording gave, by local id. */
export type ItemScene = {
  state: State;
  numbers: Readonly<Record<string, string>>;
  named: Names;
  words: ReadonlyMap<string, string>;
  naming: Naming;
  language: Language;
};

const textIn = (facts: Item['facts'], name: string): string | undefined => {
  const value = facts[name];
  return typeof value === 'string' ? value : undefined;
};

/** An item as `decide` sees it: by its own place, units and person. */
export function resourceIn({ id, facts }: Item, state: State, whole: Resource): Resource {
  const asked = Object.values(state.tasks).filter(({ item = id }) => item === id);
  const units = [textIn(facts, 'unit') ?? [], ...asked.map(({ performer }) => performer.unit ?? [])].flat();
  const person = textIn(facts, 'person');
  return {
    ...{ processId: state.id, placePath: textIn(facts, 'place') ?? state.place, unitIds: units },
    ...{ personIds: person === undefined ? [] : [person], asked: whole.asked, invitedIds: whole.invitedIds },
  };
}

/** The items that the subject may read. */
export const itemsFor = (subject: Subject, state: State, whole: Resource): Item[] =>
  Object.values(state.items).filter(
    (item) => decide(subject, 'items:read', resourceIn(item, state, whole)).may,
  );

/** What may be told of the person that an item is of. */
type Known = { isNamed: boolean; isReachable: boolean };

/** Who said something and how to reach them. */
const OF_PEOPLE = ['name', 'contact', 'phone'];

/** What is noted of an item, with its words; without what tells who said it where that may not be known. */
export function factsShown(
  facts: Item['facts'],
  words: ReadonlyMap<string, string>,
  known: Known,
): Record<string, unknown> {
  const isKept = (name: string) =>
    name === 'person' ? known.isNamed : known.isReachable || !OF_PEOPLE.includes(name);
  const seen = Object.fromEntries(Object.entries(facts).filter(([name]) => isKept(name)));
  return Object(revealed(timesOf(seen), words));
}

function knownOf(person: string | undefined, { named, naming }: ItemScene, { personId }: Subject): Known {
  const isOwn = person !== undefined && person === personId;
  const isNamed = person !== undefined && named.isNamed(person);
  return { isNamed: isOwn || isNamed, isReachable: isOwn || naming.knowsReporter };
}

/** An item as clients see it, without its actions. */
export function itemView(item: Item, scene: ItemScene, subject: Subject): ShownItem {
  const { state, numbers, named, words, naming } = scene;
  const { id, kind, facts, by, openedAt, ending } = item;
  const person = textIn(facts, 'person');
  const known = knownOf(person, scene, subject);
  const place = textIn(facts, 'place') ?? state.place;
  const key = localKey(state.id, id);
  return {
    ...{ id: key, href: `/api/v1/items/${key}` },
    kind: itemKind(state.process, kind, scene.language),
    number: numbers[id] ?? null,
    ...closing(item),
    place: named.titles.place(place) ?? { value: place, title: place },
    unit: named.titles.unit(textIn(facts, 'unit')),
    person: known.isNamed ? named.titles.person(person) : null,
    ending: ending ?? null,
    facts: factsShown(facts, words, known),
    by: handOf(by, named.titles, naming),
    openedAt: timeOf(new Date(openedAt)),
  };
}

const closing = ({ closedAt }: Item): Pick<ShownItem, 'status' | 'closedAt'> =>
  closedAt === undefined
    ? { status: 'open', closedAt: null }
    : { status: 'closed', closedAt: timeOf(new Date(closedAt)) };

/** What a kind of item is called. */
export const itemKind = (process: string, kind: string, language: Language): Titled => ({
  value: kind,
  title: processNamed(process).items?.[kind]?.[language] ?? kind,
});
