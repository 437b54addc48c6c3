// The API: commands in, reports out, over HTTP. This file wires it; `serve.ts` makes it an application, `main.ts` runs
// it. Each folder below is one door or one kind of thing; `course/` carries acts to Temporal and back.
import { Inject, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { readKeyring } from '../../prisma/seal.ts';
import { openCourse, Rounds } from './course-given.ts';
import { AlarmsController } from './alarms/alarms.controller.ts';
import { Watch } from './alarms/watch.ts';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AuditsController } from './audits/audits.controller.ts';
import { BundleController } from './audits/bundle.controller.ts';
import { ApiDocument, DocumentController } from './document.ts';
import { DeclaredRoutes } from './door/declared.ts';
import { DoorGuard } from './door/guard.ts';
import { Allowance } from './door/limits.ts';
import { PeopleController } from './door/people.controller.ts';
import { ReceiptsController } from './door/receipts.controller.ts';
import { SessionsController } from './door/sessions.controller.ts';
import { SignIn } from './door/sign-in.ts';
import { readEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { Changes } from './events/changes.ts';
import { EventsController } from './events/events.controller.ts';
import { exportControllers } from './exports/lists.ts';
import { HealthController } from './health/health.controller.ts';
import { Measures } from './health/measures.ts';
import { Readiness } from './health/readiness.ts';
import { openLog } from './log.ts';
import { ActsController } from './matters/acts.controller.ts';
import { CardsController } from './matters/cards.controller.ts';
import { CommandsController } from './matters/commands.controller.ts';
import { MattersController } from './matters/matters.controller.ts';
import { OverviewController } from './matters/overview.controller.ts';
import { TasksController } from './matters/tasks.controller.ts';
import { PageFilter } from './page-filter.ts';
import { PatrolController } from './patrol/patrol.controller.ts';
import { MovesController } from './policies/moves.controller.ts';
import { CalendarsController } from './policies/calendars.controller.ts';
import { PacksController } from './policies/packs.controller.ts';
import { PoliciesController } from './policies/policies.controller.ts';
import { ProposalsController } from './policies/proposals.controller.ts';
import { MatterPapersController } from './prints/matter-papers.controller.ts';
import { PlacePapersController } from './prints/place-papers.controller.ts';
import { ProcessPapersController } from './prints/process-papers.controller.ts';
import { ProblemFilter } from './problem-filter.ts';
import { ItemsController } from './processes/items.controller.ts';
import { LeftController } from './processes/left.controller.ts';
import { ListsController } from './processes/lists.controller.ts';
import { ProcessesController } from './processes/processes.controller.ts';
import { AbsencesController } from './reference/absences.controller.ts';
import { KindsController } from './reference/kinds.controller.ts';
import { ColleaguesController } from './reference/colleagues.controller.ts';
import { MembershipsController } from './reference/memberships.controller.ts';
import { NoticesController } from './reference/notices.controller.ts';
import { PlacesController } from './reference/places.controller.ts';
import { PostsController } from './reference/posts.controller.ts';
import { StaffController } from './reference/staff.controller.ts';
import { UnitsController } from './reference/units.controller.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { PeopleRegisterController } from './register/people.controller.ts';
import { PlaceRegisterController } from './register/places.controller.ts';
import { RecordsController } from './register/records.controller.ts';
import { RolesController } from './register/roles.controller.ts';
import { SecurityController } from './register/security.controller.ts';
import { UnitRegisterController } from './register/units.controller.ts';
import { ScoresController } from './scores/scores.controller.ts';
import { HandsController } from './statistics/hands.controller.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { Validation } from './validation.ts';
import { ClocksController } from './watch/clocks.controller.ts';
import { CountersController } from './watch/counters.controller.ts';
import { RatesController } from './watch/rates.controller.ts';
import { StagesController } from './watch/stages.controller.ts';
import { ViewsController } from './views/views.controller.ts';

const controllers = [
  HealthController,
  SessionsController,
  ReceiptsController,
  PeopleController,
  PlacesController,
  UnitsController,
  KindsController,
  StaffController,
  PostsController,
  AbsencesController,
  ColleaguesController,
  MembershipsController,
  NoticesController,
  AttachmentsController,
  AuditsController,
  BundleController,
  EventsController,
  MattersController,
  ReportsController,
  TasksController,
  ActsController,
  ProcessesController,
  LeftController,
  ListsController,
  ItemsController,
  CommandsController,
  CardsController,
  OverviewController,
  ViewsController,
  PatrolController,
  ScoresController,
  StatisticsController,
  HandsController,
  ClocksController,
  RatesController,
  StagesController,
  CountersController,
  PlaceRegisterController,
  UnitRegisterController,
  PeopleRegisterController,
  SecurityController,
  RecordsController,
  RolesController,
  AlarmsController,
  MovesController,
  PacksController,
  CalendarsController,
  PoliciesController,
  ProposalsController,
  ...exportControllers,
  MatterPapersController,
  PlacePapersController,
  ProcessPapersController,
  DocumentController,
];

/**
 * Connects when first asked. No retries of the client's own: `insist` repeats what may be repeated, and a retry that is
 * still waiting when the connection is closed would end the process.
 */
const connectionTo = ({ temporal }: Environment) =>
  Connection.lazy({ address: temporal.address, interceptors: [] });

/** What is given is asked for by the function that makes it: `@Inject(openDatabase)`. */
const given = (environment: Environment, log: Logger): Provider[] => [
  { provide: readEnvironment, useValue: environment },
  { provide: openLog, useValue: log },
  {
    provide: openDatabase,
    useFactory: () =>
      openDatabase(environment.databaseUrl, { keys: readKeyring(environment.masterKeyFiles) }),
  },
  { provide: Connection, useFactory: () => connectionTo(environment) },
  {
    provide: openCourse,
    inject: [openDatabase, Connection],
    useFactory: (db: Database, connection: Connection) => openCourse(db, connection, environment, log),
  },
  { provide: Allowance, useFactory: () => new Allowance(environment.limitFactor) },
  {
    provide: SignIn,
    inject: [openDatabase],
    useFactory: (db: Database) => new SignIn(db, environment.lock),
  },
];

const doors: Provider[] = [
  DeclaredRoutes,
  { provide: APP_GUARD, useClass: DoorGuard },
  { provide: APP_PIPE, useClass: Validation },
  {
    provide: APP_INTERCEPTOR,
    inject: [Reflector],
    useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
  },
  { provide: APP_FILTER, inject: [openLog], useFactory: (log: Logger) => new ProblemFilter(log) },
  {
    provide: APP_FILTER,
    inject: [ProblemFilter],
    useFactory: (problems: ProblemFilter) => new PageFilter(problems),
  },
  { provide: ProblemFilter, inject: [openLog], useFactory: (log: Logger) => new ProblemFilter(log) },
];

@Module({})
export class ApiModule implements OnApplicationShutdown {
  static with(environment: Environment, log: Logger): DynamicModule {
    const providers = [
      ...given(environment, log),
      ...doors,
      Measures,
      Readiness,
      Watch,
      Changes,
      Rounds,
      ApiDocument,
    ];
    return { module: ApiModule, imports: [DiscoveryModule], controllers, providers };
  }

  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(Connection) private readonly temporal: Connection,
  ) {}

  /** The last to go: everything else is answered by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.temporal.close();
    await this.db.close();
  }
}
