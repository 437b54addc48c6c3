import { catalog } from '../../../workflows/catalog.ts';

/** How far a matter came, from when it was received until its reporter says that it is solved. */
export const stages = ['received', 'registered', 'handled', 'told', 'rated', 'solved'] as const;
export type Stage = (typeof stages)[number];

type Add = (value: unknown) => string;

/** SQL: whether a case `c` entered one of the steps (an array of their names, as SQL). */
type Entered = (steps: string) => string;

/** Asked of one case after the other, for a list that stops early. */
const enteredOne: Entered = (steps) => `exists (select from journal j where j.process_id = c.id
  and j.type = 'stepEntered' and j.data -> 'event' ->> 'step' = any(${steps}))`;

/** Whether a case `c` came as far as a stage, and so through all before it. `add` takes the parameters. */
export function reaches(stage: Stage, add: Add, entered: Entered = enteredOne): string {
  const conditions = stages.slice(0, stages.indexOf(stage) + 1).map((one) => passed[one](add, entered));
  return conditions.join(' and ');
}

const passed: Readonly<Record<Stage, (add: Add, entered: Entered) => string>> = {
  received: () => 'true',
  registered: () => 'c.number is not null',
  handled: (add, entered) => entered(`${add(stepsFrom(0))}::text[]`),
  told: (add, entered) => entered(`${add(stepsFrom(1))}::text[]`),
  rated: () => 'c.rating is not null',
  solved: () => `c.rating <> 'unsolved'`,
};

/** Beside every case `c` the steps that it entered, read once for all stages. */
export const WAY = `cross join lateral (select array_agg(j.data -> 'event' ->> 'step') as steps from journal j
  where j.process_id = c.id and j.type = 'stepEntered') way`;

/** The same of what stands beside it. */
export const enteredOnWay: Entered = (steps) => `coalesce(way.steps && ${steps}, false)`;

/** The steps of matters from the one in which the resident is told, or from the one after it. */
function stepsFrom(after: 0 | 1): string[] {
  return Object.values(catalog)
    .filter(({ isMatter }) => isMatter === true)
    .flatMap(({ steps }) => {
      const telling = steps.findIndex(({ isTelling }) => isTelling === true);
      return telling < 0 ? [] : steps.slice(telling + after).map(({ name }) => name);
    });
}
