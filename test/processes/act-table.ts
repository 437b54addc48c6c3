// Every act of a process in a table: where it is due, who exactly may do it, and every no. The kit's own acts are in
// test/process/acts.
import { jest } from '@jest/globals';
import type { Actor } from '../../workflows/process/actor.ts';
import { decisions } from '../../workflows/process/acts/deciding.ts';
import { completions } from '../../workflows/process/acts/completing.ts';
import type { Act, ProcessDefinition } from '../../workflows/process/definition.ts';
import { targetOf } from '../../workflows/process/offers.ts';
import { RuleViolation } from '../../workflows/rules/violation.ts';
import type { Role } from '../process/cast.ts';
import { openStage } from '../process/stage.ts';
import type { Stage } from '../process/stage.ts';

/** A process, and what in it an act is aimed at: the id of a task or an item. */
export interface Aim {
  readonly id: string;
  readonly on?: string;
}

export interface Row {
  readonly act: string;
  /** Brings a process to where the act is due. */
  readonly at: (stage: Stage) => Promise<Aim>;
  /** Everybody who may, and nobody else of the cast; the first one does it. */
  readonly may: readonly Role[];
  readonly input?: (stage: Stage, aim: Aim) => object | Promise<object>;
  /** Some of those who may not, and why. */
  readonly not: readonly (readonly [who: Role, code: string])[];
  /** Inputs that do not fit, and why. */
  readonly wrong?: readonly (readonly [input: (stage: Stage, aim: Aim) => object, code: string])[];
  /** Where it is out of its time, and what is said. */
  readonly early?: readonly [at: (stage: Stage) => Promise<Aim>, code: string];
  /** What is said when it is done once more; undefined where it may be done again. */
  readonly again?: string;
}

const everybody = [
  ...([
    'grid',
    'clerk',
    'clerkB',
    'communityHead',
    'street',
    'streetHead',
    'housing',
    'housingHead',
  ] as const),
  ...(['transport', 'supervisor', 'supervisorHead', 'caller', 'auditor', 'strangeSupervisor'] as const),
  ...(['strangeClerk', 'stranger', 'visitor', 'deputy', 'system'] as const),
];

function allows(act: Act, ...call: Parameters<Act['may']>): boolean {
  try {
    act.may(...call);
    return true;
  } catch (error) {
    if (error instanceof RuleViolation) return false;
    throw error;
  }
}

/** The acts that a process has of its own: what is asked for and decided about dispatched work is the kit's. */
function ownActs(definition: ProcessDefinition): Act[] {
  const kit = new Set(completions({ tasks: decisions('') }).map(({ name }) => name));
  return [...completions(definition), ...definition.acts].filter(({ name }) => !kit.has(name));
}

/** Plays the table. `ended` is a process that has ended: nothing more can be done there. */
export function playTable(
  definition: ProcessDefinition,
  rows: readonly Row[],
  ended: (stage: Stage) => Promise<string>,
): void {
  jest.setTimeout(180_000);
  const done = { allowed: new Set<string>(), refused: new Set<string>() };
  const scenes = new Map<Row, Promise<Aim>>();
  let stage: Stage;
  let over: string;
  const sceneOf = (row: Row): Promise<Aim> => {
    const begun = scenes.get(row) ?? row.at(stage);
    scenes.set(row, begun);
    return begun;
  };
  async function refused({ act }: Row, who: Role, { id, on }: Aim, input: object): Promise<string> {
    const code = await stage.refusal(id, act, stage.cast[who] as Actor, input, on);
    done.refused.add(act);
    return code;
  }

  beforeAll(async () => {
    stage = await openStage();
    await stage.hire();
    over = await ended(stage);
    for (const row of rows) sceneOf(row).catch(() => undefined);
    await Promise.all(scenes.values());
  });
  afterAll(() => stage.close());

  describe.each(rows)('$act', (row) => {
    const { may, not, wrong = [], early, again } = row;
    const [first = 'system'] = may;
    const input = async (): Promise<object> => (await row.input?.(stage, await sceneOf(row))) ?? {};

    it(`may be done by exactly ${may.join(', ')}`, async () => {
      const act = ownActs(definition).find(({ name }) => name === row.act);
      if (act === undefined) throw new Error('there is no such act');
      const { id, on } = await sceneOf(row);
      const state = await stage.state(id);
      const scene = await stage.course.book.sceneOf(state, await stage.timeIn(id));
      const target = act.on === 'process' ? {} : targetOf(scene, act, on);
      const whoMay = everybody.filter((who) => allows(act, scene, stage.cast[who], target));
      expect([...whoMay].sort()).toEqual([...may].sort());
    });

    it('is not for others, takes no wrong input, and is refused out of its time', async () => {
      const aim = await sceneOf(row);
      for (const [who, code] of not)
        expect([who, await refused(row, who, aim, await input())]).toEqual([who, code]);
      for (const [make, code] of wrong) expect(await refused(row, first, aim, make(stage, aim))).toBe(code);
      if (early !== undefined)
        expect(await refused(row, first, await early[0](stage), await input())).toBe(early[1]);
      expect(await refused(row, first, { ...aim, id: over }, await input())).toBe('processEnded');
    });

    it('is done, once', async () => {
      const aim = await sceneOf(row);
      const before = (await stage.state(aim.id)).seq;
      const after = await stage.does(aim.id, row.act, stage.cast[first] as Actor, await input(), aim.on);
      expect(after.seq).toBeGreaterThan(before);
      done.allowed.add(row.act);
      if (again !== undefined) expect(await refused(row, first, aim, await input())).toBe(again);
    });
  });

  describe('every act of the process', () => {
    const names = ownActs(definition).map(({ name }) => name);

    it.each(['allowed', 'refused'] as const)('was %s above', (how) => {
      expect(names.filter((name) => !done[how].has(name))).toEqual([]);
    });
  });
}
