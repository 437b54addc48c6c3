import type { Database } from '../../../prisma/client.ts';
import { localKey } from '../../../prisma/project/course.ts';
import type { Staff } from '../../../prisma/telling/staff.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { hrefOf } from '../processes/address.ts';
import { alikeElsewhere } from './choice-elsewhere.ts';
import { isKnown, lists, MOST, ownList } from './choice-lists.ts';
import type { Around, Offered } from './choice-lists.ts';
import { running } from './choice-running.ts';
import { aimedAt, COLLEAGUES, colleaguesFor, staffOf } from './colleague.ts';
import { NEEDS } from './form.ts';
import type { Form } from './form.ts';

/** Looks each list up once for all forms of one answer. */
export class Choices {
  readonly #known = new Map<string, Promise<Offered | undefined>>();
  #staff?: Promise<Staff>;

  constructor(
    private readonly db: Database,
    private readonly language: Language,
    private readonly around: Around = {},
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
    return (
      offered.items.length > MOST &&
      typeof value === 'string' &&
      (await isKnown(this.db, name, value, this.around))
    );
  }

  async #look(name: string): Promise<Offered | undefined> {
    const own = await ownList(this.db, name, this.language, this.around);
    return own ?? lists[name]?.(this.db, this.language, this.around) ?? this.#elsewhere(name);
  }

  /** Who may be handed a task: `colleagues:<task>`. */
  async #colleagues(state: State, local: string): Promise<Offered> {
    const task = this.around.isInside === true ? state.tasks[local] : undefined;
    this.#staff ??= staffOf(this.db, state);
    const look = { staff: await this.#staff, language: this.language };
    const items = task === undefined ? [] : await colleaguesFor(this.db, task, state, look);
    // Whoever is alone has nobody to hand it to.
    const isAlone = items.every(({ value }) => value === task?.heldBy);
    return { items: isAlone ? [] : items, href: `/api/v1/tasks/${localKey(state.id, local)}/colleagues` };
  }

  /** What is another for each task, and what stands in other processes: `running:…` and `alike:…`. */
  async #elsewhere(name: string): Promise<Offered | undefined> {
    const { state } = this.around;
    const [sort, ...rest] = name.split(':');
    if (state === undefined || rest.length === 0) return undefined;
    if (sort === COLLEAGUES) return this.#colleagues(state, rest.join(':'));
    const items =
      sort === 'running'
        ? await running(this.db, rest.join(':'), state, this.language)
        : await alikeElsewhere(this.db, rest, state, this.language);
    return { items, href: hrefOf(state.process, state.id) };
  }
}

/**
 * The form with its lists in it: `oneOf`, or `x-options` where they are longer than `most`. Undefined: it asks for what is
 * not there. `target`: what the act is aimed at.
 */
export async function filled(
  form: Form,
  choices: Choices,
  { most = MOST, target }: { most?: number; target?: string } = {},
): Promise<Form | undefined> {
  const properties: Form['properties'] = {};
  for (const [name, { [NEEDS]: needs, ...schema }] of Object.entries(form.properties)) {
    const offered = typeof needs === 'string' ? await choices.of(aimedAt(needs, target)) : undefined;
    if (offered === undefined) properties[name] = needs === 'attachments' ? { ...schema, ...UPLOAD } : schema;
    else if (offered.items.length > 0) properties[name] = withChoices(schema, offered, most);
    else if (form.required.includes(name)) return undefined;
  }
  return { ...form, properties };
}

/** Files are handed in first; the field takes the ids that come back. */
const UPLOAD = { 'x-upload': '/api/v1/attachments' };

function withChoices(
  schema: Record<string, unknown>,
  { items, href }: Offered,
  most: number,
): Record<string, unknown> {
  const given =
    items.length > most
      ? { 'x-options': href }
      : { oneOf: items.map(({ value, title }) => ({ const: value, title })) };
  if (schema['type'] !== 'array') return { ...schema, ...given };
  return { ...schema, items: { ...Object(schema['items']), ...given } };
}
