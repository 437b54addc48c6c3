import type { Page } from 'playwright-core';
import type { Size } from './window.ts';
import type { Stop } from './tour.ts';

/** A picture in README.md or in a guide. `prepare`: what is done on the page first; `isWhole`: below the fold too. */
export type DocPicture = Stop & {
  role: string;
  size: Size;
  isWhole?: true;
  prepare?: (page: Page) => Promise<void>;
};

/** The pictures of the documents, by the name of their file. */
export const docPictures: readonly DocPicture[] = [
  { name: 'inbox', role: 'department', address: '/inbox', size: 'desk' },
  {
    name: 'matter',
    role: 'department',
    address: '/matters/:id',
    list: 'matters?status=open',
    size: 'desk',
    isWhole: true,
  },
  { name: 'report', role: 'anyone', address: '/report', size: 'phone' },
  { name: 'track', role: 'resident', address: '/mine/:id', list: 'matters', size: 'phone', isWhole: true },
  { name: 'supervision', role: 'supervisor', address: '/supervision', size: 'desk' },
];
