import { z } from 'zod';
import { AlarmsController } from '../alarms/alarms.controller.ts';
import { SessionQuery, SessionsController } from '../door/sessions.controller.ts';
import { ColleaguesController } from '../reference/colleagues.controller.ts';
import { PeopleQuery, PeopleRegisterController } from '../register/people.controller.ts';
import { PlaceQuery, PlaceRegisterController } from '../register/places.controller.ts';
import { RecordQuery, RecordsController } from '../register/records.controller.ts';
import { RolesController } from '../register/roles.controller.ts';
import { UnitQuery, UnitRegisterController } from '../register/units.controller.ts';
import { exportOf, paging } from './export-of.ts';
import { colleagueSheet, peopleSheet, placeSheet, recordSheet, unitSheet } from './register-sheets.ts';
import { alarmSheet, roleSheet, sessionSheet } from './standing-sheets.ts';

/** What administrators keep and look after. */
export const keptLists = [
  exportOf({
    ...{ list: 'people', right: 'register:read', filters: PeopleQuery.omit(paging), sheet: peopleSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(PeopleRegisterController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'colleagues', right: 'colleagues:read', filters: z.object({}), sheet: colleagueSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(ColleaguesController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'units', right: 'register:read', filters: UnitQuery.omit(paging), sheet: unitSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(UnitRegisterController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'places', right: 'register:read', filters: PlaceQuery.omit(paging), sheet: placeSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(PlaceRegisterController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'roles', right: 'register:read', filters: z.object({}), sheet: roleSheet },
    read: ({ doors, language }) => doors.get(RolesController).list(language),
  }),
  exportOf({
    ...{ list: 'records', right: 'records:read', filters: RecordQuery.omit(paging), sheet: recordSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(RecordsController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'sessions', right: 'sessions:list', filters: SessionQuery.omit(paging), sheet: sessionSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(SessionsController).list(subject, query, language),
  }),
  exportOf({
    ...{ list: 'alarms', right: 'alarms:read', filters: z.object({}), sheet: alarmSheet },
    read: ({ doors, subject, language }) => doors.get(AlarmsController).list(subject, language),
  }),
];
