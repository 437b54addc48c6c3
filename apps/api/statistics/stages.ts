import { catalog } from '../../../workflows/catalog.ts';

/** How far a matter came, from when it was received until its reporter says that it is solved. */
export const stages = ['received', 'registered', 'handled', 'told', 'rated', 'solved'] as const;
export type Stage = (typeof stages)[number];

/** Whether a case `c` came as far as a stage, and so through all before it. `add` takes the parameters. */
export function reaches(stage: Stage, add: (value: unknown) => string): string {
  const conditions = stages.slice(0, stages.indexOf(stage) + 1).map((one) => passed[one](add));
  return conditions.join(' and ');
}

type Condition = (add: (value: unknown) => string) => string;

const passed: Readonly<Record<Stage, Condition>> = {
  received: () => 'true',
  registered: () => 'c.number is not null',
  handled: (add) => entered(add(stepsFrom(0))),
  told: (add) => entered(add(stepsFrom(1))),
  rated: () => 'c.rating is not null',
  solved: () => `c.rating <> 'unsolved'`,
};

const entered = (steps: string) => `exists (select from journal j where j.process_id = c.id
  and j.type = 'stepEntered' and j.data -> 'event' ->> 'step' = any(${steps}::text[]))`;

/** The steps of matters from the one in which the resident is told, or from the one after it. */
function stepsFrom(after: 0 | 1): string[] {
  return Object.values(catalog)
    .filter(({ isMatter }) => isMatter === true)
    .flatMap(({ steps }) => {
      const telling = steps.findIndex(({ isTelling }) => isTelling === true);
      return telling < 0 ? [] : steps.slice(telling + after).map(({ name }) => name);
    });
}
