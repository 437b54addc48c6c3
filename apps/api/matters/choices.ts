import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { hrefOf } from '../processes/address.ts';
import { alikeElsewhere } from './choice-elsewhere.ts';
import { isKnown, lists, MOST, ownList } from './choice-lists.ts';
import type { Around, Offered } from './choice-lists.ts';
import { running } from './choice-running.ts';
import { NEEDS } from './form.ts';
import type { Form } from './form.ts';

/** Looks each list up once for all forms of one answer. */
export class Choices {
  readonly #known = new Map<string, Promise<Offered | undefined>>();

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

  /** What stands in other processes: `running:…` and `alike:…`. */
  async #elsewhere(name: string): Promise<Offered | undefined> {
    const { state } = this.around;
    const [sort, ...rest] = name.split(':');
    if (state === undefined || rest.length === 0) return undefined;
    const items =
      sort === 'running'
        ? await running(this.db, rest.join(':'), state, this.language)
        : await alikeElsewhere(this.db, rest, state, this.language);
    return { items, href: hrefOf(state.process, state.id) };
  }
}

/** The form with its lists in it: `oneOf`, or `x-options` where they are longer than `most`. Undefined: it asks for what is not there. */
export async function filled(form: Form, choices: Choices, most = MOST): Promise<Form | undefined> {
  const properties: Form['properties'] = {};
  for (const [name, { [NEEDS]: needs, ...schema }] of Object.entries(form.properties)) {
    const offered = typeof needs === 'string' ? await choices.of(needs) : undefined;
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
