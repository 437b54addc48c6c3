import type { RouteObject } from 'react-router';

export const adminRoutes: RouteObject[] = [
  { path: 'alarms', lazy: async () => ({ Component: (await import('./alarms.tsx')).Alarms }) },
  { path: 'people', lazy: async () => ({ Component: (await import('./people.tsx')).People }) },
  { path: 'units', lazy: async () => ({ Component: (await import('./units.tsx')).Units }) },
  { path: 'places', lazy: async () => ({ Component: (await import('./places.tsx')).Places }) },
  { path: 'sessions', lazy: async () => ({ Component: (await import('./sessions.tsx')).Sessions }) },
  { path: 'roles', lazy: async () => ({ Component: (await import('./roles.tsx')).Roles }) },
  { path: 'records', lazy: async () => ({ Component: (await import('./records.tsx')).Records }) },
];
