import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import type { StreamableFile, Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import type { Action as Right } from '../door/right.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import type { Page, PageQuery } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { aboutOf } from './about.ts';
import type { Asking } from './asking.ts';
import { fileOf, TYPES } from './file.ts';
import { PIECE } from './pieces.ts';
import type { Sheet } from './sheet.ts';

/** What of a list's query says nothing about a file: it is whole. */
export const paging = { limit: true, cursor: true } as const;

/** One list as a file: under which name, by which right (the list's own), with which filters, and how it is read. */
export type Listed<F extends z.ZodObject, T> = {
  list: string;
  right: Right;
  filters: F;
  sheet: Sheet<T>;
  read: (asking: Asking, query: z.infer<F> & PageQuery) => Promise<Page<T>>;
};

/** The route of one list: all that the filters leave of what the caller may see, as CSV or as a workbook. */
export function exportOf<F extends z.ZodObject, T>({
  list,
  right,
  filters,
  sheet,
  read,
}: Listed<F, T>): Type {
  @Controller('api/v1/exports')
  class ExportsController {
    constructor(
      @Inject(openDatabase) private readonly db: Database,
      @Inject(ModuleRef) private readonly doors: ModuleRef,
    ) {}

    @Get(`${list}.:format`)
    @Action(right)
    @Limited({ times: 30, seconds: 60 })
    @Header('cache-control', 'private, no-store')
    @ApiProduces(...Object.values(TYPES))
    @ApiResponse({ status: 200, description: 'All that the filters leave, as CSV or as a workbook' })
    // Named by its list, so that the API's document tells the routes apart.
    async [list](
      @Param('format') format: string,
      @Caller() subject: Subject,
      @Query({ schema: filters }) query: z.infer<F>,
      @Wanted() language: Language,
    ): Promise<StreamableFile> {
      const asking = { db: this.db, doors: this.doors, subject, language };
      const wish = { format, language, about: () => aboutOf(asking, query) };
      return fileOf(sheet, wish, (cursor) => read(asking, { ...query, limit: PIECE, cursor }));
    }
  }
  return ExportsController;
}
