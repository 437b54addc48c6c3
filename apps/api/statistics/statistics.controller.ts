import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { Board, boardOf } from './board.ts';
import { CaseLine, CaseQuery, listCases } from './case-list.ts';
import { Funnel, funnelOf } from './funnel.ts';
import { Heat, HeatQuery, heatOf } from './heat.ts';
import { Places, PlacesQuery, placesOf } from './places.ts';
import { StatisticsQuery } from './query.ts';
import { Ranking, RankingQuery, rankingOf } from './ranking.ts';
import { Traffic, TrafficQuery, trafficOf } from './traffic.ts';
import { Trend, TrendQuery, trendOf } from './trend.ts';

/** Numbers over many cases, in what the caller oversees. Matters, where no other process is named. */
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get('trend')
  @Action('overview:read')
  @Answers(200, Trend, 'Received, closed and fallen late by day, week or month')
  trend(@Query({ schema: TrendQuery }) query: z.infer<typeof TrendQuery>, @Caller() subject: Subject) {
    return trendOf(this.db, subject, query);
  }

  @Get('funnel')
  @Action('overview:read')
  @Answers(200, Funnel, 'How far the matters received in a span came')
  funnel(@Query({ schema: StatisticsQuery }) query: StatisticsQuery, @Caller() subject: Subject) {
    return funnelOf(this.db, subject, query);
  }

  @Get('heat')
  @Action('overview:read')
  @Answers(200, Heat, 'When matters are received, by place and weekday or hour')
  heat(
    @Query({ schema: HeatQuery }) query: z.infer<typeof HeatQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return heatOf(this.db, subject, query, language);
  }

  @Get('ranking')
  @Action('overview:read')
  @Answers(200, Ranking, 'Units or places: raw counts beside the share that was late')
  ranking(
    @Query({ schema: RankingQuery }) query: z.infer<typeof RankingQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return rankingOf(this.db, subject, query, language);
  }

  @Get('places')
  @Action('overview:read')
  @Answers(200, Places, 'Open, overdue and soon due in each part of a place, now')
  places(
    @Query({ schema: PlacesQuery }) query: z.infer<typeof PlacesQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return placesOf(this.db, subject, query, language);
  }

  @Get('traffic')
  @Action('overview:read')
  @Answers(200, Traffic, 'The courses of all cases of one kind, laid over each other')
  traffic(
    @Query({ schema: TrafficQuery }) query: z.infer<typeof TrafficQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return trafficOf(this.db, subject, query, language);
  }

  @Get('cases')
  @Action('overview:read')
  @Answers(200, pageOf(CaseLine), 'The cases behind one of the numbers, the latest first')
  cases(
    @Query({ schema: CaseQuery }) query: z.infer<typeof CaseQuery>,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    return listCases(this.db, subject, query, language);
  }

  @Get('board')
  @Action('overview:read')
  @Answers(
    200,
    Board,
    'What is happening now, for a screen on a wall: no case, no person, small numbers hidden',
  )
  board(@Caller() subject: Subject, @Wanted() language: Language) {
    return boardOf(this.db, subject, language);
  }
}
