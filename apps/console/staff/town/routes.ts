import type { RouteObject } from 'react-router';

export const townRoutes: RouteObject[] = [];
