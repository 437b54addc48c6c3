import type { RouteObject } from 'react-router';

export const chartRoutes: RouteObject[] = [];
