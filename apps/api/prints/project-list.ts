import { openWords } from '../../../prisma/words.ts';
import { catalog, processNamed } from '../../../workflows/catalog.ts';
import { covers } from '../../../workflows/process/actor.ts';
import type { Printed, Project } from '../../../workflows/process/printed.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';
import type { Cell, Column, DocumentTable } from '../documents/table.ts';
import { INVITED, OPENED_BY, PEOPLE } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import { isReference } from '../../../prisma/words.ts';
import { namesWithin } from '../processes/names.ts';
import { titledProcess } from '../processes/address.ts';
import type { Looking } from '../processes/look.ts';
import type { Named } from './place.ts';
import { WORDS } from './place-words.ts';

/** The kinds of processes that put something on the list. */
const giving = Object.values(catalog).flatMap(({ name, projects }) => (projects === undefined ? [] : name));

const YEAR = 366;

/** What is on the list, with the process that put it there. */
type Given = Project & { process: string };

/** The list of projects 项目清单 [000]: what is in hand for the place, or ended within a year, in what the caller may print. */
export async function projectList(course: Course, place: Named, looking: Looking): Promise<DocumentTable> {
  const given = await givenAt(course, place, looking);
  const { db } = course;
  const { language } = looking;
  const { names } = await namesWithin(db, language, { told: 'officials', pieces: given });
  const references = given.flatMap(({ words }) =>
    typeof words === 'string' && isReference(words) ? words : [],
  );
  const words = await openWords(db, references);
  const say = (piece: Printed | null | undefined): Cell => {
    if (piece === null || piece === undefined) return null;
    return typeof piece === 'string' ? (names[piece] ?? words.get(piece) ?? piece) : piece[language];
  };
  const rows = given.map((one, i) => ({
    number: i + 1,
    project: say(one.words),
    process: titledProcess(one.process, language).title,
    place: say(one.place),
    lead: say(one.unit),
    person: say(one.person),
    due: one.dueAt ?? null,
    budget: one.budget ?? null,
    spent: one.spent ?? null,
    standing: say(one.standing),
  }));
  return { title: WORDS.projectList[language], subtitle: place.whole, columns: columns(looking), rows };
}

const columns = ({ language }: Looking): Column[] => [
  { key: 'number', title: WORDS.number[language], kind: 'number', width: 4 },
  { key: 'project', title: WORDS.project[language], width: 26 },
  { key: 'process', title: WORDS.process[language], width: 9 },
  { key: 'place', title: WORDS.place[language] },
  { key: 'lead', title: WORDS.lead[language], width: 13 },
  { key: 'person', title: WORDS.person[language], width: 7 },
  { key: 'due', title: WORDS.due[language], kind: 'day', width: 8 },
  { key: 'budget', title: WORDS.budget[language], kind: 'number', width: 8 },
  { key: 'spent', title: WORDS.spent[language], kind: 'number', width: 8 },
  { key: 'standing', title: WORDS.standing[language], width: 7 },
];

/** Processes at the place, below it, and above it (what a subdistrict has in hand may be for one community). */
async function givenAt({ db }: Course, { path }: Named, { subject }: Looking): Promise<Given[]> {
  const columns = {
    ...{ unitIds: 'pr.unit_ids', placePath: 'pr.place_path', personIds: PEOPLE, processId: 'pr.id' },
    ...{ invitedIds: INVITED, takenById: OPENED_BY },
  };
  const seen = scope(subject, 'processes:print', columns, [giving, path, YEAR]);
  const { rows } = await db.pool.query<{ state: unknown }>(
    `select pr.state from process pr where pr.type = any($1)
       and (pr.place_path = $2 or pr.place_path like $2 || '/%' or $2 like pr.place_path || '/%')
       and (pr.closed_at is null or pr.closed_at > now() - make_interval(days => $3)) and ${seen.sql}
     order by pr.opened_at desc, pr.id`,
    seen.values,
  );
  return rows
    .map(({ state }) => State.parse(state))
    .flatMap((state) =>
      (processNamed(state.process).projects?.(state) ?? []).map((project) => ({
        ...project,
        process: state.process,
      })),
    )
    .filter((project) => covers(path, project.place));
}
