import type { RouteObject } from 'react-router';

export const ruleRoutes: RouteObject[] = [];
