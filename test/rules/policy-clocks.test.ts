import type { Scene } from '../../workflows/process/definition.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { clockKinds } from '../../workflows/rules/policy-clocks.ts';
import { leavesOf } from '../../workflows/rules/policy-leaves.ts';
import { Colour } from '../../workflows/rules/triage.ts';
import { dongsheng } from './dongsheng.ts';
import { ground } from './policy-town.ts';

/** The terms of the pack with their own paths for values: a task says by its term which one it reads. */
const paths = Object.fromEntries(
  Object.entries(dongsheng.terms).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? `terms.${name}`
      : Object.fromEntries(Object.keys(value).map((colour) => [colour, `terms.${name}.${colour}`])),
  ]),
);

function sceneOf(colour: Colour): Scene {
  const facts = {
    ...{ kind: 'k', way: 'resident', channel: 'web', receivedAt: '2024-11-04T09:00:00.000Z', colour },
    ...{
      reporters: [{ matter: '01900000-0000-7000-8000-000000000001', answerBy: 'web' }],
      dispatchedBy: null,
    },
  };
  return { policy: { ...dongsheng, terms: paths }, state: { facts } } as unknown as Scene;
}

describe('the clocks of a pack', () => {
  const kinds = clockKinds(dongsheng, ground);

  it.each(Colour.options)(
    'are those of the six steps, on the ladders that their tasks climb: %s',
    (colour) => {
      const scene = sceneOf(colour);
      const climbing = Object.values(sixStep.tasks).flatMap(({ term, ladder }) =>
        term && ladder ? [`${term(scene)} on ${ladder(scene)}`] : [],
      );
      const described = kinds.map(({ path, ladder }) => `${path} on ${ladder}`);
      expect(climbing.filter((one) => !described.includes(one))).toEqual([]);
      expect(climbing).toContain(`terms.handle.${colour} on ${dongsheng.ladderOf[colour]}`);
    },
  );

  it('are none for the windows, which close in silence, and one at least for every other term', () => {
    const all = leavesOf({ terms: dongsheng.terms }).map(({ keys }) => keys.join('.'));
    const described = new Set(kinds.map(({ path }) => path));
    expect(all.filter((path) => !described.has(path))).toEqual(['terms.rating', 'terms.appeal']);
  });

  it('are also those of processes and of classes that came from elsewhere', () => {
    const pack = {
      ...dongsheng,
      classes: { crew: { term: '60s' } },
      processes: { whistle: { ladder: 'urgent' } },
    };
    const found = clockKinds(pack, ground);
    expect(found).toContainEqual({
      path: 'processes.whistle.answer.street',
      term: '30min',
      ladder: 'urgent',
    });
    expect(found).toContainEqual({ path: 'classes.crew.term', term: '60s', ladder: 'emergency' });
  });
});
