import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { Broken } from './look/broken.tsx';
import { Home } from './resident/home.tsx';
import { ResidentFrame } from './resident/frame.tsx';
import { staffRoutes } from './staff/routes.ts';
import { loadStaffTexts } from './text/staff.ts';

/** A page of people at work, together with what stands on it. */
const withTexts = async <T,>(page: Promise<T>): Promise<T> =>
  (await Promise.all([page, loadStaffTexts()]))[0];

/** Pages for everybody; each of the others is loaded when it is opened. */
const forResidents: RouteObject = {
  element: <ResidentFrame />,
  children: [
    { index: true, element: <Home /> },
    { path: 'report', lazy: async () => ({ Component: (await import('./resident/report.tsx')).Report }) },
    { path: 'track', lazy: async () => ({ Component: (await import('./resident/track.tsx')).Track }) },
    {
      path: 'visits',
      lazy: async () => ({ Component: (await import('./resident/visit-list.tsx')).VisitList }),
    },
    {
      path: 'visits/:id',
      lazy: async () => ({ Component: (await import('./resident/visit-page.tsx')).VisitPage }),
    },
    { path: 'mine', lazy: async () => ({ Component: (await import('./resident/mine.tsx')).Mine }) },
    { path: 'mine/:id', lazy: async () => ({ Component: (await import('./resident/mine.tsx')).MyMatter }) },
    { path: 'sign-in', lazy: async () => ({ Component: (await import('./resident/sign-in.tsx')).SignIn }) },
    { path: '*', lazy: async () => ({ Component: (await import('./look/broken.tsx')).Missing }) },
  ],
};

/** One frame for all pages of people at work, so that moving between them keeps it. */
const forStaff: RouteObject = {
  lazy: async () => ({ Component: (await withTexts(import('./staff/frame.tsx'))).StaffFrame }),
  children: staffRoutes,
};

/** On a wall, by itself: no frame around it. */
const onTheWall: RouteObject = {
  path: 'screen',
  lazy: async () => ({ Component: (await withTexts(import('./screen/page.tsx'))).Screen }),
};

/** The addresses of the console. */
export const routes = () =>
  createBrowserRouter([
    {
      errorElement: <Broken />,
      hydrateFallbackElement: <p className="unseen">…</p>,
      children: [onTheWall, forStaff, forResidents],
    },
  ]);
