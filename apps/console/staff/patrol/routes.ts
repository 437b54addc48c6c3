import type { RouteObject } from 'react-router';

export const patrolRoutes: RouteObject[] = [
  { path: 'patrol', lazy: async () => ({ Component: (await import('./page.tsx')).Patrol }) },
  { path: 'patrol/report', lazy: async () => ({ Component: (await import('./report.tsx')).PatrolReport }) },
  { path: 'patrol/tasks/:id', lazy: async () => ({ Component: (await import('./task.tsx')).PatrolTask }) },
];
