import type { RouteObject } from 'react-router';

export const townRoutes: RouteObject[] = [
  { path: 'desks/:process', lazy: async () => ({ Component: (await import('./desk.tsx')).DeskPage }) },
  {
    path: 'processes/:id/meeting',
    lazy: async () => ({ Component: (await import('./meeting.tsx')).MeetingPage }),
  },
];
