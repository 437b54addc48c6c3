// The lists of a quarter as they are printed [002]: needs 需求清单, problems 问题清单, services 服务清单, and the figures of its report.
import type { Desk } from '../../process/desk.ts';
import { t } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import type { ListColumn, ListView, Project } from '../../process/printed.ts';
import { itemsOf } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import { heldBy } from './claims.ts';
import * as form from './contract.ts';
import { communities, counted, summary, units } from './figures.ts';

const { needIn, problemIn } = form;

const number: ListColumn = { key: 'number', title: t('序号', 'No.'), of: 'number' };
const kind: ListColumn = { key: 'kind', title: t('类别', 'Kind'), of: 'kind' };
const place: ListColumn = { key: 'place', title: t('所在地', 'Place'), of: 'place' };
const standing: ListColumn = { key: 'standing', title: t('状态', 'Standing') };
const said = (zh: string, en: string): ListColumn => ({ key: 'words', title: t(zh, en), of: 'words' });

const ENDINGS: Readonly<Record<string, Title>> = {
  done: t('已办结', 'done'),
  carriedOver: t('结转下季度', 'carried over'),
  refused: t('不予办理', 'refused'),
};
const HOW = { claimed: t('认领', 'claimed'), assigned: t('指派', 'assigned') };

const standingOf = ({ ending }: Item) =>
  ending === undefined ? t('办理中', 'in hand') : (ENDINGS[ending] ?? ending);

/** Problems that were taken apart again are none. */
const problemsOf = (state: State): Item[] =>
  itemsOf(state, 'problem').filter(({ ending }) => ending !== 'dissolved');

const times: ListColumn = counted('times', '结转次数', 'Carried over before');

const needs: ListView = {
  title: t('需求清单', 'Demand list'),
  columns: [number, said('需求', 'Need'), kind, place, times, standing],
  rows: (state) =>
    itemsOf(state, 'need').map((item, i) => {
      const { words, kind: code, place: path, times: before } = needIn(item);
      const row = { number: i + 1, words, kind: code, place: path, times: before };
      return { ...row, standing: standingOf(item) };
    }),
};

const problems: ListView = {
  title: t('问题清单', 'Problem list'),
  columns: [
    ...[number, said('问题', 'Problem'), kind, place],
    ...[counted('needs', '归并需求', 'Needs'), times, standing],
  ],
  rows: (state) =>
    problemsOf(state).map((item, i) => {
      const { words, kind: code, place: path, needs: ids, times: before } = problemIn(item);
      const row = { number: i + 1, words, kind: code, place: path, needs: ids.length, times: before };
      return { ...row, standing: standingOf(item) };
    }),
};

const services: ListView = {
  title: t('服务清单', 'Service list'),
  columns: [
    ...[number, said('服务事项', 'Task')],
    { key: 'unit', title: t('承办单位', 'Unit'), of: 'unit' },
    { key: 'how', title: t('方式', 'How') },
    { key: 'person', title: t('责任人', 'Responsible'), of: 'person' },
    { key: 'dueOn', title: t('完成期限', 'Due'), of: 'time' },
    standing,
  ],
  rows: (state) =>
    problemsOf(state)
      .map((item) => ({ item, problem: problemIn(item) }))
      .filter(({ problem }) => problem.unit)
      .map(({ item, problem: { words, unit, how, person, dueOn } }, i) => ({
        ...{ number: i + 1, words, unit, person, dueOn },
        ...{ how: how ? HOW[how] : null, standing: standingOf(item) },
      })),
};

export const lists: Readonly<Record<string, ListView>> = {
  ...{ summary, units, communities },
  ...{ needs, problems, services },
};

/** Every problem of the quarter is a project of the place that it lies in. */
export const projects = (state: State): Project[] =>
  problemsOf(state).map((item) => {
    const { words, place: path, unit, person, dueOn } = problemIn(item);
    return { words, place: path, unit, person, dueAt: dueOn, standing: standingOf(item) };
  });

const withHolder = (item: Item): boolean => problemIn(item).unit != null;

/** The desk of subdistrict, community and member unit: from needs to what is done, and who has taken on how much. */
export const desk: Desk = {
  title: t('季度认领', 'Quarterly claims'),
  roles: ['subdistrict', 'community', 'department'],
  item: 'problem',
  funnel(state) {
    const problems = problemsOf(state);
    const counts: [Title, number][] = [
      [t('需求', 'Needs'), itemsOf(state, 'need').length],
      [t('问题', 'Problems'), problems.length],
      [t('已有承办单位', 'With a unit'), problems.filter(withHolder).length],
      [
        t('责任到人', 'With a person'),
        problems.filter((item) => problemIn(item).person !== undefined).length,
      ],
      [t('已办结', 'Done'), problems.filter(({ ending }) => ending === 'done').length],
    ];
    return counts.map(([title, n]) => ({ title, n }));
  },
  loads(state, numbers) {
    const { most } = form.QuarterNumbers.parse(numbers ?? {});
    const units = itemsOf(state, 'member').map((item) => form.memberIn(item).unit);
    return units.map((unit) => ({ unit, n: heldBy(state, unit).length, of: most }));
  },
  meeting: { step: 'meeting', item: 'problem' },
};
