import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { AuditQuery } from '../audits/search-query.ts';
import { searchAudits } from '../audits/search.ts';
import { Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { PeopleQuery, PeopleRegisterController } from '../register/people.controller.ts';
import { PlaceQuery, PlaceRegisterController } from '../register/places.controller.ts';
import { RecordQuery, RecordsController } from '../register/records.controller.ts';
import { UnitQuery, UnitRegisterController } from '../register/units.controller.ts';
import { CaseQuery, listCases } from '../statistics/case-list.ts';
import { Wanted } from '../wanted.ts';
import { Exported } from './exported.ts';
import { fileOf } from './file.ts';
import { auditSheet, caseSheet } from './found-sheets.ts';
import { PIECE } from './pieces.ts';
import { peopleSheet, placeSheet, recordSheet, unitSheet } from './register-sheets.ts';

/** The lists of auditors, overseers and administrators as files. */
@Controller('api/v1/exports')
export class KeptListsController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(ModuleRef) private readonly doors: ModuleRef,
  ) {}

  @Exported('audits', 'audits:search')
  audits(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: AuditQuery }) query: AuditQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    return fileOf(auditSheet, { format, language }, (cursor) =>
      searchAudits(this.db, { subject, language }, { ...query, limit: PIECE, cursor }),
    );
  }

  @Exported('cases', 'overview:read')
  cases(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: CaseQuery }) query: z.infer<typeof CaseQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    return fileOf(caseSheet, { format, language }, (cursor) =>
      listCases(this.db, subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('people', 'register:read')
  people(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(PeopleRegisterController);
    return fileOf(peopleSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('units', 'register:read')
  units(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: UnitQuery }) query: z.infer<typeof UnitQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(UnitRegisterController);
    return fileOf(unitSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('places', 'register:read')
  places(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: PlaceQuery }) query: z.infer<typeof PlaceQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(PlaceRegisterController);
    return fileOf(placeSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('records', 'records:read')
  records(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: RecordQuery }) query: z.infer<typeof RecordQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(RecordsController);
    return fileOf(recordSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }
}
