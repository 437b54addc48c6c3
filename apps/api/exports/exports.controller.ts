import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { CardQuery, CardsController } from '../matters/cards.controller.ts';
import { InboxQuery } from '../matters/inbox.ts';
import { listMatters, MatterQuery } from '../matters/list.ts';
import { TasksController } from '../matters/tasks.controller.ts';
import { ItemQuery, listItems } from '../processes/items.ts';
import { listProcesses, ProcessQuery } from '../processes/list.ts';
import { Wanted } from '../wanted.ts';
import { ClockQuery, ClocksController } from '../watch/clocks.controller.ts';
import { cardSheet } from './card-sheet.ts';
import { clockSheet } from './clock-sheet.ts';
import { Exported } from './exported.ts';
import { fileOf } from './file.ts';
import { itemSheet } from './item-sheet.ts';
import { matterSheet } from './matter-sheet.ts';
import { PIECE } from './pieces.ts';
import { processSheet } from './process-sheet.ts';
import { taskSheet } from './task-sheet.ts';

/** Every list as a file: what its filters leave of what the caller may see, whole. `limit` and `cursor` say nothing here. */
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    /** For lists that only their own doors know how to read. */
    @Inject(ModuleRef) private readonly doors: ModuleRef,
  ) {}

  @Exported('matters', 'matters:list')
  matters(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: MatterQuery }) query: MatterQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    return fileOf(matterSheet, { format, language }, (cursor) =>
      listMatters(this.db, subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('processes', 'processes:list')
  processes(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: ProcessQuery }) query: ProcessQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    return fileOf(processSheet, { format, language }, (cursor) =>
      listProcesses(this.db, subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('items', 'items:list')
  items(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: ItemQuery }) query: ItemQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    return fileOf(itemSheet, { format, language }, (cursor) =>
      listItems(this.db, subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('tasks', 'tasks:list')
  tasks(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: InboxQuery }) query: InboxQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(TasksController);
    return fileOf(taskSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('cards', 'cards:list')
  cards(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: CardQuery }) query: z.infer<typeof CardQuery>,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(CardsController);
    return fileOf(cardSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }

  @Exported('clocks', 'overview:read')
  clocks(
    @Param('format') format: string,
    @Caller() subject: Subject,
    @Query({ schema: ClockQuery }) query: ClockQuery,
    @Wanted() language: Language,
  ): Promise<StreamableFile> {
    const door = this.doors.get(ClocksController);
    return fileOf(clockSheet, { format, language }, (cursor) =>
      door.list(subject, { ...query, limit: PIECE, cursor }, language),
    );
  }
}
