import type { Same } from '../typed.ts';
import type { patrol as zh } from '../zh/patrol.ts';

export const patrol: Same<typeof zh> = {
  title: 'My grid',
  view: { visit: 'To visit', places: 'Places', unsent: 'Unsent' },
  asOf: { now: 'This is up to date', old: 'No network: this is as of {{at}}' },
  visit: {
    empty: 'Nothing is open in your grid. Thank you. Report what you see on your way.',
    mine: 'My task: {{why}}',
  },
  places: {
    find: 'Find a place by its name',
    none: 'No place has this name.',
    report: 'Report from here ›',
    open: '{{n}} open',
    late: '{{n}} late',
  },
  report: {
    title: 'Report a problem',
    kind: 'What it is',
    moreKinds: 'Other kinds',
    noKind: 'Please choose what it is.',
    place: 'Where it is',
    morePlaces: 'Places in my grid',
    noPlace: 'Please choose where it is.',
    photos: 'Photos',
    words: 'More words (optional)',
    wordsHint: 'First choose what it is',
    wordsAuto: 'Left empty, it says: {{auto}}',
    auto: 'Seen on patrol: {{kind}}. ',
    phrases: 'Often said',
    send: 'Report',
  },
  phrase: {
    danger: 'It is a danger; please act soon. ',
    blocked: 'It blocks the way. ',
    again: 'It was dealt with and has come back. ',
    dirty: 'It is dirty and has to be cleaned. ',
  },
  photo: { take: 'Take a photo', album: 'Album', nth: 'Photo {{n}}' },
  where: {
    add: 'Add my position',
    looking: 'Looking for the position…',
    failed: 'There is no position; you can report without.',
    found: 'Position: {{north}} N, {{east}} E, within about {{metres}} m. ',
  },
  state: { waiting: 'Waiting', sending: 'Sending', refused: 'Refused' },
  unsent: {
    empty: 'All is sent. What you fill in without a network waits here and is sent by itself.',
    hint: 'It is kept on this phone and sent in order when there is a network, each thing once.',
    pressed: 'Filled in {{at}}',
    photos: 'Photos: {{n}}',
    mend: 'Change',
    again: 'Send now',
    drop: 'Throw away',
    sure: 'Throw this away?',
    sureHint:
      'The words and photos are removed from this phone. If the network broke off while it was being sent, it may have arrived: please look in the ledger.',
  },
  told: {
    sent: 'Reported “{{title}}”, receipt {{receipt}}',
    done: 'Done: {{title}}',
    refused: '“{{title}}” was not taken: {{sentence}}',
  },
  task: {
    whole: 'See the whole matter',
    acts: 'What you can do',
    nothing: 'Nothing is asked of you here now.',
    waiting: 'Filled in, waiting to be sent.',
  },
  leave: {
    title: '{{n}} not sent yet',
    hint: 'They stay on this phone and are sent when you sign in here again. Nobody else who signs in sees or sends them.',
  },
};
