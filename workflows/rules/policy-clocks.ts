// Which clocks run under a pack, and which ladder each climbs.
import { readTerm } from './notation.ts';
import type { Ground } from './policy-ground.ts';
import { entriesOf, leavesOf, valueAt } from './policy-leaves.ts';
import {
  MATTER_LADDER,
  ORDINARY_LADDER,
  ladderOfProcess,
  numbersOf,
  processesIn,
} from './policy-sections.ts';
import { Colour } from './triage.ts';

/** A kind of clock: its term, where that stands, and the ladder that it climbs. */
export interface ClockKind {
  path: string;
  term: string;
  ladder: string;
}

/** Terms of tasks that climb the ordinary ladder. Rating and appeal are windows: they close in silence. */
const ORDINARY_TASKS = [
  ...['terms.analyse', 'terms.register', 'terms.dispatch', 'terms.decide', 'terms.conference'],
  ...['terms.check', 'terms.feedBack', 'terms.callBack', 'limits.suspensionReview'],
];

/** Every kind of clock that runs under the pack. */
export function clockKinds(pack: unknown, ground: Ground): ClockKind[] {
  const at = (path: string, ladder: unknown) => kindAt(path, valueAt(pack, path.split('.')), ladder);
  const ladderOf = entriesOf(valueAt(pack, ['ladderOf']));
  return [
    ...ORDINARY_TASKS.flatMap((path) => at(path, ORDINARY_LADDER)),
    ...Colour.options.flatMap((colour) => [
      ...at(`terms.handle.${colour}`, ladderOf[colour]),
      ...at('terms.rehandle', ladderOf[colour]),
      ...at(`terms.matter.${colour}`, MATTER_LADDER),
      ...kindsOfClasses(pack, ladderOf[colour]),
    ]),
    ...processesIn(pack).flatMap((process) => kindsOfProcess(pack, process, ground)),
  ];
}

/** What was dispatched in another system keeps the term of its class, and climbs by its colour. */
function kindsOfClasses(pack: unknown, ladder: unknown): ClockKind[] {
  const classes = Object.entries(entriesOf(valueAt(pack, ['classes'])));
  return classes.flatMap(([name, one]) => kindAt(`classes.${name}.term`, valueAt(one, ['term']), ladder));
}

function kindsOfProcess(pack: unknown, process: string, ground: Ground): ClockKind[] {
  const ladder = ladderOfProcess(pack, process, ground);
  const leaves = leavesOf(numbersOf(pack, process, ground));
  return leaves.flatMap(({ keys, value }) =>
    kindAt(['processes', process, ...keys].join('.'), value, ladder),
  );
}

function kindAt(path: string, term: unknown, ladder: unknown): ClockKind[] {
  if (typeof term !== 'string' || typeof ladder !== 'string' || readTerm(term) === undefined) return [];
  return [{ path, term, ladder }];
}
