import fc from 'fast-check';
import { loadPolicy } from '../../policies/load.ts';
import { differenceOf } from '../../workflows/rules/policy-diff.ts';
import { leavesOf, plainText, valueAt } from '../../workflows/rules/policy-leaves.ts';
import { termSaid } from '../../workflows/rules/policy-said.ts';
import { Policy } from '../../workflows/rules/policy.ts';
import { dongsheng } from './dongsheng.ts';
import { towns } from './policy-town.ts';

const packs = await Promise.all(towns.map((town) => loadPolicy(town)));

/** The same pack with another value at keys; numbers lead into lists. */
function changed(pack: Policy, keys: (string | number)[], value: unknown): Policy {
  const copy = structuredClone(pack);
  const last = keys.at(-1)!;
  const node = keys
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (inner, key) => (inner[key] ??= {}) as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}

const both = (keys: (string | number)[], value: unknown) => {
  const other = changed(dongsheng, keys, value);
  return [...differenceOf(dongsheng, other, 'zh'), ...differenceOf(dongsheng, other, 'en')];
};
const ordinary = dongsheng.ladders.ordinary!;

describe('the difference of two packs', () => {
  it.each([
    [
      ['terms', 'handle', 'yellow'],
      '2wd-eod',
      '黄色事项的办理时限：由 3 个工作日改为 2 个工作日',
      'Handling of a yellow matter: from 3 working days to 2 working days',
    ],
    [
      ['terms', 'matter', 'red'],
      '1d',
      '红色事项的全程时限：由 24 小时改为 1 天（至同一时刻）',
      'A red matter as a whole: from 24 hours to 1 day (to the hour)',
    ],
    [['limits', 'returns'], 1, '退单几次后会商：由 2 改为 1', 'Returns until a conference: from 2 to 1'],
    [
      ['limits', 'extension'],
      { ordinary: 0.5 },
      '“ordinary”阶梯延期总长占原时限的份额：新增，0.5',
      'All extensions on the ladder “ordinary”, as a share of the term: new, 0.5',
    ],
    [
      ['rates', 'weights', 'solved'],
      0.6,
      '解决率权重：由 0.5 改为 0.6',
      'Weight of the solved rate: from 0.5 to 0.6',
    ],
    [
      ['triage', '22'],
      'orange',
      '重要 2 × 紧急 2 的事项的颜色：由黄色改为橙色',
      'Colour of a matter of importance 2 × urgency 2: from yellow to orange',
    ],
    [
      ['office', 'hours'],
      [['09:00', '17:00']],
      '办公时间：由 08:30–12:00、14:00–17:30 改为 09:00–17:00',
      'Office hours: from 08:30–12:00, 14:00–17:30 to 09:00–17:00',
    ],
    [
      ['classes', 'a.b'],
      { term: '15min' },
      '“a.b”类的时限：新增，15 分钟',
      'Term of the class “a.b”: new, 15 minutes',
    ],
    [
      ['ladders', 'ordinary', 4, 'when'],
      { after: '2h' },
      '督办阶梯“ordinary”的“red”：由逾期 1 个工作日（至同一时刻）红牌改为逾期 2 小时红牌',
      'Rung “red” of the ladder “ordinary”: from red card 1 working day (to the hour) after due to red card 2 hours after due',
    ],
    [
      ['ladders', 'ordinary', 3, 'anytime'],
      true,
      '督办阶梯“ordinary”的“yellow”：新增，不限时段',
      'Rung “yellow” of the ladder “ordinary”: new, at any hour',
    ],
    [
      ['ladders', 'ordinary'],
      ordinary.slice(0, 5),
      '督办阶梯“ordinary”的“letter”：取消（原为“letter”，逾期 3 个工作日（至同一时刻）督办函，通知单位负责人、上级单位、督查室，方式为系统消息、邮件，3 个工作日内答复，启动督办）',
      'Rung “letter” of the ladder “ordinary”: no longer (was “letter”, letter of supervision 3 working days (to the hour) after due, to head of the unit, superior, supervision office, on screen, by e-mail, reply within 3 working days, begins Supervision)',
    ],
    [
      ['ladders', 'ordinary'],
      [ordinary[1], ordinary[0], ...ordinary.slice(2, 6)],
      '督办阶梯“ordinary”各级的先后：由“half”、“soon”、“mostly”、“yellow”、“red”、“letter”改为“soon”、“half”、“mostly”、“yellow”、“red”、“letter”',
      'Order of the rungs of the ladder “ordinary”: from “half”, “soon”, “mostly”, “yellow”, “red”, “letter” to “soon”, “half”, “mostly”, “yellow”, “red”, “letter”',
    ],
    [
      ['processes', 'whistle', 'answer', 'street'],
      '15min',
      '吹哨报到·响应的时限·街道事项：由 30 分钟改为 15 分钟',
      'Whistle, answer, what the street cannot solve: from 30 minutes to 15 minutes',
    ],
    [
      ['processes', 'claim-task'],
      undefined,
      '取消流程：认领任务；报告进展的时限 15 天；核查时限 3 个工作日；办结时限 1 个月',
      'Process no longer run: Claimed task; report of progress: 15 days; check: 3 working days; term: 1 month',
    ],
    [['processes', 'mediation'], {}, '新增流程：“mediation”', 'New process: “mediation”'],
    [
      ['sources', 'terms'],
      '[003]',
      '“terms”的依据：由本系统默认值改为 [003]',
      'Source of “terms”: from our default to [003]',
    ],
  ])('%j changed to %j is said in both languages', (keys, value, zh, en) => {
    expect(both(keys, value)).toEqual([zh, en]);
  });

  it('leaves nothing unsaid, and says nothing where there is none', () => {
    const value = fc.constantFrom<unknown>(
      '3d',
      '3d-eod',
      'red',
      'other',
      '',
      0,
      1,
      true,
      false,
      {},
      ['a'],
      [],
    );
    const edit = fc.tuple(fc.nat(), value, fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...packs), fc.constantFrom(...packs), fc.array(edit), (a, b, edits) => {
        const bent = edits.reduce(edited, b);
        const isSame = plainText(a) === plainText(bent);
        for (const language of ['zh', 'en'] as const) {
          const sentences = differenceOf(a, bent, language);
          expect(sentences.length === 0).toBe(isSame);
          expect(new Set(sentences).size).toBe(sentences.length);
          expect(sentences.join()).not.toMatch(/undefined|\[object/);
        }
      }),
    );
  });
});

/** A leaf somewhere set to a value, or taken away; back to what it was where that is no pack any more. */
function edited(pack: Policy, [n, value, isTakenAway]: [number, unknown, boolean]): Policy {
  const leaves = leavesOf(pack);
  const { keys } = leaves[n % leaves.length]!;
  const list = valueAt(pack, keys);
  const at = Array.isArray(list) && keys[0] === 'ladders' ? [...keys, n % list.length, 'rung'] : [...keys];
  const read = Policy.safeParse(changed(pack, at, isTakenAway ? undefined : value));
  return read.success ? read.data : pack;
}

describe('a term in words', () => {
  it.each([
    ['10s', '10 秒', '10 seconds'],
    ['15min', '15 分钟', '15 minutes'],
    ['1h', '1 小时', '1 hour'],
    ['7d', '7 天（至同一时刻）', '7 days (to the hour)'],
    ['0d-eod', '当天', 'the same day'],
    ['7d-eod', '7 天', '7 days'],
    ['1mo', '1 个月（至同一时刻）', '1 month (to the hour)'],
    ['3mo-eod', '3 个月', '3 months'],
    ['30wmin', '30 个工作分钟', '30 working minutes'],
    ['4wh', '4 个工作小时', '4 working hours'],
    ['1wd', '1 个工作日（至同一时刻）', '1 working day (to the hour)'],
    ['5wd-eod', '5 个工作日', '5 working days'],
  ])('%s is %s, %s', (term, zh, en) => expect(termSaid(term)).toEqual({ zh, en }));

  it('is another for another term', () => {
    const plain = fc.constantFrom(
      's',
      'min',
      'h',
      'd',
      'mo',
      'wmin',
      'wh',
      'wd',
      'd-eod',
      'mo-eod',
      'wd-eod',
    );
    const term = fc.tuple(fc.integer({ min: 1, max: 99 }), plain).map(([count, unit]) => `${count}${unit}`);
    fc.assert(
      fc.property(term, term, (a, b) => {
        expect(termSaid(a).zh === termSaid(b).zh).toBe(a === b);
        expect(termSaid(a).en === termSaid(b).en).toBe(a === b);
      }),
    );
  });
});
