import fc from 'fast-check';
import type { Scene } from '../../workflows/process/definition.ts';
import { nextMoment, struck } from '../../workflows/process/strike.ts';
import { chargedTime, usedTime } from '../../workflows/rules/clock.ts';
import { stageOfRules } from './free-play.ts';
import type { Move } from './free-play.ts';

const HOUR = 3_600_000;

const moves = fc.array(
  fc.record<Move>({
    wait: fc.oneof(fc.nat({ max: HOUR }), fc.nat({ max: 60 * HOUR }), fc.nat({ max: 1_000 * HOUR })),
    offer: fc.nat({ max: 1_000 }),
    way: fc.nat({ max: 60 }),
    waited: fc.oneof(fc.constant(0), fc.nat({ max: HOUR })),
    isWatched: fc.boolean(),
  }),
  { maxLength: 25 },
);
const colours = fc.constantFrom('red' as const, 'orange' as const, 'green' as const);
const starts = fc.date({ min: new Date('2023-01-01'), max: new Date('2025-01-01'), noInvalidDate: true });

describe('for any acts at any moments', () => {
  // Offers ask the rules and catch their no: thousands of stacks that nobody reads take longer than all the rules.
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  let play: Awaited<ReturnType<typeof stageOfRules>>;
  beforeAll(async () => {
    play = await stageOfRules();
  });

  /** Plays, and looks at every state on the way; the clock line's spinning fails the play itself. */
  const holds = (look: (scene: Scene) => void) =>
    fc.assert(
      fc.property(colours, starts, moves, (colour, start, made) => {
        const course = play(colour, start, look);
        made.forEach((move) => course.move(move));
      }),
      { numRuns: 100 },
    );

  it('the clock line never stands at a moment at which it has nothing to do', () => {
    holds((scene) => {
      const next = nextMoment(scene);
      if (next !== undefined && next <= scene.now) expect(struck(scene)).not.toEqual([]);
    });
  });

  it('no rung of a clock comes twice', () => {
    holds(({ state }) => {
      for (const { fired } of Object.values(state.clocks)) {
        expect(new Set(fired.map(({ rung }) => rung)).size).toBe(fired.length);
      }
    });
  });

  it('an open task has its clock, and a settled one has none that runs', () => {
    holds(({ state }) => {
      for (const { clock, status } of Object.values(state.tasks)) {
        if (clock !== undefined)
          expect([status === 'open', state.clocks[clock]?.state !== 'stopped']).toEqual([
            status === 'open',
            status === 'open',
          ]);
      }
    });
  });

  it('all time is charged to somebody, once, and pauses to nobody', () => {
    holds(({ state, now, time }) => {
      for (const clock of Object.values(state.clocks).filter(({ charges }) => charges.length > 0)) {
        const charged = Object.values(chargedTime(clock, now, time)).reduce((sum, spent) => sum + spent, 0);
        expect(charged).toBe(usedTime(clock, now, time));
      }
    });
  });

  it('nobody is asked to decide about a request that is no longer open, and no request waits for nobody', () => {
    holds(({ state }) => {
      for (const { status, decision } of Object.values(state.requests)) {
        expect(state.tasks[decision]?.status === 'open').toBe(status === 'open');
      }
    });
  });
});
