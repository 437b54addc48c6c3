import type { Sentence } from './words.ts';

export const en: Readonly<Record<string, Sentence>> = {
  malformed: [
    'Not filled in correctly',
    'The request does not have the form that is asked for; see `errors` for each fault.',
  ],
  'sign-not-kept': [
    'A sign that cannot be kept',
    'It contains the sign U+0000, which cannot be kept. Delete it and try again.',
  ],
  'bad-input': ['Not allowed by the rules', 'What was filled in does not fit the rules in force: {code}.'],
  'not-yours': ['Not yours to do', 'None of your posts may do this.'],
  'not-now': ['Not possible now', 'This cannot be done at the step that the matter is in: {code}.'],
  refused: ['Refused', 'A rule does not allow this: {code}.'],
  'not-signed-in': ['Please sign in', 'Sign in first, or your session has ended.'],
  'sign-in-failed': ['Not signed in', 'The account or the password is wrong.'],
  'account-locked': [
    'Account locked for a while',
    'Too many wrong passwords in a row; try again in {seconds} seconds.',
  ],
  'receipt-unknown': ['Nothing to show', 'The receipt number or its code is wrong.'],
  'password-wrong': ['Wrong password', 'The old password is wrong; the password was not changed.'],
  'password-expired': [
    'One-time password expired',
    'The one-time password is too old; ask the security administrator for a new one.',
  ],
  'password-same': ['The same password', 'The new password must not be the old one.'],
  'not-found': ['Not found', 'There is nothing here by that name.'],
  'method-not-allowed': ['Method not allowed', 'This address does not take requests of this method.'],
  'too-often': ['Too many requests', 'Too many requests; try again in {seconds} seconds.'],
  'too-large': ['Too large', 'The content is larger than allowed (files: 10 MB).'],
  'file-missing': ['No file', 'Send one file in the field `file` of multipart/form-data.'],
  'file-empty': ['Empty file', 'The file has no content.'],
  'wrong-type': ['Type not supported', 'This type of content is not taken here.'],
  'file-type': [
    'File type not supported',
    'Only JPEG, PNG and WebP pictures and PDF are taken; convert HEIC photos to JPEG first.',
  ],
  'file-broken': ['File cannot be read', 'The file is damaged, or is not what it claims to be.'],
  'cross-site': ['From another site', 'The request came from another web site and was refused.'],
  'idempotency-key-missing': [
    'Idempotency-Key missing',
    'Whatever creates or acts needs the header Idempotency-Key (8 to 128 visible characters).',
  ],
  'idempotency-key-reused': [
    'Idempotency-Key used before',
    'This Idempotency-Key was already used for something else.',
  ],
  'still-running': ['Still running', 'The same request is still being worked on; ask again in a moment.'],
  'period-unclear': ['Period unclear', 'A period of your own needs a beginning and an end after it.'],
  'cursor-unknown': ['Cursor unknown', 'The cursor is not valid here; begin again at the first page.'],
  'not-a-system': ['Not a system account', 'Tokens are issued for accounts of information systems only.'],
  'pack-faulty': [
    'Not fit to be put in force',
    'There are {count} faults; see `errors` for each with its path.',
  ],
  'second-person': ['A second person is needed', 'Whoever proposes it cannot put it in force as well.'],
  'head-needed': ['A head is needed', 'One of the two who put it in force must be a head of supervision.'],
  'proposal-decided': ['Decided already', 'This proposal has been decided.'],
  'unit-unknown': ['Unit unknown', 'There is no such unit, or nothing is dispatched to it.'],
  'member-known': ['A member already', 'This unit is a member of this subdistrict already.'],
  'member-ended': ['Not a member any more', 'This membership has ended.'],
  'view-many': ['Too many views', 'A list keeps {count} views at most; delete one that you no longer use.'],
  'view-named': ['Name is taken', 'You have a view of that name in this list.'],
  'absence-order': ['Times in the wrong order', 'The end must be later than the beginning.'],
  'database-away': [
    'Not available',
    'The database cannot be reached for the moment; nothing was done, try again shortly.',
  ],
  'not-available': [
    'Not available',
    'A service that this needs cannot be reached for the moment; try again shortly.',
  ],
  internal: [
    'Internal error',
    'Something went wrong and was recorded. Please tell the administrator the number {request}.',
  ],
};
