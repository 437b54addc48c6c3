import type { RouteObject } from 'react-router';

export const patrolRoutes: RouteObject[] = [];
