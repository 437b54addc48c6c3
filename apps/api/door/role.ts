/** Roles that a post gives. */
export const postRoles = [
  'resident',
  'gridWorker',
  'community',
  'subdistrict',
  'department',
  'supervisor',
  'auditor',
  'deputy',
  'systemAdministrator',
  'securityAdministrator',
  /** an information system with an account of its own */
  'system',
] as const;

/** Roles of the table: those of posts, and what a caller is by the way he came in. */
export type Role = (typeof postRoles)[number] | 'anyone' | 'signedIn' | 'receipt';
