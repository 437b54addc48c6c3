import { BandQuery } from '../scores/bands.ts';
import { ScoresController, ScoresQuery } from '../scores/scores.controller.ts';
import { funnelOf } from '../statistics/funnel.ts';
import { heatOf, HeatQuery } from '../statistics/heat.ts';
import { placesOf, PlacesQuery } from '../statistics/places.ts';
import { StatisticsQuery } from '../statistics/query.ts';
import { rankingOf, RankingQuery } from '../statistics/ranking.ts';
import { trendOf, TrendQuery } from '../statistics/trend.ts';
import { ClocksController, GroupQuery } from '../watch/clocks.controller.ts';
import { CounterFilter } from '../watch/counter-query.ts';
import { CountersController } from '../watch/counters.controller.ts';
import { RateFilter } from '../watch/rates-query.ts';
import { RatesController } from '../watch/rates.controller.ts';
import { StageFilter } from '../watch/stage-query.ts';
import { StagesController } from '../watch/stages.controller.ts';
import { bandSheet, counterSheet, rateSheet, scoreSheet, stageSheet } from './board-sheets.ts';
import { areaSheet, funnelSheet, groupSheet, heatSheet, rankSheet, trendSheet } from './chart-sheets.ts';
import type { HeatCell } from './chart-sheets.ts';
import { exportOf } from './export-of.ts';

const right = 'overview:read';

/** Tables of figures: boards and charts. They are short, and come in one piece. */
export const figureLists = [
  exportOf({
    ...{ list: 'rates', right, filters: RateFilter, sheet: rateSheet },
    async read({ doors, subject, language }, query) {
      const { whole, items } = await doors.get(RatesController).read(subject, query, language);
      return { items: [whole, ...items] };
    },
  }),
  exportOf({
    ...{ list: 'stages', right, filters: StageFilter, sheet: stageSheet },
    async read({ doors, subject, language }, query) {
      const { whole, items } = await doors.get(StagesController).read(subject, query, language);
      return { items: whole === null ? items : [whole, ...items] };
    },
  }),
  exportOf({
    ...{ list: 'counters', right, filters: CounterFilter, sheet: counterSheet },
    read: ({ doors, subject }, query) => doors.get(CountersController).read(subject, query),
  }),
  exportOf({
    ...{ list: 'scores', right, filters: ScoresQuery, sheet: scoreSheet },
    read: ({ doors, subject, language }, query) => doors.get(ScoresController).list(query, subject, language),
  }),
  exportOf({
    ...{ list: 'scores-bands', right, filters: BandQuery, sheet: bandSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(ScoresController).bands(query, subject, language),
  }),
  exportOf({
    ...{ list: 'clocks-groups', right, filters: GroupQuery, sheet: groupSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(ClocksController).groups(subject, query, language),
  }),
  exportOf({
    ...{ list: 'trend', right, filters: TrendQuery, sheet: trendSheet },
    read: ({ db, subject }, query) => trendOf(db, subject, query),
  }),
  exportOf({
    ...{ list: 'funnel', right, filters: StatisticsQuery, sheet: funnelSheet },
    read: ({ db, subject }, query) => funnelOf(db, subject, query),
  }),
  exportOf({
    ...{ list: 'ranking', right, filters: RankingQuery, sheet: rankSheet },
    read: ({ db, subject, language }, query) => rankingOf(db, subject, query, language),
  }),
  exportOf({
    ...{ list: 'heat', right, filters: HeatQuery, sheet: heatSheet },
    async read({ db, subject, language }, query) {
      const { by, columns, rows } = await heatOf(db, subject, query, language);
      const items = rows.flatMap(({ place, n }) =>
        columns.map((column, i): HeatCell => ({ by, place, column, n: n[i] ?? 0 })),
      );
      return { items };
    },
  }),
  exportOf({
    ...{ list: 'grid', right, filters: PlacesQuery, sheet: areaSheet },
    read: ({ db, subject, language }, query) => placesOf(db, subject, query, language),
  }),
];
