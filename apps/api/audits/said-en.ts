import { became } from '../../../workflows/words/became.ts';
import * as happened from '../../../workflows/words/happened.ts';
import { inLanguage } from '../../../workflows/words/in-language.ts';
import * as terms from '../../../workflows/words/terms.ts';
import type { zh } from './said-zh.ts';
import type { Same } from './same.ts';

export const en: Same<typeof zh> = {
  event: {
    ...inLanguage(happened.event, 'en'),
    opened: 'Received; the process begins under policy {policy}',
    taskOpened: '“{task}” dispatched{to}',
    taskAssigned: '“{task}” handed to {to}{from}',
    cardLifted: '{card} lifted ({task})',
    stopped: 'Stopped: {ending}',
    closed: 'Ended: {ending}',
  },
  takenFrom: ' (until then with {from})',
  ended: inLanguage(happened.taskEnded, 'en'),
  moved: {
    started: 'Clock started ({task}), due {due}',
    paused: 'Clock paused ({task})',
    resumed: 'Clock resumed ({task}), due {due}',
    extended: 'Due time moved to {due} ({task})',
    stopped: 'Clock stopped ({task})',
    recomputed: 'Due time computed anew ({task}): {due}',
  },
  rung: inLanguage(terms.rung, 'en'),
  overtaken: ' (overtaken by a higher rung, not sent)',
  request: inLanguage(terms.request, 'en'),
  asked: '{request} asked for ({task})',
  granted: '{request} granted ({task})',
  denied: '{request} refused ({task})',
  told: inLanguage(happened.told, 'en'),
  noted: {
    ...inLanguage(happened.noted, 'en'),
    movedUp: 'Moved up a tier',
    triaged: 'Triage',
    registered: 'Entered in the ledger as {number}',
  },
  word: inLanguage({ ...terms.ending, ...became }, 'en'),
  command: {
    refused: 'Tried “{act}” and was refused: {why}',
    waiting: 'Sent “{act}”, no outcome yet',
    unreadable: 'This entry can no longer be read',
    looked: 'Looked at who reported it (the purpose is recorded)',
    exported: 'Took the audit file away ({format})',
  },
  field: {
    words: 'Words',
    grounds: 'Grounds',
    sealed: '(sealed, digest {hash}…)',
    files: 'attachments: {n}',
    yes: 'yes',
    no: 'no',
  },
  whole: 'the whole matter',
  to: ' to {who}',
};
