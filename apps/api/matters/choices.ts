import type { Database } from '../../../prisma/client.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { titleOf } from '../reference/title.ts';
import { NEEDS } from './form.ts';
import type { Form } from './form.ts';
import { similarTo } from './similar.ts';

/** One thing to choose. */
export type Choice = { value: string; title: string };

/** What a field can be chosen from: all of it, or, when that is more than a form holds, where it is listed. */
export type Offered = { items: readonly Choice[]; href: string };

/** A form holds at most this many; more stand behind the link. */
const MOST = 100;

/** Looks each list up once for all forms of one answer. */
export class Choices {
  readonly #known = new Map<string, Promise<Offered | undefined>>();

  constructor(
    private readonly db: Database,
    private readonly language: Language,
    /** none where something is to be created */
    private readonly state?: State,
  ) {}

  /** undefined for a name that needs no list (files). */
  of(name: string): Promise<Offered | undefined> {
    const found = this.#known.get(name) ?? this.#look(name);
    this.#known.set(name, found);
    return found;
  }

  /** Whether a value is one of a list, long or short; what needs no list is its own. */
  async has(name: string, value: unknown): Promise<boolean> {
    const offered = await this.of(name);
    if (offered === undefined || offered.items.some((one) => one.value === value)) return true;
    return offered.items.length > MOST && typeof value === 'string' && (await isKnown(this.db, name, value));
  }

  async #look(name: string): Promise<Offered | undefined> {
    const own = this.state && ownList(this.state, name, this.language);
    return own ?? lists[name]?.(this.db, this.language, this.state);
  }
}

/** What the process itself offers under this name (`choices` of its definition). */
function ownList(state: State, name: string, language: Language): Offered | undefined {
  const list = processNamed(state.process).choices?.[name]?.(state);
  const items = list?.map(({ value, title }) => ({ value, title: title[language] }));
  return items && { items, href: `/api/v1/matters/${state.id}` };
}

/** A list longer than a form holds is asked for the one value. */
async function isKnown({ prisma }: Database, name: string, value: string): Promise<boolean> {
  if (name === 'units') return (await prisma.unit.count({ where: { id: value, handles: true } })) > 0;
  if (name === 'kinds') return (await prisma.kind.count({ where: { code: value } })) > 0;
  return name === 'people' && (await prisma.person.count({ where: { id: value, disabledAt: null } })) > 0;
}

type List = (db: Database, language: Language, state?: State) => Promise<Offered>;

const lists: Readonly<Record<string, List>> = {
  units: async ({ prisma }, language) => {
    const rows = await prisma.unit.findMany({
      where: { handles: true },
      orderBy: { code: 'asc' },
      take: MOST + 1,
    });
    return {
      items: rows.map((row) => ({ value: row.id, title: titleOf(row, language) })),
      href: '/api/v1/units',
    };
  },
  kinds: async ({ prisma }, language) => {
    const rows = await prisma.kind.findMany({ orderBy: { code: 'asc' }, take: MOST + 1 });
    return {
      items: rows.map((row) => ({ value: row.code, title: titleOf(row, language) })),
      href: '/api/v1/kinds',
    };
  },
  people: async ({ prisma }, language, state) => {
    const lead = state?.facts['lead'];
    const unitId = typeof lead === 'string' ? lead : undefined;
    const where = { disabledAt: null, posts: { some: { unitId, endedAt: null } } };
    const rows = await prisma.person.findMany({ where, orderBy: { id: 'asc' }, take: MOST + 1 });
    const href = unitId === undefined ? '/api/v1/people' : `/api/v1/people?unit=${unitId}`;
    return { items: rows.map((row) => ({ value: row.id, title: titleOf(row, language) })), href };
  },
  places: async ({ prisma }, language) => {
    const rows = await prisma.place.findMany({ orderBy: { code: 'asc' }, take: MOST + 1 });
    const items = rows.map((row) => ({ value: row.id, title: titleOf(row, language) }));
    return { items, href: '/api/v1/places?flat=true&limit=200' };
  },
  similar: async (db, language, state) => {
    const found = state === undefined ? [] : await similarTo(db, state, language);
    const items = found.map(({ id, number, receipt, kind }) => ({
      value: id,
      title: `${number ?? receipt} ${kind.title}`,
    }));
    return { items, href: `/api/v1/matters/${state?.id}/similar` };
  },
};

/** The form with its lists in it: `oneOf`, or `x-options` where they are long. Undefined: it asks for what is not there. */
export async function filled(form: Form, choices: Choices): Promise<Form | undefined> {
  const properties: Form['properties'] = {};
  for (const [name, { [NEEDS]: needs, ...schema }] of Object.entries(form.properties)) {
    const offered = typeof needs === 'string' ? await choices.of(needs) : undefined;
    if (offered === undefined) properties[name] = needs === 'attachments' ? { ...schema, ...UPLOAD } : schema;
    else if (offered.items.length > 0) properties[name] = withChoices(schema, offered);
    else if (form.required.includes(name)) return undefined;
  }
  return { ...form, properties };
}

/** Files are handed in first; the field takes the ids that come back. */
const UPLOAD = { 'x-upload': '/api/v1/attachments' };

function withChoices(schema: Record<string, unknown>, { items, href }: Offered): Record<string, unknown> {
  const given =
    items.length > MOST
      ? { 'x-options': href }
      : { oneOf: items.map(({ value, title }) => ({ const: value, title })) };
  if (schema['type'] !== 'array') return { ...schema, ...given };
  return { ...schema, items: { ...Object(schema['items']), ...given } };
}
