import type { RouteObject } from 'react-router';

export const watchRoutes: RouteObject[] = [
  {
    path: 'supervision',
    lazy: async () => ({ Component: (await import('./supervision.tsx')).Supervision }),
  },
  { path: 'rates', lazy: async () => ({ Component: (await import('./rates.tsx')).Rates }) },
  { path: 'scores', lazy: async () => ({ Component: (await import('./scores.tsx')).Scores }) },
];
