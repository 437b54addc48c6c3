import { inTurns } from '../../../apps/console/staff/action/in-turns.ts';
import { inCommon, targetOf } from '../../../apps/console/staff/action/offered.ts';
import { steady } from '../../../apps/console/staff/list/steady.ts';
import { rangeOf } from '../../../apps/console/staff/list/use-chosen.ts';
import { isSameQuery } from '../../../apps/console/staff/list/use-views.ts';

const row = (text: string) => ({ key: text.slice(0, 1), text });
const rows = (text: string) => text.split(' ').map(row);

describe('rows while somebody reads them', () => {
  it.each([
    ['what is shown first', undefined, 'a b', 'a b', '', 0],
    ['what changed in its place', 'a b c', 'a b2 c', 'a b2 c', '', 0],
    ['what moved where it stood', 'a b c', 'c a b', 'a b c', '', 0],
    ['what left, marked', 'a b c', 'a c', 'a b c', 'b', 0],
    ['what came in between, only counted', 'a b c', 'a x b y c', 'a b c', '', 2],
    ['what follows at the end', 'a b', 'a b c d', 'a b c d', '', 0],
    ['what is left when all went and others came', 'a b', 'x y', 'a b x y', 'a b', 0],
  ])('show %s', (_what, before, latest, shown, gone, fresh) => {
    const now = steady(before === undefined ? undefined : rows(before), rows(latest), ({ key }) => key);
    expect(now.rows.map(({ text }) => text).join(' ')).toBe(shown);
    expect([...now.gone].join(' ')).toBe(gone);
    expect(now.fresh).toBe(fresh);
  });
});

describe('a range of rows', () => {
  it.each([
    ['b', 'd', 'b c d'],
    ['d', 'b', 'b c d'],
    ['c', 'c', 'c'],
    [undefined, 'c', 'c'],
    ['gone', 'c', 'c'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(rangeOf(['a', 'b', 'c', 'd'], from, to).join(' ')).toBe(expected);
  });
});

describe('acts in common', () => {
  const act = (name: string, task: string, properties = {}) => ({
    ...{ name, title: name, method: 'POST', href: `/api/v1/tasks/${task}/acts/${name}` },
    input: { properties, required: [] },
  });

  it('are those that each offers once, under the same name and with the same form', () => {
    const one = [act('claim', '1'), act('finish', '1', { words: {} }), act('urge', '1'), act('urge', '1b')];
    const two = [act('finish', '2', { words: { title: 'else' } }), act('urge', '2'), act('claim', '2')];
    expect(inCommon([one, two]).map(({ name }) => name)).toEqual(['claim']);
    expect(inCommon([one, []])).toEqual([]);
    expect(inCommon([])).toEqual([]);
  });

  it('leave what can be chosen in all of them: those colleagues who may be handed every one', () => {
    const to = (...people: string[]) => ({
      person: { oneOf: people.map((one) => ({ const: one, title: one })) },
    });
    const [one, two] = [[act('assign', '1', to('a', 'b', 'c'))], [act('assign', '2', to('b', 'c', 'd'))]];
    expect(inCommon([one, two])[0]?.input.properties).toEqual(to('b', 'c'));
    expect(inCommon([one, two, [act('assign', '3', to('a'))]])).toEqual([]);
    const asksMore = [act('assign', '4', { ...to('b'), words: {} })];
    expect(inCommon([one, asksMore])).toEqual([]);
  });

  it('know what they are done to', () => {
    expect(targetOf(act('claim', '1.t1'))).toBe('/api/v1/tasks/1.t1');
  });
});

describe('work in turns', () => {
  it('is never done by more than so many at a time, and answers in order', async () => {
    let now = 0;
    let most = 0;
    const done = await inTurns([1, 2, 3, 4, 5], 2, async (n) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 6 - n));
      now -= 1;
      return n * 10;
    });
    expect([done, most]).toEqual([[10, 20, 30, 40, 50], 2]);
  });
});

describe('the address of a view', () => {
  it.each([
    ['a=1&b=2', 'b=2&a=1', true],
    ['a=1', 'a=2', false],
    ['', '', true],
  ])('%s and %s', (a, b, expected) => expect(isSameQuery(a, b)).toBe(expected));
});
