/** A question to the API below /api/v1, and who of the demo district asks it. */
export type Read = { name: string; who: string; at: string };

/** People of the demo district, one of each desk. */
const SUPERVISOR = 'supervisor';
const AUDITOR = 'auditor';
const COMMUNITY = 'community';
const DEPARTMENT = 'department';
export const roles = [SUPERVISOR, AUDITOR, COMMUNITY, DEPARTMENT] as const;

const by = (who: string, list: Readonly<Record<string, string>>): Read[] =>
  Object.entries(list).map(([name, at]) => ({ name, who, at }));

const QUARTER = 'period=quarter';

/** Every page that counts or searches, as its first reader opens it. Names in braces are found in the town (read-bench.ts). */
export const reads: readonly Read[] = [
  ...by(SUPERVISOR, {
    'ledger, newest first': 'matters',
    'ledger, by due time': 'matters?sort=due',
    'ledger, late ones': 'matters?late=true&sort=due',
    'ledger, one place': 'matters?place={place}',
    'ledger, by number': 'matters?q={number}',
    'ledger, one unit, closed': 'matters?unit={unit}&status=closed',
    overview: 'overview',
    'supervision: numbers': 'clocks/numbers',
    'supervision: late': 'clocks?state=late',
    'supervision: by unit': 'clocks/groups?by=unit',
    cards: 'cards',
    'three rates': `rates?${QUARTER}`,
    'rates: a list behind': `rates/matters?${QUARTER}&part=unsolved`,
    'seven numbers': `stages?process=six-step&${QUARTER}`,
    'stages: a list behind': `stages/matters?process=six-step&${QUARTER}&number=doneLate`,
    counters: `counters?process=six-step&${QUARTER}`,
    'counters: a list behind': `counters/matters?process=six-step&${QUARTER}&name=rework`,
    scores: `scores?${QUARTER}`,
    'scores: a list behind': `scores/matters?${QUARTER}&owner={unit}&reason=late`,
    'trend, a year': 'statistics/trend',
    'funnel, a year': 'statistics/funnel',
    'heat, a year': 'statistics/heat',
    'ranking, a year': 'statistics/ranking',
    map: 'statistics/places',
    'traffic, a year': 'statistics/traffic?process=six-step',
    'cases behind a number': 'statistics/cases?state=late',
    'cases on a way': 'statistics/cases?process=six-step&rework=true',
    'big screen': 'statistics/board',
  }),
  ...by(AUDITOR, {
    'audit: newest first': 'audits',
    'audit: by number': 'audits?q={number}',
    'audit: by person': 'audits?person={person}',
    'audit: by unit': 'audits?unit={unit}',
    'audit: by rule': 'audits?rule={rule}',
    'audit: refused acts': 'audits?happened=refused',
    'audit: returns, this year': 'audits?happened=asked:return&when=any&from={from}',
  }),
  ...by(DEPARTMENT, {
    'inbox of a unit': 'tasks?box=todo',
    'inbox: done by me': 'tasks?box=done',
    'inbox: all open': 'tasks',
    'ledger of a unit': 'matters',
  }),
  ...by(COMMUNITY, {
    'inbox of a community': 'tasks?box=todo',
    'inbox: told': 'tasks?box=copied',
    'ledger of a community': 'matters',
    'trend of a community': 'statistics/trend',
  }),
];
