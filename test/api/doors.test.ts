import { decide } from '../../apps/api/door/decide.ts';
import type { Resource } from '../../apps/api/door/decide.ts';
import { mayKnowReporter } from '../../apps/api/door/reporter.ts';
import { anonymous, receiptHolder } from '../../apps/api/door/subject.ts';
import type { Post, Subject } from '../../apps/api/door/subject.ts';
import { actions } from '../../apps/api/door/right.ts';
import type { Action } from '../../apps/api/door/right.ts';
import { table } from '../../apps/api/door/table.ts';

const DISTRICT = '15';
const EAST = '15/01';
const PARK = '15/01/001';

const post = (role: string, placePath: string, unitId: string | null = null): Post => ({
  ...{ id: 'p', role, placePath, unitId, unitIds: unitId === null ? [] : [unitId, `${unitId}-below`] },
  ...{ placeId: 'x', rank: 'A', isHead: false, callBack: false },
});
const person = (...posts: Post[]): Subject => ({ ...anonymous, personId: 'me', posts });

const matter: Resource = {
  ...{ matterId: 'm', reporterId: 'reporter', takenById: 'taker', unitIds: ['lamps'], placePath: PARK },
};

const verdict = (subject: Subject, action: Action, resource?: Resource) => {
  const given = decide(subject, action, resource);
  return given.may ? 'yes' : given.because;
};

describe('who may read a matter', () => {
  it.each<[string, Subject, string]>([
    ['a stranger', anonymous, 'not-signed-in'],
    ['a person without posts', person(), 'not-yours'],
    ['whoever reported it', { ...person(), personId: 'reporter' }, 'yes'],
    ['whoever took it in on a round', { ...person(post('gridWorker', '15/02')), personId: 'taker' }, 'yes'],
    ['the system that brought it', { ...person(post('system', DISTRICT)), personId: 'taker' }, 'yes'],
    ['another system', person(post('system', DISTRICT)), 'not-yours'],
    ['the holder of its receipt', receiptHolder('m'), 'yes'],
    ['the holder of another receipt', receiptHolder('other'), 'not-yours'],
    ['the grid worker there', person(post('gridWorker', PARK)), 'yes'],
    ['the community there', person(post('community', PARK)), 'yes'],
    ['the community next door', person(post('community', '15/01/002')), 'not-yours'],
    ['a place whose code only begins alike', person(post('community', '15/01/00')), 'not-yours'],
    ['the subdistrict above', person(post('subdistrict', EAST)), 'yes'],
    ['the department that handles it', person(post('department', DISTRICT, 'lamps')), 'yes'],
    [
      'the bureau above that department',
      person({ ...post('department', DISTRICT, 'bureau'), unitIds: ['bureau', 'lamps'] }),
      'yes',
    ],
    ['another department of the district', person(post('department', DISTRICT, 'police')), 'not-yours'],
    ['the supervisor', person(post('supervisor', DISTRICT)), 'yes'],
    ['the auditor', person(post('auditor', DISTRICT)), 'yes'],
    ['the deputy of the place', person(post('deputy', EAST)), 'yes'],
    ['the deputy of another place', person(post('deputy', '15/02')), 'not-yours'],
    ['the system administrator', person(post('systemAdministrator', DISTRICT)), 'not-yours'],
    ['the security administrator', person(post('securityAdministrator', DISTRICT)), 'not-yours'],
    [
      'somebody with the right post among others',
      person(post('deputy', '15/02'), post('community', PARK)),
      'yes',
    ],
  ])('%s: %#', (_who, subject, expected) => {
    expect(verdict(subject, 'matters:read', matter)).toBe(expected);
  });
});

describe('who may act, list and judge', () => {
  it.each<[string, Action, Subject, string]>([
    ['a stranger may report', 'matters:report', anonymous, 'yes'],
    ['a stranger may sign in', 'sessions:open', anonymous, 'yes'],
    ['a stranger has no inbox', 'tasks:list', anonymous, 'not-signed-in'],
    ['an auditor does nothing', 'matters:act', person(post('auditor', DISTRICT)), 'not-yours'],
    ['a deputy does nothing', 'matters:act', person(post('deputy', DISTRICT)), 'not-yours'],
    [
      'a department compares no reports',
      'matters:compare',
      person(post('department', DISTRICT, 'lamps')),
      'not-yours',
    ],
    ['a department lifts no card', 'cards:act', person(post('department', DISTRICT, 'lamps')), 'not-yours'],
    [
      'only security gives tokens',
      'tokens:issue',
      person(post('systemAdministrator', DISTRICT)),
      'not-yours',
    ],
    ['a receipt opens no list of people', 'people:read', receiptHolder('m'), 'not-yours'],
    ['a resident sees no list of people', 'people:read', person(), 'not-yours'],
  ])('%s', (_what, action, subject, expected) => {
    expect(verdict(subject, action, action.startsWith('matters:act') ? matter : undefined)).toBe(expected);
  });

  it('whoever reported the same follows it, to act but not to read', () => {
    const merged = { ...matter, followers: [{ matterId: 'later', reporterId: 'follower' }] };
    const follower = { ...person(), personId: 'follower' };
    expect([
      verdict(follower, 'tasks:act', merged),
      verdict(receiptHolder('later'), 'tasks:act', merged),
    ]).toEqual(['yes', 'yes']);
    expect(verdict(follower, 'matters:read', merged)).toBe('not-yours');
  });

  it('a session is ended by its holder or by security', () => {
    const session = { personId: 'me' };
    expect(verdict(person(), 'sessions:revoke', session)).toBe('yes');
    expect(verdict({ ...person(), personId: 'other' }, 'sessions:revoke', session)).toBe('not-yours');
    expect(
      verdict(
        { ...person(post('securityAdministrator', DISTRICT)), personId: 'other' },
        'sessions:revoke',
        session,
      ),
    ).toBe('yes');
  });

  it.each(actions)('%s is allowed to somebody', (action) => {
    expect(table.some((row) => row.actions.includes(action))).toBe(true);
  });

  it('a relation to nothing is no relation', () => {
    const nobodys: Resource = {
      matterId: 'm',
      reporterId: null,
      takenById: null,
      unitIds: [],
      placePath: null,
    };
    for (const role of ['gridWorker', 'community', 'department', 'system', 'deputy']) {
      expect(verdict({ ...person(post(role, PARK)), personId: null }, 'matters:read', nobodys)).not.toBe(
        'yes',
      );
    }
  });
});

describe('who may know the reporter', () => {
  const reported = {
    ...{
      id: 'm',
      reporterId: 'reporter',
      takenById: 'taker',
      placePath: PARK,
      handlers: ['lamps'],
      isComplaint: true,
    },
  };
  it.each<[string, Subject, string, string]>([
    ['the reporter', { ...person(), personId: 'reporter' }, 'yes', 'yes'],
    ['the holder of the receipt', receiptHolder('m'), 'yes', 'yes'],
    ['whoever took it in', { ...person(), personId: 'taker' }, 'yes', 'yes'],
    ['the community there', person(post('community', PARK)), 'yes', 'yes'],
    ['the supervisor', person(post('supervisor', DISTRICT)), 'yes', 'yes'],
    ['the handling unit', person(post('department', DISTRICT, 'lamps')), 'no', 'yes'],
    [
      'a handler who also sits in the community',
      person(post('community', PARK), post('department', DISTRICT, 'lamps')),
      'no',
      'yes',
    ],
    [
      'the taker, where he handles it',
      { ...person(post('department', DISTRICT, 'lamps')), personId: 'taker' },
      'no',
      'yes',
    ],
    ['the community that handles it', person(post('community', PARK, 'lamps')), 'no', 'yes'],
    ['another department', person(post('department', DISTRICT, 'police')), 'no', 'no'],
    ['the auditor', person(post('auditor', DISTRICT)), 'with-purpose', 'with-purpose'],
    ['the deputy', person(post('deputy', DISTRICT)), 'no', 'no'],
    ['administrators', person(post('systemAdministrator', DISTRICT)), 'no', 'no'],
    ['a stranger', anonymous, 'no', 'no'],
  ])('%s, of a complaint and of anything else', (_who, subject, complaint, other) => {
    expect(mayKnowReporter(subject, reported)).toBe(complaint);
    expect(mayKnowReporter(subject, { ...reported, isComplaint: false })).toBe(other);
  });
});
