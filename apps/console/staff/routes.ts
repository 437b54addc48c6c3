import type { RouteObject } from 'react-router';
import { adminRoutes } from './admin/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { chartRoutes } from './charts/routes.ts';
import { patrolRoutes } from './patrol/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { townRoutes } from './town/routes.ts';
import { watchRoutes } from './watch/routes.ts';

/** The addresses of people at work, each loaded when it is opened; a folder with pages of its own brings its own. */
export const staffRoutes: RouteObject[] = [
  { path: 'inbox', lazy: async () => ({ Component: (await import('./desk/page.tsx')).Desk }) },
  { path: 'ledger', lazy: async () => ({ Component: (await import('./ledger.tsx')).Ledger }) },
  {
    path: 'matters/:id',
    lazy: async () => ({ Component: (await import('./matter/page.tsx')).MatterPage }),
  },
  {
    path: 'processes',
    lazy: async () => ({ Component: (await import('./processes/list.tsx')).Processes }),
  },
  {
    path: 'processes/:id',
    lazy: async () => ({ Component: (await import('./processes/page.tsx')).ProcessPage }),
  },
  {
    path: 'items',
    lazy: async () => ({ Component: (await import('./processes/item-list.tsx')).ItemList }),
  },
  { path: 'notices', lazy: async () => ({ Component: (await import('./notices.tsx')).Notices }) },
  { path: 'intake', lazy: async () => ({ Component: (await import('./intake.tsx')).Intake }) },
  {
    path: 'colleagues',
    lazy: async () => ({ Component: (await import('./account/colleagues.tsx')).Colleagues }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('./account/page.tsx')).Account }),
  },
  ...patrolRoutes,
  ...townRoutes,
  ...watchRoutes,
  ...chartRoutes,
  ...auditRoutes,
  ...ruleRoutes,
  ...adminRoutes,
];
