import type { RouteObject } from 'react-router';

export const watchRoutes: RouteObject[] = [
  {
    path: 'supervision',
    lazy: async () => ({ Component: (await import('../supervision.tsx')).Supervision }),
  },
];
