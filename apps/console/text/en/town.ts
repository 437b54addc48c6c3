import type { Same } from '../typed.ts';
import type { town as zh } from '../zh/town.ts';

export const town: Same<typeof zh> = {
  none: 'There is no such desk.',
  mine: { title: 'For me to do now', none: 'Nothing waits for you here.' },
  running: {
    title: 'Running now',
    none: 'Nothing runs at the moment.',
    all: 'All {{n}}',
    due: 'due {{at}}',
    meeting: 'Open the joint meeting',
    funnel: 'How far it has come',
  },
  ended: { title: 'Ended last' },
  lists: { all: 'On the lists', ours: 'In the hands of our unit', more: 'All', open: 'In hand' },
  loads: {
    title: '{{n}} member units, {{without}} have claimed nothing',
    own: '{{unit}} has taken on {{n}} of at most {{of}}.',
    full: 'That is the most: no more can be claimed.',
  },
  meeting: {
    title: 'Joint meeting',
    back: 'Back to the process',
    free: '{{n}} without a unit',
    allGiven: 'Everything has a unit or a decision; the meeting can be concluded.',
    given: '{{n}} with a unit',
    units: 'What each unit carries',
    notNow: 'No meeting now: it stands at “{{step}}”. These lists can be taken along:',
  },
};
