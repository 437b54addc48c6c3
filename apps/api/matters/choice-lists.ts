import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { covers } from '../../../workflows/process/actor.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { hrefOf } from '../processes/address.ts';
import { titleOf } from '../reference/title.ts';
import { below, placesOf } from './place-choice.ts';
import { similarTo } from './similar.ts';

/** One thing to choose. */
export type Choice = { value: string; title: string };

/** What a field can be chosen from: all of it, or, when that is more than a form holds, where it is listed. */
export type Offered = { items: readonly Choice[]; href: string };

/**
 * What a form is filled in for. `state`: none where something is to be created; `area`: the place whose people and places
 * below can be chosen, everywhere when unsaid; `isInside`: for an office, which may see who holds a post; `reads`: which
 * sealed words may be shown; `units`: those of whoever fills it in, whose people he may name wherever they sit.
 */
export type Around = {
  state?: State;
  area?: string;
  isInside?: boolean;
  reads?: (reference: string) => boolean;
  units?: readonly string[];
};

/** A form holds at most this many; more stand behind the link. */
export const MOST = 100;

/** As much of what somebody wrote as helps to tell it from others. */
const GLIMPSE = 60;

/** What the process itself offers under this name (`choices` of its definition), sealed words in it opened where they may be. */
export async function ownList(
  db: Database,
  name: string,
  language: Language,
  { state, reads = () => false }: Around,
): Promise<Offered | undefined> {
  const list = state && processNamed(state.process).choices?.[name]?.(state);
  if (state === undefined || list === undefined) return undefined;
  const titles = list.map(({ title }) => title[language]);
  const said = titles.flatMap((title) => title.match(REFERENCE) ?? []).filter(reads);
  const words = await openWords(db, [...new Set(said)]);
  const spoken = (title: string) => title.replace(REFERENCE, (one) => glimpse(words.get(one) ?? '…'));
  const items = list.map(({ value }, i): Choice => ({ value, title: spoken(titles[i] ?? value) }));
  return { items, href: `${hrefOf(state.process, state.id)}/choices/${name}` };
}

const REFERENCE = /w:[0-9a-f-]{36}:[0-9a-f]{64}/g;

const glimpse = (text: string) => (text.length > GLIMPSE ? `${text.slice(0, GLIMPSE - 1)}…` : text);

/** A list longer than a form holds is asked for the one value. */
export async function isKnown(
  { prisma }: Database,
  name: string,
  value: string,
  { area }: Around,
): Promise<boolean> {
  if (name === 'units') return (await prisma.unit.count({ where: { id: value, handles: true } })) > 0;
  if (name === 'kinds') return (await prisma.kind.count({ where: { code: value } })) > 0;
  if (name === 'paths')
    return (
      (area === undefined || covers(area, value)) &&
      (await prisma.place.count({ where: { path: value, endedAt: null } })) > 0
    );
  return name === 'people' && (await prisma.person.count({ where: { id: value, disabledAt: null } })) > 0;
}

type List = (db: Database, language: Language, around: Around) => Promise<Offered>;

/**
 * Posts at a place and below it, and of deputies and heads above it: leaders receive where they hold no post. And those of
 * these units: a department names its own people for what it does there.
 */
function aroundPlace(area: string | undefined, units: readonly string[]) {
  if (area === undefined) return {};
  const above = area.split('/').map((_code, i, codes) => codes.slice(0, i + 1).join('/'));
  const leads = { OR: [{ role: 'deputy' }, { isHead: true }] };
  const own = { unitId: { in: [...units] } };
  return { OR: [{ place: below(area) }, { place: { path: { in: above } }, ...leads }, own] };
}

/** Lists that every form may choose from. */
export const lists: Readonly<Record<string, List>> = {
  units: async ({ prisma }, language) => {
    const where = { handles: true };
    const rows = await prisma.unit.findMany({ where, orderBy: { code: 'asc' }, take: MOST + 1 });
    const items = rows.map((row) => ({ value: row.id, title: titleOf(row, language) }));
    return { items, href: '/api/v1/units' };
  },
  kinds: async ({ prisma }, language) => {
    const rows = await prisma.kind.findMany({ orderBy: { code: 'asc' }, take: MOST + 1 });
    const items = rows.map((row) => ({ value: row.code, title: titleOf(row, language) }));
    return { items, href: '/api/v1/kinds' };
  },
  /** The lead unit's, where there is one; else whoever holds a post at the place or below it, the leaders above it, and one’s own unit’s. */
  people: async ({ prisma }, language, { state, area, isInside, units = [] }) => {
    if (isInside !== true) return { items: [], href: '/api/v1/people' };
    const lead = state?.facts['lead'];
    const held = typeof lead === 'string' ? { unitId: lead } : aroundPlace(area, units);
    const where = {
      disabledAt: null,
      posts: { some: { ...held, endedAt: null, role: { not: 'resident' } } },
    };
    const rows = await prisma.person.findMany({ where, orderBy: { id: 'asc' }, take: MOST + 1 });
    const narrower = typeof lead === 'string' ? `unit=${lead}` : `under=${encodeURIComponent(area ?? '')}`;
    const items = rows.map((row) => ({ value: row.id, title: titleOf(row, language) }));
    return { items, href: `/api/v1/people?${narrower}` };
  },
  places: async (db, language) => ({
    items: await placesOf(db, language, { most: MOST + 1 }, ({ id }) => id),
    href: '/api/v1/places?flat=true&limit=200',
  }),
  paths: async (db, language, { area }) => {
    const under = area === undefined ? '' : `&under=${encodeURIComponent(area)}`;
    return {
      items: await placesOf(db, language, { area, most: MOST + 1 }, ({ path }) => path),
      href: `/api/v1/places?by=path&flat=true&limit=200${under}`,
    };
  },
  similar: async (db, language, { state }) => {
    const found = state === undefined ? [] : await similarTo(db, state, language);
    // The later is merged into the earlier.
    const earlier = found.filter(({ id }) => state !== undefined && id < state.id);
    const items = earlier.map(({ id, number, receipt, kind }) => ({
      value: id,
      title: `${number ?? receipt} ${kind.title}`,
    }));
    return { items, href: `/api/v1/matters/${state?.id}/similar` };
  },
};
