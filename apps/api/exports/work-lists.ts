import { z } from 'zod';
import { CardQuery, CardsController } from '../matters/cards.controller.ts';
import { InboxQuery } from '../matters/inbox.ts';
import { listMatters, MatterQuery } from '../matters/list.ts';
import { TasksController } from '../matters/tasks.controller.ts';
import { tasksWithoutHolder } from '../matters/without-holder.ts';
import { ItemQuery, listItems } from '../processes/items.ts';
import { LeftQuery, listLeft } from '../processes/left.ts';
import { listProcesses, ProcessQuery } from '../processes/list.ts';
import { NoticeQuery, NoticesController } from '../reference/notices.controller.ts';
import { ClockQuery, ClocksController } from '../watch/clocks.controller.ts';
import { cardSheet } from './card-sheet.ts';
import { clockSheet } from './clock-sheet.ts';
import { exportOf, paging } from './export-of.ts';
import { itemSheet } from './item-sheet.ts';
import { matterSheet } from './matter-sheet.ts';
import { leftSheet, processSheet } from './process-sheet.ts';
import { noticeSheet, withoutHolderSheet } from './standing-sheets.ts';
import { taskSheet } from './task-sheet.ts';

/** What is worked on: the ledger, processes and their items, tasks, deadlines, cards. */
export const workLists = [
  exportOf({
    ...{ list: 'matters', right: 'matters:list', filters: MatterQuery.omit(paging), sheet: matterSheet },
    read: ({ db, subject, language }, query) => listMatters(db, subject, query, language),
  }),
  exportOf({
    ...{
      list: 'processes',
      right: 'processes:list',
      filters: ProcessQuery.omit(paging),
      sheet: processSheet,
    },
    read: ({ db, subject, language }, query) => listProcesses(db, subject, query, language),
  }),
  exportOf({
    ...{ list: 'items', right: 'items:list', filters: ItemQuery.omit(paging), sheet: itemSheet },
    read: ({ db, subject, language }, query) => listItems(db, subject, query, language),
  }),
  exportOf({
    ...{ list: 'tasks', right: 'tasks:list', filters: InboxQuery.omit(paging), sheet: taskSheet },
    read: ({ doors, subject, language }, query) => doors.get(TasksController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'notices', right: 'notices:read', filters: NoticeQuery.omit(paging), sheet: noticeSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(NoticesController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'cards', right: 'cards:list', filters: CardQuery.omit(paging), sheet: cardSheet },
    read: ({ doors, subject, language }, query) => doors.get(CardsController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'without-holder', right: 'cards:list', filters: z.object({}), sheet: withoutHolderSheet },
    read: async ({ db, subject, language }) => ({
      items: await tasksWithoutHolder(db, subject, language, null),
    }),
  }),
  exportOf({
    ...{ list: 'clocks', right: 'overview:read', filters: ClockQuery.omit(paging), sheet: clockSheet },
    read: ({ doors, subject, language }, query) => doors.get(ClocksController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'left', right: 'processes:list', filters: LeftQuery, sheet: leftSheet },
    read: ({ db, subject, language }, { at, ...query }) =>
      listLeft(db, subject, query, at === undefined ? new Date() : new Date(at), language),
  }),
];
