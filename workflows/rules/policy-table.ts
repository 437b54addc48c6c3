// A pack as people read it: every value with its name, in words, and with the text that it comes from.
import { labelOf } from './policy-labels.ts';
import { leavesOf, plainText } from './policy-leaves.ts';
import { numberSaid, processSaid } from './policy-process-labels.ts';
import { rungSaid } from './policy-rung-said.ts';
import { t, valueSaid } from './policy-said.ts';
import { sourceSaid } from './policy-source.ts';
import type { Policy } from './policy.ts';
import type { Sentence } from './sentence.ts';

/** One value. `written` is how the pack writes it; `source` is the text it comes from, undefined where none is said. */
export interface PolicyRow {
  path: string;
  title: Sentence;
  written: string;
  said: Sentence;
  source: Sentence | undefined;
}

/** Values that belong together, in the order of a pack. */
export interface PolicySection {
  name: string;
  title: Sentence;
  rows: PolicyRow[];
}

const TITLES: Readonly<Record<string, Sentence>> = {
  triage: t('分色治理', 'Colours'),
  terms: t('时限', 'Terms'),
  limits: t('次数与限度', 'Limits'),
  ladderOf: t('各色事项的督办阶梯', 'Which ladder for which colour'),
  ladders: t('督办阶梯', 'Ladders'),
  office: t('办公时间', 'Office hours'),
  notices: t('通知时段', 'Notice hours'),
  classes: t('按类别的时限', 'Terms by class'),
  score: t('考核计分', 'Scores'),
  rates: t('三率', 'The three rates'),
  places: t('适用区划', 'Places'),
  calendar: t('工作日历', 'Calendar'),
};

/** Every value of a pack but its name, in sections; a section that says nothing is left out. */
export function tableOf(policy: Policy): PolicySection[] {
  const { processes, ladders, sources, name: _name, version: _version, title: _title, ...rest } = policy;
  const sections = Object.entries(TITLES).map(([name, title]) => {
    const rows =
      name === 'ladders' ? rungRows(ladders, sources) : rowsOf([name], Reflect.get(rest, name), sources);
    return { name, title, rows };
  });
  const own = Object.entries(processes).map(([name, numbers]) => ({
    name: `processes.${name}`,
    title: processSaid(name),
    rows: rowsOf(['processes', name], numbers, sources),
  }));
  return [...sections, ...own].filter(({ rows }) => rows.length > 0);
}

const EMPTY = ['{}', '[]', 'undefined'];

function rowsOf(above: readonly string[], value: unknown, sources: Policy['sources']): PolicyRow[] {
  return leavesOf(value)
    .filter((leaf) => !EMPTY.includes(plainText(leaf.value)))
    .map((leaf) => {
      const keys = [...above, ...leaf.keys];
      const path = keys.join('.');
      return {
        path,
        title: titleOf(keys),
        written: typeof leaf.value === 'string' ? leaf.value : plainText(leaf.value),
        said: valueSaid(leaf.value),
        source: sourceOf(path, sources),
      };
    });
}

/** In the section of a process its name need not be said again. */
const titleOf = ([first, process = '', ...keys]: readonly string[]): Sentence =>
  first === 'processes'
    ? numberSaid(process, keys)
    : labelOf([first ?? '', process, ...keys].filter((key) => key !== ''));

const rungRows = (ladders: Policy['ladders'], sources: Policy['sources']): PolicyRow[] =>
  Object.entries(ladders).flatMap(([ladder, rungs]) =>
    rungs.map((rung) => {
      const path = `ladders.${ladder}.${rung.rung}`;
      const title = t(`阶梯“${ladder}”`, `Ladder “${ladder}”`);
      return {
        path,
        title,
        written: plainText(rung.when),
        said: rungSaid(rung),
        source: sourceOf(path, sources),
      };
    }),
  );

/** The text that speaks for a path: the one with the longest path that covers it. */
function sourceOf(path: string, sources: Policy['sources']): Sentence | undefined {
  const covering = Object.keys(sources).filter((key) => path === key || path.startsWith(`${key}.`));
  const nearest = covering.sort((a, b) => b.length - a.length)[0];
  const source = nearest === undefined ? undefined : sources[nearest];
  return source === undefined ? undefined : sourceSaid(source);
}
