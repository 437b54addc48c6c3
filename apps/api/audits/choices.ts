import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import type { Language } from '../language.ts';
import { cut, pageOf } from '../page.ts';
import { titleOf } from '../reference/title.ts';
import { said } from './said.ts';
import { happenings } from './happenings.ts';

/** What each filter of the search can be set to. */
export const ChoiceList = z.enum(['people', 'rules', 'happenings', 'processes', 'endings']);
export type ChoiceList = z.infer<typeof ChoiceList>;
export const AuditChoices = pageOf(
  z.object({ value: z.string(), title: z.string(), group: z.string().optional() }),
);
type Choices = z.infer<typeof AuditChoices>;
type Choice = Choices['items'][number];

type Person = { id: string; name: string; name_en: string; unit: string | null; unit_en: string | null };

/** Whoever holds or ever held an office, also those who have left: the record is older than the posts. */
async function people({ pool }: Database, language: Language, { limit, after }: Place): Promise<Choices> {
  const { rows } = await pool.query<Person>(
    `select person.id, person.name, person.name_en, min(unit.name) as unit, min(unit.name_en) as unit_en
     from person join post on post.person_id = person.id and post.role not in ('resident', 'system')
       left join unit on unit.id = post.unit_id
     where $1::uuid is null or person.id > $1 group by person.id order by person.id limit $2`,
    [after, limit + 1],
  );
  const item = (row: Person): Choice => {
    const unit = row.unit === null ? '' : titleOf({ name: row.unit, nameEn: row.unit_en ?? '' }, language);
    const name = titleOf({ name: row.name, nameEn: row.name_en }, language);
    return { value: row.id, title: unit === '' ? name : `${name} · ${unit}` };
  };
  return cut(rows, limit, item, ({ id }) => [null, id]);
}

async function rules({ pool }: Database): Promise<Choices> {
  const { rows } = await pool.query<{ name: string; version: string }>(
    'select name, version from policy_version order by name, in_force_from desc',
  );
  return {
    items: rows.map(({ name, version }) => ({
      value: `${name}@${version}`,
      title: `${name} ${version}`,
    })),
  };
}

const processes = (language: Language): Choice[] =>
  Object.values(catalog).map(({ name, title }) => ({ value: name, title: title[language] }));

/** How processes have ended so far: from one to the next along the index, however many there are. */
async function endings({ pool }: Database, language: Language): Promise<Choices> {
  const { rows } = await pool.query<{ ending: string }>(
    `with recursive known as (
       (select ending from process where ending is not null order by ending limit 1)
       union all
       select (select ending from process where ending > known.ending order by ending limit 1)
       from known where known.ending is not null)
     select ending from known where ending is not null`,
  );
  const words: Readonly<Record<string, string>> = said[language].word;
  return { items: rows.map(({ ending }) => ({ value: ending, title: words[ending] ?? ending })) };
}

type Place = { limit: number; after: string | null };

/** A list of choices; all but people are short and come in one piece. */
export async function choicesOf(
  db: Database,
  list: ChoiceList,
  language: Language,
  place: Place,
): Promise<Choices> {
  if (list === 'people') return people(db, language, place);
  if (list === 'rules') return rules(db);
  if (list === 'endings') return endings(db, language);
  return { items: list === 'processes' ? processes(language) : happenings(language) };
}
