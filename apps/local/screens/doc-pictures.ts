import type { Size } from './window.ts';
import type { Stop } from './tour.ts';

/** A picture in README.md or in a guide; `isWhole`: below the fold too. */
export type DocPicture = Stop & {
  role: string;
  size: Size;
  isWhole?: true;
};

const picture = (name: string, role: string, size: Size, address: string, list?: string): DocPicture => ({
  ...{ name, role, size, address, list },
});

/** The pictures of the documents, by the name of their file. */
export const docPictures: readonly DocPicture[] = [
  picture('report', 'anyone', 'phone', '/report'),
  picture('inbox', 'community', 'desk', '/inbox'),
  picture('matter', 'department', 'desk', '/matters/:id', 'matters?status=open'),
  { ...picture('track', 'resident', 'phone', '/mine/:id', 'matters'), isWhole: true },
  picture('supervision', 'supervisor', 'desk', '/supervision'),
  picture('guide/rates', 'supervisor', 'desk', '/rates'),
  picture('guide/audit', 'auditor', 'desk', '/audit/:id', 'matters'),
  picture('guide/patrol', 'gridWorker', 'phone', '/patrol'),
  picture('guide/patrol-report', 'gridWorker', 'phone', '/patrol/report'),
  picture('guide/station', 'deputy', 'desk', '/desks/station-session'),
  picture('guide/member-unit', 'department', 'desk', '/desks/quarterly-claim'),
  picture('guide/quarter', 'subdistrict', 'desk', '/processes/:id', 'processes?process=quarterly-claim'),
  picture('guide/screen', 'subdistrict', 'desk', '/screen'),
  picture('guide/people', 'securityAdministrator', 'desk', '/people'),
  picture('guide/alarms', 'systemAdministrator', 'desk', '/alarms'),
];
