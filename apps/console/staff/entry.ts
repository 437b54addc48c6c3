import type { ComponentType } from 'react';
import type { Waiting } from '../api/overview.ts';
import { hasRole } from '../api/session.ts';
import type { Session } from '../api/session.ts';
import type { staff } from '../text/zh/staff.ts';

/** What a process calls its desk, in both languages. */
type Named = { readonly zh: string; readonly en: string };

/** A line of the navigation. */
export type Entry = {
  to: string;
  title: Exclude<keyof typeof staff.nav, 'label' | 'more' | 'section'> | Named;
  Icon: ComponentType<{ 'aria-hidden': boolean }>;
  /** Whose it is; everybody's without. */
  roles?: readonly string[];
  /** Only of those of them who head a unit. */
  isForHeads?: boolean;
  count?: keyof Waiting;
  /** Stands at the bottom of a phone at once, not behind "more". */
  isOnPhone?: boolean;
};

/** Whether somebody finds the page in the navigation and by its name. */
export const isFor = ({ roles, isForHeads = false }: Entry, session: Session): boolean =>
  (roles === undefined || hasRole(session, ...roles)) && (!isForHeads || leadsUnit(session));

/** Whether somebody heads a unit. */
export const leadsUnit = ({ posts }: Session): boolean =>
  posts.some(({ isHead, unit }) => isHead && unit !== null);

export const onTheGround = ['gridWorker', 'community', 'subdistrict', 'supervisor'];
export const atWork = [...onTheGround, 'department'];
export const readers = [...atWork, 'auditor', 'deputy'];
