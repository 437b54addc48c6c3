import type { ComponentType } from 'react';
import type { Waiting } from '../api/overview.ts';
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
  count?: keyof Waiting;
  /** Stands at the bottom of a phone at once, not behind "more". */
  isOnPhone?: boolean;
};

export const onTheGround = ['gridWorker', 'community', 'subdistrict', 'supervisor'];
export const atWork = [...onTheGround, 'department'];
export const readers = [...atWork, 'auditor', 'deputy'];
