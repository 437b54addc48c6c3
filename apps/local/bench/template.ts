import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Cast } from './model.ts';

/**
 * Tables that hold what is known of one matter (`$1`), in the order of writing. It was played in a moment, whenever it
 * pretends to have been: the times of writing become those of what was written (`$2`: when it began).
 */
const TABLES = {
  words: `to_jsonb(t) || jsonb_build_object('created_at', $2::timestamptz) from words t where matter_id = $1`,
  intake: `to_jsonb(t) || jsonb_build_object('created_at', $2::timestamptz) from intake t where id = $1`,
  command: `to_jsonb(t) || jsonb_build_object('received_at', $2::timestamptz) from command t where process_id = $1`,
  command_outcome: `to_jsonb(t) || jsonb_build_object('at', $2::timestamptz) from command_outcome t
    where command_id in (select id from command where process_id = $1)`,
  journal: `to_jsonb(t) || jsonb_build_object('recorded_at', at) from journal t where process_id = $1 and $2::timestamptz is not null`,
  process: `to_jsonb(t) from process t where id = $1 and $2::timestamptz is not null`,
  matter: `to_jsonb(t) from matter t where id = $1 and $2::timestamptz is not null`,
  task: `to_jsonb(t) from task t where process_id = $1 and $2::timestamptz is not null`,
  clock: `to_jsonb(t) from clock t where process_id = $1 and $2::timestamptz is not null`,
  card: `to_jsonb(t) from card t where process_id = $1 and $2::timestamptz is not null`,
  notice: `to_jsonb(t) || jsonb_build_object('created_at', not_before) from notice t
    where process_id = $1 and $2::timestamptz is not null`,
} as const;

/** The rows of one table as JSON texts for `format()`: what differs from copy to copy are its parameters. */
export type Form = { table: string; texts: string[] };

/** A recorded matter, ready to be copied. `ids` and `times` are the parameters after those of the cast. */
export type Template = { forms: Form[]; ids: string[]; times: string[]; begun: Date; ended: Date };

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

const Own = z.object({
  receipt: z.string(),
  number: z.string().nullable(),
  begun: z.date(),
  ended: z.date(),
  ids: z.array(z.uuid()),
});

const OWN = `select i.receipt, pr.number, pr.opened_at as begun, (select max(at) from journal where process_id = $1) as ended,
  array(select id from words where matter_id = $1 union all select id from command where process_id = $1) as ids
  from intake i join process pr on pr.id = i.id where i.id = $1`;

/** Reads all rows of a matter that was kept. */
export async function templateOf(
  { pool }: Pick<Database, 'pool'>,
  cast: Cast,
  matter: string,
): Promise<Template> {
  const own = Own.parse((await pool.query(OWN, [matter])).rows[0]);
  const { ids, begun, ended } = own;
  const forms: Form[] = [];
  for (const [table, rows] of Object.entries(TABLES)) {
    const read = await pool.query<{ text: string }>(`select text::text from (select ${rows}) r (text)`, [
      matter,
      begun,
    ]);
    forms.push({ table, texts: read.rows.map(({ text }) => text) });
  }
  const texts = forms.flatMap((form) => form.texts);
  const times = [...new Set(texts.flatMap((text) => text.match(TIME) ?? []))];
  const parameters = [...parametersOf(cast, matter, own), ...ids, ...times];
  const filled = forms.map((form) => ({
    ...form,
    texts: form.texts.map((text) => formOf(text, parameters)),
  }));
  return { ids, times, begun, ended, forms: filled };
}

/** What stands in the rows of the first of each, in the order of `COPY`. */
function parametersOf(
  { spots, handlers, kinds, resident }: Cast,
  matter: string,
  { receipt, number }: z.infer<typeof Own>,
): string[] {
  const spot = spots
    .slice(0, 1)
    .flatMap(({ path, id, community, unit, clerk }) => [path, id, community, unit, clerk]);
  const people = handlers.slice(0, 2).flatMap(({ unit, person }) => [unit, person]);
  return [matter, receipt, number ?? '', ...spot, ...people, ...kinds.slice(0, 1), resident];
}

/** The text with each of the parameters as `format()` names it; of two that begin alike the longer counts. */
function formOf(text: string, parameters: readonly string[]): string {
  const place = new Map(parameters.map((parameter, i) => [parameter, `%${i + 1}$s`]));
  const known = parameters
    .filter((parameter) => parameter !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((parameter) => parameter.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return text
    .replaceAll('%', '%%')
    .replaceAll(new RegExp(known.join('|'), 'g'), (found) => place.get(found) ?? found);
}
