import { policy } from './watch-town.ts';

/** Both ends of the time in which what stands behind the figures happened. */
export const CUSTOM = 'period=custom&from=2025-01-01T00:00:00Z&until=2027-01-01T00:00:00Z';
export const PACK = `name=${policy.name}&version=${policy.version}`;

/** Lists with who asks for what, where else it is read (`#`: under which name), and how many lines it has there. */
export const lists: [list: string, account: string, path: string, query: string, least: number][] = [
  ['processes', 'supervisor', 'processes', '', 0],
  ['items', 'supervisor', 'items', '', 0],
  ['tasks', 'housing', 'tasks', 'show=late', 1],
  ['notices', 'housing', 'notices', '', 1],
  ['cards', 'supervisor', 'cards', 'show=all', 1],
  ['without-holder', 'supervisor', 'cards#withoutHolder', '', 0],
  ['clocks', 'supervisor', 'clocks', 'state=late', 1],
  ['clocks', 'supervisor', 'clocks', 'state=paused', 1],
  ['left', 'supervisor', 'left', 'process=six-step&at=2025-12-01T00:00:00Z', 1],
  ['audits', 'auditor', 'audits', 'q=N0010', 100],
  ['cases', 'supervisor', 'statistics/cases', 'state=closed', 1],
  ['rates-matters', 'supervisor', 'rates/matters', `part=counted&${CUSTOM}`, 1],
  ['rates-matters', 'supervisor', 'rates/matters', `part=excluded&${CUSTOM}`, 1],
  [
    'stages-matters',
    'supervisor',
    'stages/matters',
    `process=six-step&step=handle&number=pending&${CUSTOM}`,
    1,
  ],
  ['counters-matters', 'supervisor', 'counters/matters', `process=six-step&name=extension&${CUSTOM}`, 2],
  ['scores-matters', 'supervisor', 'scores/matters', `reason=ratedUnsolved&owner=HOUSING&${CUSTOM}`, 1],
  ['people', 'system', 'register/people', '', 1],
  ['colleagues', 'housing', 'colleagues', '', 0],
  ['units', 'security', 'register/units', '', 1],
  ['places', 'system', 'register/places', '', 1],
  ['records', 'auditor', 'records', '', 0],
  ['roles', 'auditor', 'roles', '', 1],
  ['sessions', 'security', 'sessions', '', 1],
  ['alarms', 'system', 'alarms', '', 1],
  ['policies', 'supervisor', 'policies', '', 1],
  ['policies-proposals', 'auditor', 'policies/proposals', '', 0],
  ['policies-moves', 'supervisor', 'policies/moves', `what=policy&${PACK}`, 0],
  ['policies-examples', 'housing', `policies/${policy.name}/versions/${policy.version}/examples`, PACK, 0],
  ['calendar', 'housing', 'calendars/cn#days', 'id=cn&year=2025', 365],
  ['stages', 'supervisor', 'stages', `process=six-step&by=unit&${CUSTOM}`, 1],
  ['counters', 'supervisor', 'counters', `process=six-step&${CUSTOM}`, 4],
  ['scores', 'supervisor', 'scores', CUSTOM, 1],
  ['scores-bands', 'supervisor', 'scores/bands', '', 1],
  ['clocks-groups', 'supervisor', 'clocks/groups', 'by=kind', 1],
  ['trend', 'supervisor', 'statistics/trend', 'by=month', 12],
  ['funnel', 'supervisor', 'statistics/funnel', '', 6],
  ['ranking', 'supervisor', 'statistics/ranking', 'from=2025-01-01', 1],
  ['grid', 'supervisor', 'statistics/places', '', 1],
];
