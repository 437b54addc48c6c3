import type { Sentence } from './words.ts';

export const registerEn: Readonly<Record<string, Sentence>> = {
  'ended-already': ['Ended already', 'It has been ended, and is not changed any more.'],
  'not-ended': ['Not ended', 'The account is open; there is nothing to restore.'],
  'code-known': ['Code in use', 'The code {code} is in use: take another, or leave it out to have one made.'],
  'name-known': ['Name in use', 'There is a “{name}” here already; take another name.'],
  'account-known': ['Account in use', 'The account {account} is in use; take another.'],
  'place-lowest': ['No further below', 'There are no places below a building.'],
  'place-not-empty': [
    'Cannot be ended yet',
    'There are still {open} open matters, {posts} posts, {units} units and {below} places below: close or end those first.',
  ],
  'unit-not-empty': [
    'Cannot be ended yet',
    'The unit still has {open} open tasks and cards, {posts} posts, {below} units below and {memberships} memberships, and leads {kinds} kinds of matters: settle those first.',
  ],
  'no-such-unit': ['No such unit', 'There is no such unit, or it has been ended.'],
  'unit-cycle': ['Superiors in a circle', 'That unit stands below this one and cannot be its superior.'],
  'unit-needed': ['A unit is needed', 'This role acts for a unit; choose one.'],
  'place-needed': ['A place is needed', 'A post without a unit needs a place.'],
  'place-outside-unit': ['Outside the unit', 'The place must lie within that of the unit.'],
  'call-back-supervisor': ['Supervision only', 'Only people of the supervision office call residents back.'],
  'powers-apart': [
    'Three powers apart',
    'System administrator, security administrator and auditor are different people, and hold no other post.',
  ],
  'post-known': ['Held already', 'The person holds this post already.'],
  'not-yourself': [
    'Not for yourself',
    'You cannot give yourself a post, end one of yours or reset your own password; another administrator does.',
  ],
  'holds-tasks': [
    'Tasks in hand',
    'The person still has {open} claimed tasks: have them finished or released. If the person has gone, set them away, and B acts.',
  ],
  'last-of-power': [
    'The last one',
    'This is the last person with this role; give it to somebody else first.',
  ],
  'not-locked': ['Not locked', 'The account is not locked.'],
  'no-sessions': ['Not signed in', 'The person is not signed in anywhere.'],
  'not-away': ['Not away', 'The person is not set away.'],
};
