import fc from 'fast-check';
import { faultsIn } from '../../workflows/rules/policy-check.ts';
import type { Ground } from '../../workflows/rules/policy-ground.ts';
import { wholeOf } from '../../workflows/rules/policy-extends.ts';
import { valueAt } from '../../workflows/rules/policy-leaves.ts';
import { ground, towns, withAt, writtenPack } from './policy-town.ts';
import type { Written } from './policy-town.ts';

const packs = await Promise.all(towns.map(writtenPack));
const dongsheng = packs[0]!;

type Rungs = readonly Written[];

const rungsOf = (pack: Written, ladder: string) =>
  valueAt(wholeOf(pack, ground.parent), ['ladders', ladder]) as Rungs;
const bend = (ladder: string, change: (rungs: Rungs) => Rungs) => (pack: Written) =>
  withAt(pack, `ladders.${ladder}`, change(rungsOf(pack, ladder)));
const set = (path: string, value: unknown) => (pack: Written) => withAt(pack, path, value);
const reminder = (rung: string, when: unknown) => ({
  ...{ rung, when, does: 'reminder', to: ['holder'], channels: ['console'] },
});
const without = (record: unknown, key: string) =>
  Object.fromEntries(Object.entries(Object(record)).filter(([one]) => one !== key));
const found = (pack: unknown, on: Ground = ground) => faultsIn(pack, on).map(({ path }) => path);
const texts = (pack: unknown) => faultsIn(pack, ground).map(({ text }) => text);

describe.each(towns)('the pack of %s', (town) => {
  it('has no faults', async () => expect(faultsIn(await writtenPack(town), ground)).toEqual([]));
});

/** What can be wrong with a pack, how it comes about, and the path that has to be named. */
const wrongs: [what: string, bent: (pack: Written) => Written, path: string][] = [
  ['an unknown section', set('surprise', 1), 'surprise'],
  ['an unknown key', set('limits.patience', 7), 'limits.patience'],
  ['a term that is none', set('terms.analyse', '5x'), 'terms.analyse'],
  ['a term past every calendar', set('terms.register', '20000wd'), 'terms.register'],
  ['hours for notices that end before they begin', set('notices.from', '21:00'), 'notices'],
  [
    'a reminder earlier before due than any clock is long',
    bend('urgent', (rungs) => [...rungs, reminder('never', { before: '400d' })]),
    'ladders.urgent.4',
  ],
  [
    'a reminder after the deadline',
    bend('ordinary', (rungs) => [...rungs, reminder('nag', { after: '2wd' })]),
    'ladders.ordinary.6',
  ],
  [
    'a red card before the yellow one',
    bend('emergency', ([half, yellow, ...rest]) => [half!, { ...yellow, when: { after: '5h' } }, ...rest]),
    'ladders.emergency.2',
  ],
  [
    'a rung that begins what the town does not run',
    bend('urgent', (rungs) => rungs.map((rung, i) => (i === 3 ? { ...rung, opens: 'nothing' } : rung))),
    'ladders.urgent.3.opens',
  ],
  [
    'a ladder that no clock climbs',
    (pack) => withAt(pack, 'ladders.lonely', rungsOf(dongsheng, 'urgent')),
    'ladders.lonely',
  ],
  ['a needed ladder taken away', set('ladders.matter', null), 'ladders.matter'],
  ['a colour with a ladder that is not there', set('ladderOf.blue', 'gentle'), 'ladderOf.blue'],
  ['extensions longer than the term', set('limits.extension.ordinary', 1.5), 'limits.extension.ordinary'],
  ['extensions of what is never extended', set('limits.extension.matter', 0.5), 'limits.extension.matter'],
  ['extensions on a ladder that is not there', set('limits.extension.steep', 0.5), 'limits.extension.steep'],
  ['weights that do not add up', set('rates.weights.response', 0.2), 'rates.weights'],
  ['a process that does not exist', set('processes.magic', {}), 'processes.magic'],
  [
    'a number that a process refuses',
    set('processes.supervision.redsToSummon', 0),
    'processes.supervision.redsToSummon',
  ],
  [
    'a number that no process reads',
    set('processes.supervision.patience', 3),
    'processes.supervision.patience',
  ],
  ['a calendar that is shorter than a term', set('terms.matter.green', '5000wd-eod'), 'calendar'],
  ['a value without a source', (pack) => withAt(pack, 'sources', without(pack.sources, 'places')), 'places'],
  ['a source in one language', set('sources.calendar', 'as they say'), 'sources.calendar'],
  ['a source of nothing', set('sources.nothing', 'our default'), 'sources.nothing'],
];

describe('a pack that is not right is refused with the path', () => {
  it.each(wrongs)('of %s', (_, bent, path) => {
    expect(found(bent(dongsheng))).toEqual([path]);
  });

  it('of each fault in one answer, whatever else is wrong, in every town', () => {
    const anyTown = fc.constantFrom(...packs);
    fc.assert(
      fc.property(anyTown, fc.subarray(wrongs, { minLength: 1 }), (pack, chosen) => {
        const bent = chosen.reduce((bending, [, one]) => one(bending), pack);
        expect(new Set(found(bent))).toEqual(new Set(chosen.map(([, , path]) => path)));
      }),
      { numRuns: 60 },
    );
  });

  it('of a calendar that is not there', () => {
    const answer = faultsIn(withAt(dongsheng, 'calendar', 'mars'), { ...ground, calendar: undefined });
    expect(answer).toEqual([{ path: 'calendar', text: 'calendar: there is no calendar "mars"' }]);
  });
});

describe('the fault says', () => {
  it('which clocks climb the ladder of a rung that can never fire', () => {
    const allByTheClock = ['yellow', 'blue', 'green'].reduce(
      (pack, colour) => withAt(pack, `terms.matter.${colour}`, '9d-eod'),
      dongsheng,
    );
    expect(texts(allByTheClock)).toEqual([
      'ladders.matter.0: the rung "soon" can never fire on the clocks that climb this ladder (24h, 3d, 9d-eod)',
    ]);
  });

  it('which card does not come after which, also where they fall together and where only a weekend parts them', () => {
    const red = (after: string) =>
      bend('ordinary', (rungs) =>
        rungs.map((rung) => (rung.rung === 'red' ? { ...rung, when: { after } } : rung)),
      );
    const wrong = 'ladders.ordinary.4: the red card "red" does not come after the yellow card "yellow"';
    expect(texts(red('due')(dongsheng))).toEqual([wrong]);
    expect(texts(red('80h')(dongsheng))).toEqual([
      'ladders.ordinary.5: the letter "letter" does not come after the red card "red"',
    ]);
  });

  it('that a reminder comes after the deadline, but not of the matter’s own ladder, which has no card to give', () => {
    expect(rungsOf(dongsheng, 'matter')).toContainEqual(
      expect.objectContaining({ rung: 'overdue', does: 'reminder', when: { after: 'due' } }),
    );
    expect(found(dongsheng)).toEqual([]);
    expect(found(withAt(dongsheng, 'ladderOf.red', 'matter'))).toContain('ladders.matter.2');
  });

  it('how far the calendar is published, and which term is longer', () => {
    expect(texts(withAt(dongsheng, 'terms.matter.green', '5000wd-eod'))).toEqual([
      'calendar: "cn" is published from 2018-01-01 to 2026-12-31 only, which is shorter than terms.matter.green (5000wd-eod)',
    ]);
  });
});

describe('a pack that extends another', () => {
  const own = { ...packs[1]! };

  it('that is not there is refused, and what it says itself is judged all the same', () => {
    const alone = { ...withAt(own, 'limits.patience', 1), extends: 'nowhere' };
    expect(faultsIn(alone, { ...ground, parent: undefined }).map(({ text }) => text)).toEqual([
      'extends: there is no pack "nowhere"',
      'limits.patience is not known',
    ]);
  });

  it('that itself extends one is refused', () => {
    expect(faultsIn(own, { ...ground, parent: packs[2] }).map(({ text }) => text)).toEqual([
      'extends: "dongsheng" itself extends "dongsheng"; name a pack that stands alone',
    ]);
  });

  it('has its values, with its own on top, and without what it takes away', () => {
    const parent = { a: { b: 1, c: [1, 2] }, d: 2 };
    const document = { extends: 'x', a: { c: [3], e: 4 }, d: null, f: { g: null } };
    expect(wholeOf(document, parent)).toEqual({ a: { b: 1, c: [3], e: 4 }, f: {} });
  });

  it('has to say the source of what it writes, even where the other says one', () => {
    const bent = withAt(own, 'terms.check', '2wd-eod');
    expect(found({ ...bent, sources: without(bent.sources, 'terms') })).toEqual(['terms.check']);
  });
});

it.each([[null], ['text'], [[1, 2]], [7]])('%j is no pack', (document) => {
  expect(found(document)).toEqual(['the whole document']);
});
