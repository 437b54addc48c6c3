import type { Book } from './book.ts';

export const en: Book = {
  letters: {
    reminder: [
      'Reminder: {number}',
      'The task “{task}” of matter {number} is due soon; please deal with it in time.',
    ],
    yellow: [
      'Yellow card: {number}',
      'The task “{task}” of matter {number} was not done when it fell due: a yellow card is set.',
    ],
    red: [
      'Red card: {number}',
      'The task “{task}” of matter {number} is past its term and still not done: a red card is set.',
    ],
    letter: [
      'Letter of supervision: {number}',
      'The task “{task}” of matter {number} is long past its term: a letter of supervision is issued; please reply in writing in time.',
    ],
    urged: [
      'Urged by a supervisor: {number}',
      'A supervisor urges the task “{task}” of matter {number}; sign in to read the message.',
    ],
    assigned: [
      'Handed to you: {number}',
      'The task “{task}” of matter {number} was handed to you; sign in to read what to mind.',
    ],
    takenOver: [
      'Handed on: {number}',
      'The task “{task}” of matter {number} was handed to a colleague and is no longer yours.',
    ],
    other: ['Notice: {number}', 'There is a new notice about matter {number}; sign in to read it.'],
    'told.registered': [
      'What you reported is registered',
      'What you reported was accepted and entered in the ledger; it is being handled.',
    ],
    'told.notAccepted': [
      'What you reported was not accepted',
      'What you reported was not accepted; the page below says why.',
    ],
    'told.merged': [
      'What you reported was merged',
      'The same was reported before, so both are handled as one; you will be told the result as well.',
    ],
    'told.extended': [
      'What you reported takes longer',
      'More time was granted for what you reported; it is still being handled.',
    ],
    'told.suspended': [
      'What you reported is suspended for now',
      'What you reported cannot go on for the moment; it is suspended and will be looked at again.',
    ],
    'told.result': [
      'There is a result',
      'What you reported has been handled; please look at the result and rate it.',
    ],
    'told.closedWithReasons': [
      'What you reported was closed with reasons',
      'What you reported was closed by the level above; the page below says why.',
    ],
    'told.cancelled': [
      'What you reported was cancelled',
      'What you reported was cancelled; the page below says why.',
    ],
    told: [
      'There is news about what you reported',
      'There is news about what you reported; see the page below.',
    ],
  },
  labels: {
    number: 'Matter number',
    receipt: 'Receipt number',
    step: 'Step',
    due: 'Due',
    replyDue: 'Reply due',
    link: 'See',
  },
  closing: {
    staff: 'Sent by Minqing by itself; please do not reply.',
    reporter:
      'Sent by Minqing by itself; please do not reply. To look it up, use the receipt number and the code that you were given.',
  },
  inStead: 'You receive this because you act in a colleague’s stead.',
  whole: 'the whole matter',
};
