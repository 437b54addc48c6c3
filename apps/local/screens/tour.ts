// Every page of the console, by who has it: `npm run screens` makes a picture of each, and a test asks axe about each.
// An address with `:id` is that of the first thing that the list of the API gives this reader.

/** One page. `list` is the address below /api/v1 whose first item fills `:id`; without an item the page is left out. */
export type Stop = { name: string; address: string; list?: string };

const stop = (name: string, address = `/${name}`, list?: string): Stop => ({ name, address, list });

const matter = stop('matter', '/matters/:id', 'matters?status=open');
const process = (name: string) => stop(`course-${name}`, '/processes/:id', `processes?process=${name}`);
const desk = (name: string) => stop(`desk-${name}`, `/desks/${name}`);
const ownPages = [stop('notices'), stop('account')];
const affairs = [stop('inbox'), stop('ledger'), stop('processes'), stop('items')];
const watch = [stop('supervision'), stop('rates'), stop('scores')];
const charts = [stop('trends'), stop('traffic'), stop('map'), stop('cases')];
const rules = [stop('policies'), stop('policy', '/policies/dongsheng'), stop('calendar')];
const keeping = [...rules, stop('moves'), stop('propose')];
const registers = [stop('people'), stop('units'), stop('places'), stop('roles'), stop('records')];
const work = [...affairs, ...ownPages];

/** The pages of each role, in the order of its day. `anyone` has not signed in. */
export const tour: Readonly<Record<string, readonly Stop[]>> = {
  anyone: [
    stop('home', '/'),
    stop('report'),
    stop('track'),
    stop('visits'),
    stop('visit', '/visits/:id', 'processes?process=station-session&status=open'),
    stop('sign-in'),
    stop('missing', '/there-is-no-such-page'),
  ],
  resident: [stop('mine'), stop('my-matter', '/mine/:id', 'matters')],
  gridWorker: [
    stop('patrol'),
    stop('patrol-places', '/patrol?show=places'),
    stop('patrol-report', '/patrol/report'),
    stop('patrol-task', '/patrol/tasks/:id', 'tasks'),
    stop('inbox'),
    stop('intake'),
    matter,
  ],
  community: [
    ...work,
    stop('intake'),
    matter,
    desk('station-session'),
    process('station-session'),
    process('whistle'),
    ...watch,
    ...charts,
  ],
  department: [...work, matter, desk('quarterly-claim'), process('whistle'), ...watch, ...rules],
  subdistrict: [
    ...work,
    desk('quarterly-claim'),
    process('quarterly-claim'),
    stop('meeting', '/processes/:id/meeting', 'processes?process=quarterly-claim'),
    ...watch,
    ...charts,
    stop('screen'),
  ],
  supervisor: [
    ...work,
    stop('intake'),
    ...watch,
    ...charts,
    stop('screen'),
    stop('audit'),
    matter,
    process('supervision'),
    ...keeping,
    stop('alarms'),
  ],
  deputy: [stop('inbox'), desk('station-session'), process('station-session'), stop('ledger'), ...charts],
  auditor: [
    stop('audit'),
    stop('audited', '/audit/:id', 'matters'),
    stop('ledger'),
    matter,
    ...watch,
    ...charts,
    ...keeping,
    ...registers,
  ],
  systemAdministrator: [stop('alarms'), ...registers, ...keeping, ...ownPages],
  securityAdministrator: [stop('alarms'), stop('sessions'), ...registers, ...keeping, ...ownPages],
};
