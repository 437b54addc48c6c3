import type { RouteObject } from 'react-router';

export const chartRoutes: RouteObject[] = [
  { path: 'trends', lazy: async () => ({ Component: (await import('./trends.tsx')).Trends }) },
  { path: 'traffic', lazy: async () => ({ Component: (await import('./traffic.tsx')).TrafficPage }) },
  { path: 'map', lazy: async () => ({ Component: (await import('./map.tsx')).MapPage }) },
  { path: 'cases', lazy: async () => ({ Component: (await import('./cases.tsx')).Cases }) },
];
