import { jest } from '@jest/globals';
import { actNamed, allActs } from '../../workflows/process/acts.ts';
import type { Act, Target } from '../../workflows/process/definition.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { RuleViolation } from '../../workflows/rules/violation.ts';
import { firstSteps } from './acts/first-steps.ts';
import { kit } from './acts/kit.ts';
import { actorFor, everybody } from './acts/row.ts';
import type { ActRow, Who } from './acts/row.ts';
import { lastSteps } from './acts/last-steps.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { walk } from './walk.ts';

/** Before the first test every act's matter is brought to its place. */
jest.setTimeout(180_000);

const rows = [...kit, ...firstSteps, ...lastSteps];
const done = { allowed: new Set<string>(), refused: new Set<string>() };

let stage: Stage;
let fresh: string;
let ended: string;
const scenes = new Map<ActRow, Promise<string>>();

const sceneOf = (row: ActRow): Promise<string> => {
  const begun = scenes.get(row) ?? row.at(stage);
  scenes.set(row, begun);
  return begun;
};

/** The card, or the open task of the kind, that a row is aimed at; undefined leaves it to the stage. */
async function targetOf({ on }: ActRow, id: string): Promise<string | undefined> {
  if (on === undefined || /^k\d$/.test(on)) return on;
  const { tasks } = await stage.state(id);
  return Object.values(tasks).find(({ kind, status }) => kind === on && status === 'open')?.id;
}

async function refused(row: ActRow, who: Who, id: string, input: object, target?: string): Promise<string> {
  const code = await stage.refusal(id, row.act, actorFor(stage, who, id), input, target);
  done.refused.add(row.act);
  return code;
}

/** Everybody of the cast whom the rule lets through: the same rule that validators and offers ask. */
async function whoMay(row: ActRow, act: Act): Promise<Who[]> {
  const id = await sceneOf(row);
  const state = await stage.state(id);
  const scene = await stage.course.book.sceneOf(state, new Date());
  const on = (await targetOf(row, id)) ?? '';
  const open = Object.values(state.tasks).filter(({ status }) => status === 'open');
  const completed = open.find(({ kind }) =>
    sixStep.tasks[kind]?.completions.some(({ name }) => name === row.act),
  );
  const target: Target = { task: state.tasks[on] ?? completed, card: state.cards[on] };
  return everybody.filter((who) => {
    try {
      act.may(scene, actorFor(stage, who, id), target);
      return true;
    } catch (error) {
      if (error instanceof RuleViolation) return false;
      throw error;
    }
  });
}

beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
  [fresh, ended] = await Promise.all([walk(stage, 'analyse'), walk(stage, 'closed')]);
  for (const row of rows) sceneOf(row).catch(() => undefined);
  await Promise.all(scenes.values());
});
afterAll(() => stage.close());

describe.each(rows)('$act', (row) => {
  const input = async (): Promise<object> => (await row.input?.(stage)) ?? {};

  it(`may be done by exactly ${row.may.join(', ')}`, async () => {
    const act = actNamed(sixStep, row.act);
    if (act === undefined) throw new Error('there is no such act');
    expect((await whoMay(row, act)).sort()).toEqual([...row.may].sort());
  });

  it.each(row.not)('is not for %s: %s', async (who, code) => {
    const id = await sceneOf(row);
    expect(await refused(row, who, id, await input(), await targetOf(row, id))).toBe(code);
  });

  if (row.wrong !== undefined)
    it.each(row.wrong)('takes no wrong input (%#)', async (wrong, code) => {
      const id = await sceneOf(row);
      const target = await targetOf(row, id);
      expect(await refused(row, row.may[0] ?? 'system', id, wrong(stage, id), target)).toBe(code);
    });

  it('is refused out of its time', async () => {
    if (row.early !== undefined) {
      const [who, code] = row.early;
      const target = row.act === 'liftCard' ? 'k1' : undefined;
      expect(await refused(row, who, fresh, await input(), target)).toBe(code);
    }
    expect(await refused(row, row.may[0] ?? 'system', ended, await input())).toBe('processEnded');
  });

  it('is done, once', async () => {
    const id = await sceneOf(row);
    const [who = 'system'] = row.may;
    const target = await targetOf(row, id);
    const before = (await stage.state(id)).seq;
    const after = await stage.does(id, row.act, actorFor(stage, who, id), await input(), target);
    expect(after.seq).toBeGreaterThan(before);
    done.allowed.add(row.act);
    if (row.again !== undefined) expect(await refused(row, who, id, await input(), target)).toBe(row.again);
  });
});

describe('every act of the process', () => {
  const names = allActs(sixStep).map(({ name }) => name);

  it.each(['allowed', 'refused'] as const)('was %s above', (how) => {
    expect(names.filter((name) => !done[how].has(name))).toEqual([]);
  });

  it('has a name of its own', () => {
    expect(names.length).toBe(new Set(names).size);
  });
});
