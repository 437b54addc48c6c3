import { t } from '../../process/field.ts';
import type { ListColumn, ListView } from '../../process/printed.ts';
import { reportOf } from './claims.ts';

/** A column of numbers. */
export const counted = (key: string, zh: string, en: string): ListColumn => ({
  key,
  title: t(zh, en),
  of: 'number',
});

const NOBODY = t('无人承办', 'nobody');

const figures: readonly ListColumn[] = [
  counted('all', '总数', 'All'),
  counted('claimed', '认领', 'Claimed'),
  counted('assigned', '指派', 'Assigned'),
  counted('done', '办结', 'Done'),
  counted('inTime', '按期', 'In time'),
  counted('late', '逾期', 'Late'),
  counted('carriedOver', '结转', 'Carried over'),
  counted('refused', '不予办理', 'Refused'),
];

export const summary: ListView = {
  title: t('季度总表', 'The quarter in figures'),
  columns: [{ key: 'what', title: t('项目', 'What') }, ...figures],
  rows(state) {
    const { needs, problems } = reportOf(state);
    return [
      { what: t('需求', 'Needs'), ...needs },
      { what: t('问题', 'Problems'), ...problems },
    ];
  },
};

export const units: ListView = {
  title: t('各单位认领办理情况', 'By unit'),
  columns: [{ key: 'unit', title: t('单位', 'Unit'), of: 'unit' }, ...figures],
  rows: (state) => reportOf(state).units.map(({ unit, ...rest }) => ({ unit: unit ?? NOBODY, ...rest })),
};

export const communities: ListView = {
  title: t('各社区需求办理情况', 'By community'),
  columns: [{ key: 'community', title: t('社区', 'Community'), of: 'place' }, ...figures],
  rows: (state) =>
    reportOf(state).communities.map(({ community, ...rest }) => ({
      community: community ?? t('街道本级', 'the subdistrict’s own'),
      ...rest,
    })),
};
