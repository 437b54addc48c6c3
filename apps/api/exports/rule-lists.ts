import { z } from 'zod';
import { CalendarQuery, CalendarsController } from '../policies/calendars.controller.ts';
import { MovesController, MovesQuery } from '../policies/moves.controller.ts';
import { PacksController } from '../policies/packs.controller.ts';
import { ProposalsController } from '../policies/proposals.controller.ts';
import { versionsShown } from '../policies/versions.ts';
import { exportOf, paging } from './export-of.ts';
import { daySheet, exampleSheet, moveSheet, proposalSheet, ruleSheet, versionSheet } from './rule-sheets.ts';
import type { MoveLine, RuleLine } from './rule-sheets.ts';

/** One version of a pack; a list in a page of its own is asked for by what stands in that page's path. */
const Pack = z.object({ name: z.string().min(1).max(60), version: z.string().min(1).max(60) });
const Rules = Pack.extend({ q: z.string().trim().max(100).default('') });

/** Whether a rule has the text anywhere, as the page finds it. */
const speaksOf = (q: string, { title, said, written, source }: RuleLine): boolean =>
  [title, said, written, source].some((text) => text?.toLowerCase().includes(q.toLowerCase()));

/** The numbers that processes run by. */
export const ruleLists = [
  exportOf({
    ...{ list: 'policies', right: 'policies:look', filters: z.object({}), sheet: versionSheet },
    read: async ({ db, language }) => ({ items: await versionsShown(db, language) }),
  }),
  exportOf({
    ...{ list: 'policies-proposals', right: 'policies:read', filters: z.object({}), sheet: proposalSheet },
    read: ({ doors, subject, language }) => doors.get(ProposalsController).proposed(subject, language),
  }),
  exportOf({
    ...{ list: 'policies-rules', right: 'policies:look', filters: Rules, sheet: ruleSheet },
    async read({ doors, language }, { name, version, q }) {
      const { sections } = await doors.get(PacksController).read(name, version, language);
      const items = sections.flatMap(({ title, rows }) =>
        rows.map((row): RuleLine => ({ ...row, section: title })),
      );
      return { items: items.filter((line) => speaksOf(q, line)) };
    },
  }),
  exportOf({
    ...{ list: 'policies-examples', right: 'policies:look', filters: Pack, sheet: exampleSheet },
    read: ({ doors }, { name, version }) => doors.get(PacksController).examples(name, version),
  }),
  exportOf({
    ...{ list: 'policies-moves', right: 'policies:read', filters: MovesQuery.omit(paging), sheet: moveSheet },
    async read({ doors, subject, language }, query) {
      const { items, nextCursor } = await doors.get(MovesController).list(query, subject, language);
      const lines = items.flatMap((move): MoveLine[] =>
        move.clocks.length === 0 ? [{ move }] : move.clocks.map((clock) => ({ move, clock })),
      );
      return { items: lines, nextCursor };
    },
  }),
  exportOf({
    ...{ list: 'calendar', right: 'policies:look', sheet: daySheet },
    filters: CalendarQuery.extend({ id: z.string().max(60) }),
    async read({ doors, language }, { id, ...query }) {
      const { days } = await doors.get(CalendarsController).read(id, query, language);
      return { items: days };
    },
  }),
];
