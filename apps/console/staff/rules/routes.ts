import type { RouteObject } from 'react-router';

export const ruleRoutes: RouteObject[] = [
  { path: 'policies', lazy: async () => ({ Component: (await import('./packs.tsx')).Packs }) },
  { path: 'policies/:name', lazy: async () => ({ Component: (await import('./pack.tsx')).PackPage }) },
  { path: 'propose', lazy: async () => ({ Component: (await import('./propose.tsx')).Propose }) },
  { path: 'calendar', lazy: async () => ({ Component: (await import('./calendar.tsx')).CalendarPage }) },
  { path: 'moves', lazy: async () => ({ Component: (await import('./moves.tsx')).Moves }) },
];
