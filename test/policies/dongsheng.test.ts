import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { startClock } from '../../workflows/rules/clock.ts';
import { explainDue } from '../../workflows/rules/explain.ts';
import { rungsOf } from '../../workflows/rules/ladder.ts';
import { localIso } from '../../workflows/rules/local-time.ts';
import { ScoreFacts, scoreMatter } from '../../workflows/rules/score.ts';
import { Term } from '../../workflows/rules/term.ts';
import { Colour, Degree, colourOf } from '../../workflows/rules/triage.ts';

const policy = await loadPolicy('dongsheng');
const { office } = policy;
const time = { calendar: await loadCalendar(policy.calendar), office };

const Example = z.object({
  given: z.string(),
  when: z.union([
    z.strictObject({ term: z.string(), at: z.string(), colour: Colour.optional() }),
    z.strictObject({ importance: Degree, urgency: Degree }),
    z.strictObject({ course: ScoreFacts }),
  ]),
  expected: z.record(z.string(), z.unknown()),
});
type When = z.infer<typeof Example>['when'];

const examples = z
  .object({ policy: z.literal('dongsheng'), cases: z.array(Example) })
  .parse(parse(await readFile('policies/dongsheng.examples.yaml', 'utf8')));

/** `handle.yellow` or `analyse` in the pack's terms. */
function termAt(path: string): Term {
  return Term.parse(
    path
      .split('.')
      .reduce<unknown>((node, key) => z.record(z.string(), z.unknown()).parse(node)[key], policy.terms),
  );
}

function outcomeOf(when: When): Record<string, unknown> {
  if ('importance' in when) return { colour: colourOf(when.importance, when.urgency, policy.triage) };
  if ('course' in when) return { score: scoreMatter(when.course, policy.score).total };
  const start = new Date(`${when.at}${office.utcOffset}`);
  const { dueAt, unpublishedFrom } = explainDue(start, termAt(when.term), time);
  if (when.colour === undefined) return unpublishedFrom ? { dueAt, unpublishedFrom } : { dueAt };
  const ladder = policy.ladderOf[when.colour];
  const clock = startClock(
    { id: 'x', of: 'task', term: termAt(when.term), ladder, heldBy: null },
    start,
    time,
  );
  const rungs = rungsOf(clock, policy.ladders[ladder]!, time, policy.notices);
  return {
    dueAt,
    rungs: Object.fromEntries(rungs.map(({ rung, at }) => [rung.rung, localIso(at, office.utcOffset)])),
  };
}

describe('the example cases of dongsheng', () => {
  it('are a dozen at least', () => expect(examples.cases.length).toBeGreaterThanOrEqual(12));

  it.each(examples.cases)('$given', ({ when, expected }) => expect(outcomeOf(when)).toEqual(expected));
});

describe('the default pack of practice.md', () => {
  it.each([
    ['analyse', '4wh'],
    ['decide', '4wh'],
    ['handle.red', '2h'],
    ['handle.orange', '24h'],
    ['handle.yellow', '3wd-eod'],
    ['handle.blue', '5wd-eod'],
    ['handle.green', '15wd-eod'],
    ['matter.red', '24h'],
    ['matter.orange', '3d'],
    ['matter.yellow', '7wd-eod'],
    ['matter.blue', '10wd-eod'],
    ['matter.green', '30wd-eod'],
    ['conference', '2wd-eod'],
    ['check', '1wd-eod'],
    ['feedBack', '1wd-eod'],
    ['rating', '7d-eod'],
    ['callBack', '3wd-eod'],
    ['rehandle', '5wd-eod'],
  ])('%s: %s', (path, term) => expect(termAt(path)).toBe(term));

  it('has its limits', () => {
    expect(policy.limits).toEqual({
      returns: 2,
      rehandlings: 2,
      extensions: 2,
      suspensionReview: '30d',
      suspensionReviews: 3,
    });
  });

  it('has its office hours and its hours for notices', () => {
    expect(office).toEqual({
      utcOffset: '+08:00',
      hours: [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
    });
    expect(policy.notices).toEqual({ from: '08:00', until: '20:00' });
  });

  it('says for every value where it comes from', () => {
    const { name: _, version: _v, title: _t, classes: _c, sources, ...values } = policy;
    const sourced = (path: string) =>
      Object.keys(sources).some((key) => path === key || path.startsWith(`${key}.`));
    expect(pathsIn(values).filter((path) => !sourced(path))).toEqual([]);
    expect(
      Object.keys(sources).filter(
        (key) => !pathsIn(values).some((path) => path === key || path.startsWith(`${key}.`)),
      ),
    ).toEqual([]);
  });
});

function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}
