import * as happened from '../../../../workflows/words/happened.ts';
import * as terms from '../../../../workflows/words/terms.ts';
import { each, spoken } from '../spoken.ts';
import type { Same } from '../typed.ts';
import type { history as zh } from '../zh/history.ts';

export const history: Same<typeof zh> = {
  event: {
    ...spoken(happened.event, 'en'),
    opened: 'Received; the process begins',
    begun: 'The process begins',
    taskOpened: 'Task “{{task}}” dispatched',
    taskAssigned: '“{{task}}” handed to {{to}}',
    taskTaken: '“{{task}}” handed to {{to}} (until then with {{from}})',
    cardLifted: 'Card lifted',
    ended: 'Ended: {{ending}}',
  },
  ended: spoken(happened.taskEnded, 'en'),
  moved: {
    started: 'Clock started',
    paused: 'Clock paused',
    resumed: 'Clock resumed',
    extended: 'Deadline extended',
    stopped: 'Clock stopped',
    recomputed: 'Deadline computed anew under the new calendar',
  },
  rung: {
    ...each(terms.rung, 'en', (rung) => `${rung} ({{task}})`),
    overtaken: 'overtaken by a higher rung, not sent',
  },
  asked: each(terms.request, 'en', (request) => `${request} asked for`),
  answered: { yes: 'Request granted', no: 'Request refused' },
  noted: {
    ...spoken(happened.noted, 'en'),
    movedUp: 'Moved up to the {{tier}}',
    triaged: 'Triage: {{colour}}',
    carried: 'Triage taken over from the system it came from',
    registered: 'Entered in the ledger',
  },
  told: spoken(happened.told, 'en'),
  stopped: { withdrawn: 'Withdrawn by the resident', cancelled: 'Cancelled' },
  closed: {
    closed: 'Closed and archived',
    notAccepted: 'Ended: not accepted',
    merged: 'Ended: merged',
    withdrawn: 'Ended: withdrawn',
    cancelled: 'Ended: cancelled',
  },
  find: 'Find in the history',
  notFound: 'Nothing like that happened.',
  reminders: 'Reminders: {{n}}',
  whole: 'the whole matter',
  due: 'due {{at}}',
  waiting: '{{span}} of waiting',
  byItself: 'by itself',
  for: 'for {{name}}',
  late: 'done {{span}} after the server took it; counts from then',
  more: '{{n}} rungs were overtaken by a higher one',
  all: 'Show all {{n}}',
  empty: 'Nothing yet: it has only just come in.',
  seq: 'entry {{n}}',
  resident: 'resident',
};
