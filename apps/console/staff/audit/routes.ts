import type { RouteObject } from 'react-router';

export const auditRoutes: RouteObject[] = [
  { path: 'audit', lazy: async () => ({ Component: (await import('./search.tsx')).AuditSearch }) },
  { path: 'audit/:id', lazy: async () => ({ Component: (await import('./page.tsx')).AuditPage }) },
];
